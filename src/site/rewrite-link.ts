import { pageHref, pageId } from '../lib/model/page-id.ts';

/** Where a link stands and what it may lead to. */
export interface LinkContext {
  /** The page's own file, relative to the out folder: `src/content/docs/reference/mongodb/skills.mdx`. */
  readonly file: string;
  /** The folder of hand-written pages, where it is not that of the generated ones; relative to the out folder, with a slash at its end. */
  readonly pages?: string;
  /** Path under which the site is served: begins and ends with a slash. */
  readonly base: string;
  readonly hasOwnIndex: boolean;
}

/**
 * A relative link to a page's file becomes the page's route: `../postgresql/goals.mdx#ref_id` → `/base/reference/postgresql/goals/#ref_id`;
 * one to a published file becomes its address: `../../../../../public/catalog.json` → `/base/catalog.json`.
 * A link that begins with a slash gets the base. Every other link (fragments, other hosts, mail) is left alone: `undefined`.
 */
export function rewriteLink(href: string, { file, pages = PAGES, base, hasOwnIndex }: LinkContext): string | undefined {
  if (/^([a-z][a-z0-9+.-]*:|\/\/|#)/i.test(href) || href === '') return undefined;
  const [, path = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(href) ?? [];
  if (path.startsWith('/')) return base === '/' || path.startsWith(base) ? undefined : base + path.slice(1) + rest;
  const target = resolveFile(file, decode(path));
  if (target.startsWith(PUBLIC)) return base + encodeURI(target.slice(PUBLIC.length)) + rest;
  if (!/\.mdx?$/.test(path)) return undefined;
  const folder = [pages, PAGES].find((each) => target.startsWith(each)) ?? '';
  return pageHref(base, pageId(target.slice(folder.length), hasOwnIndex)) + rest;
}

/** Folders of the out folder. */
const PAGES = 'src/content/docs/';
const PUBLIC = 'public/';

/** Steps that climb above the out folder stay in the path, so that the check of links finds them. */
function resolveFile(from: string, relative: string): string {
  const steps = from.split('/').slice(0, -1);
  for (const step of relative.split('/')) {
    if (step === '..' && steps.length > 0 && steps.at(-1) !== '..') steps.pop();
    else if (step !== '.') steps.push(step);
  }
  return steps.join('/');
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
