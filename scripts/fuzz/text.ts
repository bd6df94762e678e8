import { readFileSync } from 'node:fs';
import { renderChangesPage } from '../../src/lib/emit/mdx/pages/changes.ts';
import { planPages } from '../../src/lib/emit/render-pages.ts';
import { readFrontMatter } from '../../src/lib/gate/front-matter.ts';
import type { FuzzBatch, FuzzFailure, FuzzTarget } from './fuzz-target.ts';
import { createRandom } from './random.ts';
import { adversarialText } from './text/adversarial-text.ts';
import { checkFragments } from './text/check-fragments.ts';
import { checkPage, titlesOf, type CheckedPage } from './text/check-page.ts';
import { OTHER_READERS, readAs } from './text/other-readers.ts';
import { loadPageInput } from './text/page-input.ts';
import { fillSlots, slotsOf, type PageInput, type Slot } from './text/slots.ts';
import { shown } from './text/visible-text.ts';

/** Random texts in every text slot of all pages: nothing runs, every page compiles, and plain text shows as it is. */
export const textTarget: FuzzTarget = {
  name: 'text',
  summary: 'texts in every slot of every page: none of them runs, every page compiles, plain text shows as it is',
  unit: 'texts',
  async start() {
    const input = await loadPageInput();
    const expected = visibleSlots(input);
    return {
      corpus: async () => runCorpus(input, expected),
      batch: async (seed) => runBatch(input, expected, seed),
    };
  },
};

function runBatch(input: PageInput, expected: ReadonlySet<string>, seed: number): FuzzBatch {
  const random = createRandom(seed);
  // The others read slowly: all pages now and then, pages of fragments more often.
  const others = Object.keys(OTHER_READERS);
  const pages = checkSlots(input, expected, (slot) => besideName(slot, adversarialText(random), random() < 0.5), seed % 128 === 0 ? others : []);
  const fragments = Array.from({ length: FRAGMENT_PAGES }, () => checkFragments(() => [adversarialText(random), adversarialText(random)], seed % 8 === 0 ? others : []));
  return sumOf([pages, ...fragments]);
}

/** Each text of the corpus in each place of a page, and in one slot in so many; several times, each time in other slots. */
function runCorpus(input: PageInput, expected: ReadonlySet<string>): FuzzBatch {
  const fragments = CORPUS.map((text) => checkFragments(() => [text, text], []));
  const pages = [0, 1, 2, 3].map((shift) => {
    let at = shift * 17;
    return checkSlots(input, expected, (slot) => besideName(slot, CORPUS[(at += 1) % CORPUS.length] ?? '', shift % 2 === 0), []);
  });
  return sumOf([...fragments, ...pages]);
}

const CORPUS = JSON.parse(readFileSync(new URL('corpus/text.json', import.meta.url), 'utf8')) as readonly string[];

const FRAGMENT_PAGES = 8;

/** All pages with a text in each slot, read by the site and by others. */
function checkSlots(input: PageInput, expected: ReadonlySet<string>, textFor: (slot: Slot) => string, readers: readonly string[]): FuzzBatch {
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

function sumOf(batches: readonly FuzzBatch[]): FuzzBatch {
  return { tried: batches.reduce((sum, { tried }) => sum + tried, 0), failures: batches.flatMap(({ failures }) => failures) };
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
  const planned = [...planPages(catalog, review)].filter(([path]) => path.endsWith('.mdx'));
  return [...planned, ['changes.mdx', () => renderChangesPage(catalog, changelog)]];
}

/** Texts of the slots that hold plain text and that some page shows whole: found by a token in each. */
function visibleSlots(input: PageInput): ReadonlySet<string> {
  const tokens = new Map([...slotsOf(input).values()].map((slot, at) => [slot.text, `${isName(slot) ? slot.text : ''}Q${at}Q`]));
  const visible = pagesOf(fillSlots(input, (slot) => tokens.get(slot.text) ?? '')).map(([, page]) => checkPage(page()).visible).join('\n');
  return new Set([...slotsOf(input).values()].filter(({ isPlain, text }) => isPlain && visible.includes(shown(tokens.get(text) ?? ''))).map(({ text }) => text));
}

/** A name keeps something of itself, so that it stays another than the other names, and is not blank. */
function besideName(slot: Slot, text: string, isBehind: boolean): string {
  if (!isName(slot)) return text;
  return isBehind ? slot.text + text : text + slot.text;
}

function isName({ text }: Slot): boolean {
  return !text.includes(' ');
}
