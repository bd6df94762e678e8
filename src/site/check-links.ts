import { closest, distance } from 'fastest-levenshtein';

/** A built page, as far as links are concerned. */
export interface LinkedPage {
  /** Route below the base, without slashes around it; the root is empty. */
  readonly route: string;
  readonly ids: ReadonlySet<string>;
  /** As written in the page. */
  readonly links: readonly string[];
}

export interface BrokenLink {
  readonly route: string;
  readonly link: string;
  /** What is wrong, and what may have been meant. */
  readonly message: string;
}

/**
 * Finds the links within the site that lead nowhere: to a page or a file that is not there, to a fragment that its page does not have, or past the base path.
 * @param files paths of all files of the site, relative to it
 */
export function findBrokenLinks(pages: readonly LinkedPage[], files: ReadonlySet<string>, base: string): readonly BrokenLink[] {
  const byRoute = new Map(pages.map((page) => [page.route, page]));
  const verdicts = new Map<string, string | undefined>();
  return pages.flatMap((page) =>
    page.links.flatMap((link): readonly BrokenLink[] => {
      const url = resolveLink(link, page.route, base);
      if (url === undefined) return [];
      const key = url.pathname + url.hash;
      if (!verdicts.has(key)) verdicts.set(key, judge(url, base, byRoute, files));
      const message = verdicts.get(key);
      return message === undefined ? [] : [{ route: page.route, link, message }];
    }),
  );
}

/** One line a link, and how many more there are. */
export function describeBrokenLinks(broken: readonly BrokenLink[]): string {
  const shown = broken.slice(0, MOST_SHOWN).map(({ route, link, message }) => `  /${route}: ${link}\n    ${message}`);
  const rest = broken.length > MOST_SHOWN ? [`  and ${broken.length - MOST_SHOWN} more`] : [];
  return [`${broken.length === 1 ? 'One broken link' : `${broken.length} broken links`}:`, ...shown, ...rest].join('\n');
}

const MOST_SHOWN = 20;
const HOST = 'http://site.invalid';

function resolveLink(link: string, route: string, base: string): URL | undefined {
  if (!URL.canParse(link, HOST)) return undefined;
  const url = new URL(link, `${HOST}${base}${route}${route === '' ? '' : '/'}`);
  return url.origin === HOST ? url : undefined;
}

function judge(url: URL, base: string, byRoute: ReadonlyMap<string, LinkedPage>, files: ReadonlySet<string>): string | undefined {
  const path = safeDecode(url.pathname);
  if (!path.startsWith(base)) return `It leads out of the site, whose base is ${base}.`;
  const inside = path.slice(base.length);
  if (files.has(inside)) return undefined;
  const page = byRoute.get(inside.replace(/\/$/, ''));
  if (page === undefined) return `There is no such page.${didYouMean(inside.replace(/\/$/, ''), [...byRoute.keys()], (route) => `${base}${route}/`)}`;
  if (!path.endsWith('/')) return `The address of a page ends with a slash: ${path}/`;
  const fragment = safeDecode(url.hash.slice(1));
  if (fragment === '' || fragment === 'top' || page.ids.has(fragment)) return undefined;
  return `The page has no #${fragment}.${didYouMean(fragment, [...page.ids], (id) => `#${id}`)}`;
}

function didYouMean(wrong: string, known: readonly string[], show: (known: string) => string): string {
  if (known.length === 0) return '';
  const near = closest(wrong, known as string[]);
  return distance(wrong, near) <= Math.max(2, wrong.length / 4) ? ` Did you mean ${show(near)}?` : '';
}

function safeDecode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
