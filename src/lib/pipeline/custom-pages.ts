import { renderSealedPage } from '../emit/mdx/seal.ts';
import { gatePage } from '../gate/gate-page.ts';
import type { Catalog } from '../model/catalog.ts';
import { codeSpan } from '../model/code-span.ts';
import { ended } from '../model/ended.ts';
import type { Finding } from '../model/finding.ts';
import { REFERENCE_FOLDER } from '../model/page-path.ts';
import type { PageSet } from '../model/page-set.ts';
import type { Runner } from '../model/runner.ts';
import type { LocatedPage } from '../read/config/read-config.ts';

/**
 * The pages that a team generates, and what is wrong with them. They hold no more than Polyref's own: what stands in a schema is on them too.
 * @param plan Polyref's pages, by path
 */
export function makeCustomPages({ catalog, customPages, runner }: CustomPagesInput, plan: ReadonlyMap<string, unknown>): CustomPages {
  const taken = takenNames(plan);
  const made = customPages.map((page) => (taken.has(page.path) ? { findings: [finding(page, `has the path of one of Polyref's pages.`, 'Give it another path.')] } : makePage(page, catalog, runner)));
  return { pages: new Map(made.flatMap((each) => ('page' in each ? [each.page] : []))), findings: made.flatMap((each) => ('findings' in each ? each.findings : [])) };
}

interface CustomPagesInput {
  readonly catalog: Catalog;
  readonly customPages: readonly LocatedPage[];
  /** What commands are called with. */
  readonly runner?: Runner | undefined;
}

interface CustomPages {
  readonly pages: PageSet;
  readonly findings: readonly Finding[];
}

/** Names of files and folders that stand beside these pages, the page of changes among them, which follows from the history. */
function takenNames(plan: ReadonlyMap<string, unknown>): ReadonlySet<string> {
  const inside = [...plan.keys()].filter((path) => path.startsWith(`${REFERENCE_FOLDER}/`)).map((path) => path.slice(REFERENCE_FOLDER.length + 1));
  return new Set(['changes', ...inside.map((path) => (path.split('/')[0] ?? '').replace(/\.mdx$/, ''))]);
}

function makePage(page: LocatedPage, catalog: Catalog, runner: Runner | undefined): { readonly page: readonly [string, string] } | { readonly findings: readonly Finding[] } {
  const { path, title, description = title, location } = page;
  const file = `${path}.mdx`;
  let body: unknown;
  try {
    body = page.make({ catalog, file });
  } catch (cause) {
    const { name = '', message = '', location: at } = cause as Partial<Error> & { readonly location?: Finding['location'] };
    return { findings: [{ ...finding(page, ended(`failed: ${name === '' ? '' : `${name}: `}${message}`), '`make` returns the text of the page, and never throws. Fix it, or remove the page from the configuration.'), ...(at === undefined ? {} : { location: at }) }] };
  }
  if (typeof body !== 'string') return { findings: [finding(page, 'failed: `make` does not return text.', 'Return the text of the page, in Markdown.')] };
  const text = renderSealedPage({ file, title, description, source: location?.file ?? 'the configuration', body: () => [body.trim()] }, runner);
  const intrusions = gatePage(text);
  if (intrusions.length === 0) return { page: [`${REFERENCE_FOLDER}/${file}`, text] };
  return { findings: intrusions.slice(0, MOST_SHOWN).map(({ what, source }) => finding(page, `would have ${what}: ${codeSpan(source.slice(0, 120))}.`, 'It holds text, links and components of Polyref. Text of the schema goes through `write`, as in write.text(entity.name).')) };
}

const MOST_SHOWN = 10;

function finding({ path, location }: LocatedPage, what: string, hint: string): Finding {
  return { rule: 'bad-custom-page', severity: 'error', message: `The page \`${path}\` ${what}`, hint, ...(location === undefined ? {} : { location }) };
}
