import { evaluate, mdxToMdast } from 'satteri';
import { PAGE_FEATURES } from '../../../src/lib/gate/page-features.ts';
import { gatePage } from '../../../src/lib/gate/gate-page.ts';
import { readFrontMatter } from '../../../src/lib/gate/front-matter.ts';
import { visibleText, type TextNode } from './visible-text.ts';

/**
 * Reads a page as the site does, and runs it.
 * @returns what does not hold of it; empty where nothing but text is on it
 */
export function checkPage(page: string): CheckedPage {
  const intrusions = gatePage(page);
  if (intrusions.length > 0) return { problems: intrusions.map(({ what, source, line }) => `line ${line}: ${what}: ${source.slice(0, 200)}`), visible: '' };
  const frontMatter = readFrontMatter(page) ?? '';
  const body = page.slice(frontMatter.length);
  return { problems: runPage(body), visible: [titlesOf(page), visibleText(mdxToMdast(body, { features: PAGE_FEATURES, position: false }) as TextNode)].join('\n') };
}

/** Title and description, which readers of Markdown show apart from the page or not at all. */
export function titlesOf(page: string): string {
  return [...(readFrontMatter(page) ?? '').matchAll(/^(?:title|description): (".*")$/gm)].map(([, text = '""']) => JSON.parse(text) as string).join('\n');
}

export interface CheckedPage {
  readonly problems: readonly string[];
  /** What a reader sees, with the title and the description. */
  readonly visible: string;
}

/**
 * Compiles and runs a page without its front matter. A text that runs calls the canary, or what it calls instead is not there.
 * @returns what went wrong
 */
export function runPage(body: string): readonly string[] {
  let calls = 0;
  const scope = globalThis as { polyrefCanary?: () => string };
  scope.polyrefCanary = () => `ran ${(calls += 1)}`;
  try {
    // The import is the gate's business; here its components are given.
    const source = body.replace(/^import \{.*$/m, '');
    const content = (evaluate(source, { Fragment: 'fragment', jsx: element, jsxs: element, features: PAGE_FEATURES }) as { readonly default: (props: object) => unknown }).default;
    content({ components: COMPONENTS });
    return calls === 0 ? [] : [`a text of it ran${calls === 1 ? '' : ` ${calls} times`}`];
  } catch (error) {
    return [`it does not compile or run: ${error instanceof Error ? error.message : String(error)}`];
  } finally {
    delete scope.polyrefCanary;
  }
}

function element(type: unknown, props: unknown): unknown {
  return typeof type === 'function' ? (type as (props: unknown) => unknown)(props) : props;
}

const COMPONENTS = Object.fromEntries(['Explore', 'Facts', 'Findings', 'KeyFinder', 'Store', 'Timeline', 'Verdict'].map((name) => [name, () => name]));
