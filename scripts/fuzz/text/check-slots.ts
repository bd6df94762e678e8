import { renderChangesPage } from '../../../src/lib/emit/mdx/pages/changes.ts';
import { planSite } from '../../../src/lib/emit/render-pages.ts';
import { readFrontMatter } from '../../../src/lib/gate/front-matter.ts';
import type { FuzzBatch, FuzzFailure } from '../fuzz-target.ts';
import { checkPage, titlesOf, type CheckedPage } from './check-page.ts';
import { readAs } from './other-readers.ts';
import { fillSlots, isName, slotsOf, type PageInput, type Slot } from './slots.ts';
import { shown } from './visible-text.ts';

/**
 * All pages with a text in each slot, read by the site and by others: nothing runs, all of them can be read, and what is plain text is seen.
 * @param expected texts of the slots that must be seen: those of `visibleSlots`
 */
export function checkSlots(input: PageInput, expected: ReadonlySet<string>, textFor: (slot: Slot) => string, readers: readonly string[]): FuzzBatch {
  const texts = new Map<string, string>();
  const filled = fillSlots(input, (slot) => {
    const text = textFor(slot);
    texts.set(slot.text, text);
    return text;
  });
  const pages = pagesOf(filled).map(([path, render]) => [path, render()] as const);
  const checks = [checkPage, ...readers.map((reader) => (page: string) => checkPageAs(reader, page))];
  return { tried: texts.size, failures: checks.flatMap((check) => checkPages(pages, check, texts, expected)) };
}

function checkPages(pages: readonly (readonly [path: string, page: string])[], check: (page: string) => CheckedPage, texts: ReadonlyMap<string, string>, expected: ReadonlySet<string>): readonly FuzzFailure[] {
  const checked = pages.map(([path, page]) => ({ path, ...check(page) }));
  const problems = checked.flatMap(({ path, problems: found }) => found.map((problem) => ({ input: 'all slots', problem: `${path}: ${problem}` })));
  if (problems.length > 0) return problems;
  const visible = checked.map((page) => page.visible).join('\n');
  return [...expected].filter((slot) => !visible.includes(shown(texts.get(slot) ?? ''))).map((slot) => ({ input: JSON.stringify(texts.get(slot)), problem: `not visible where ${JSON.stringify(slot)} stood` }));
}

function checkPageAs(reader: string, page: string): CheckedPage {
  const { visible, problems } = readAs(reader, page.slice(readFrontMatter(page)?.length));
  return { problems, visible: `${titlesOf(page)}\n${visible}` };
}

/** Every page of Markdown, each made when it is asked for. */
function pagesOf({ catalog, review, changelog }: PageInput): readonly (readonly [path: string, render: () => string])[] {
  const planned = [...planSite(catalog, review)].filter(([path]) => path.endsWith('.mdx'));
  return [...planned, ['changes.mdx', () => renderChangesPage(catalog, changelog)]];
}

/** Texts of the slots that hold plain text and that some page shows whole: found by a token in each. */
export function visibleSlots(input: PageInput): ReadonlySet<string> {
  const tokens = new Map([...slotsOf(input).values()].map((slot, at) => [slot.text, `${isName(slot) ? slot.text : ''}Q${at}Q`]));
  const visible = pagesOf(fillSlots(input, (slot) => tokens.get(slot.text) ?? '')).map(([, page]) => checkPage(page()).visible).join('\n');
  return new Set([...slotsOf(input).values()].filter(({ isPlain, text }) => isPlain && visible.includes(shown(tokens.get(text) ?? ''))).map(({ text }) => text));
}
