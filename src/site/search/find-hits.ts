import { escapeXml } from '../../lib/diagram/escape-xml.ts';
import { joinWords, indexQuery } from './spread-words.ts';
import { matchNames, type NameHit } from './match-names.ts';
import type { SearchEntry } from './search-entry.ts';

/**
 * What a reader finds, best first: names (entities, their fields, pages), then pages that mention what was typed, then what seldom is meant: notes of other entities, rules, removed entities.
 * Each is loaded when it is to be shown; `undefined` for what has been shown already.
 * @param entries the site's pages by name
 * @param index the words of their texts
 * @param base path under which the site is served: begins and ends with a slash
 */
export async function findHits(query: string, { entries, index, base }: { readonly entries: readonly SearchEntry[]; readonly index: TextIndex; readonly base: string }): Promise<readonly LoadHit[]> {
  const { first, last } = matchNames(entries, query);
  const [mentions, rest] = await Promise.all([['page'], ['entity'], ['rule', 'removed']].map((kinds) => index.search(indexQuery(query.trim()), { filters: { kind: { any: kinds } } })))
    .then(([pages, notes, others]) => [pages?.results ?? [], [...(notes?.results ?? []), ...(others?.results ?? [])]]);
  const byRoute = new Map(entries.map((entry) => [entry.route, entry]));
  const shown = new Set<string>();
  const once = (hit: Hit | undefined): Hit | undefined => {
    if (hit === undefined || shown.has(hit.href)) return undefined;
    shown.add(hit.href);
    return hit;
  };
  const named = (hit: NameHit): LoadHit => async () => once(describeName(hit, byRoute, base));
  const mentioned = (result: TextResult): LoadHit => async () => once(describeText(await result.data(), byRoute, base));
  return [...first.map(named), ...(mentions ?? []).map(mentioned), ...last.map(named), ...(rest ?? []).map(mentioned)];
}

export type LoadHit = () => Promise<Hit | undefined>;

export interface Hit {
  readonly kind: SearchEntry['kind'] | 'field' | 'section' | 'answer';
  readonly title: string;
  readonly href: string;
  /** Where that is: a store, an entity of it, a page. */
  readonly place: string;
  /** Text of the page, with `<mark>` around what was found. Everything else in it is escaped. */
  readonly excerpt: string;
  /** Fields of an entity, sections of a page in which something was found. */
  readonly parts: readonly { readonly title: string; readonly href: string }[];
}

/** What is used of Pagefind’s own interface. */
export interface TextIndex {
  readonly search: (query: string, options: { readonly filters: { readonly kind: { readonly any: readonly string[] } } }) => Promise<{ readonly results: readonly TextResult[] }>;
}

interface TextResult {
  readonly data: () => Promise<TextData>;
}

interface TextData {
  readonly raw_url?: string;
  readonly url: string;
  readonly excerpt: string;
  readonly sub_results: readonly { readonly anchor?: { readonly id: string } }[];
}

function describeName(hit: NameHit, byRoute: ReadonlyMap<string, SearchEntry>, base: string): Hit | undefined {
  if (hit.kind === 'answer') {
    const at = hit.answer.at.find((place) => isThere(place, byRoute));
    if (at === undefined) return undefined;
    const [route = '', anchor] = at.split('#');
    return { kind: 'answer', title: hit.answer.title, href: addressOf(base, route, anchor), place: byRoute.get(route)?.title ?? '', excerpt: '', parts: [] };
  }
  const { entry } = hit;
  if (hit.kind === 'part') {
    const isField = entry.kind === 'entity';
    return { kind: isField ? 'field' : 'section', title: hit.name, href: addressOf(base, entry.route, hit.anchor), place: isField ? placeOfField(entry) : entry.title, excerpt: '', parts: [] };
  }
  return { ...aboutPage(entry, base), excerpt: escapeXml(entry.about ?? ''), parts: entry.kind === 'entity' ? partsOf(entry, entry.parts, base) : [] };
}

function describeText({ raw_url, url, excerpt, sub_results }: TextData, byRoute: ReadonlyMap<string, SearchEntry>, base: string): Hit | undefined {
  const entry = byRoute.get((raw_url ?? url).replace(/^\/|\/$/g, ''));
  if (entry === undefined) return undefined;
  const found = new Set(sub_results.flatMap(({ anchor }) => anchor?.id ?? []));
  return { ...aboutPage(entry, base), excerpt: joinWords(excerpt), parts: partsOf(entry, entry.parts.filter(([anchor]) => found.has(anchor)), base) };
}

function aboutPage(entry: SearchEntry, base: string): Pick<Hit, 'kind' | 'title' | 'href' | 'place'> {
  return { kind: entry.kind, title: entry.title, href: addressOf(base, entry.route), place: placeOf(entry) };
}

function placeOf({ kind, route, store = '' }: SearchEntry): string {
  if (route.startsWith('reference/domains/')) return 'Domain';
  return kind === 'rule' ? 'Rule' : kind === 'removed' ? `${store} · removed` : store;
}

function placeOfField({ title, store = '' }: SearchEntry): string {
  return `${title} · ${store}`;
}

/** Fields or sections that are listed under a page. */
const MOST_PARTS = 6;

function partsOf(entry: SearchEntry, parts: SearchEntry['parts'], base: string): Hit['parts'] {
  return parts.slice(0, MOST_PARTS).map(([anchor, title]) => ({ title, href: addressOf(base, entry.route, anchor) }));
}

function isThere(place: string, byRoute: ReadonlyMap<string, SearchEntry>): boolean {
  const [route = '', anchor] = place.split('#');
  const entry = byRoute.get(route);
  return entry !== undefined && (anchor === undefined || entry.parts.some(([id]) => id === anchor));
}

function addressOf(base: string, route: string, anchor?: string): string {
  return `${base}${route === '' ? '' : `${encodeURI(route)}/`}${anchor === undefined ? '' : `#${encodeURIComponent(anchor)}`}`;
}
