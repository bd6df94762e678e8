import type { Catalog } from './catalog.ts';
import { shortHash } from './short-hash.ts';

/** Folder of the generated pages, relative to the out folder. */
export const REFERENCE_FOLDER = 'src/content/docs/reference';

/**
 * Whether a file is made with the site, and not written into the repository of a team: it explains Polyref, or says what the rules find, and changes with the version of Polyref and not
 * with the schema alone; or it is made for machines, and nobody reviews it.
 * @param path relative to the out folder
 */
export function isMadeWithSite(path: string): boolean {
  const page = path.startsWith(`${REFERENCE_FOLDER}/`) ? path.slice(REFERENCE_FOLDER.length + 1) : undefined;
  if (page === undefined) return path === 'public/catalog.schema.json' || path.startsWith('public/schemas/');
  return page === 'explore.mdx' || page === 'findings.mdx' || page === 'glossary.mdx' || page.startsWith('rules/');
}

/**
 * Where each entity, tombstone and domain has its page: address (or domain name) → file path below `REFERENCE_FOLDER`,
 * as `mongodb/activity_outputs.mdx`. The route is the path without its ending. A path follows from the name alone, so that it stays when something else comes or goes.
 */
export function buildPagePaths(catalog: Pick<Catalog, 'entities' | 'tombstones' | 'domains'>): PagePaths {
  return {
    entities: new Map([...catalog.entities, ...catalog.tombstones].map(({ address, store, name }) => [address, `${store}/${fileNameOf(name)}.mdx`])),
    domains: new Map(catalog.domains.map(({ name }) => [name, `domains/${fileNameOf(name)}.mdx`])),
  };
}

export interface PagePaths {
  /** Entity or tombstone address → file. */
  readonly entities: ReadonlyMap<string, string>;
  /** Domain name → file. */
  readonly domains: ReadonlyMap<string, string>;
}

/** File of a rule's page: its id is a file name as it stands. */
export function rulePagePath(id: string): string {
  return `rules/${id}.mdx`;
}

/** `mongodb/activity_outputs.mdx` → `reference/mongodb/activity_outputs`, without slashes around it; the overview is `reference`. */
export function routeOfPage(file: string): string {
  return `reference/${file}`.replace(/\.mdx$/, '').replace(/\/index$/, '');
}

/** Fragment of a field on its entity's page, in letters of every script: `activityId`, `items.sku` for `items[].sku`. Never that of a section. */
export function fieldAnchor(path: string): string {
  const readable = path.replaceAll('[]', '').replaceAll('{}', '.*').replaceAll('{key}', '.key');
  const safe = /^[\p{L}\p{M}\p{N}_.*-]+$/u.test(readable) ? readable : `${readable.replace(/[^\p{L}\p{M}\p{N}_.*-]+/gu, '-')}-${shortHash(path)}`;
  return SECTION_ANCHORS.has(safe) || safe.startsWith('_top') || safe.startsWith('starlight__') ? `field.${safe}` : safe;
}

/** Fragments of the sections of an entity's page; a field of that name gets `field.` in front. */
const SECTION_ANCHORS: ReadonlySet<string> = new Set([
  'description', 'diagram', 'fields', 'references', 'references-out', 'references-in', 'key', 'key-template', 'indexes', 'constraints', 'retention', 'tenancy',
  'processes', 'findings', 'source', 'json-schema', 'storage', 'lifecycle',
]);

/**
 * A name as a file name that every file system can hold and tells from all others: letters of every script, in lower case, digits, `_` and `-`. `order_items` stays as it is;
 * where something of the name is lost (`OrderItems`, `order items`, `🦊`), or where the result would mean something else, a hash of the name follows: `order-items-8a4f02`.
 */
function fileNameOf(name: string): string {
  const readable = shortened(
    name.replace(/(?<=[\p{Ll}\p{N}])(?=\p{Lu})|\p{Default_Ignorable_Code_Point}/gu, '-').toLowerCase().normalize('NFC')
      .replace(/[^\p{L}\p{M}\p{N}_]+/gu, '-').replace(/^[-\p{M}]+|-+$/gu, ''),
  );
  return readable === name && isOnlyItself(readable) ? readable : [readable, shortHash(name)].filter((part) => part !== '').join('-');
}

/** False for what another name could be taken for, on a disk that knows no case (`ß` is `SS` there), and for what ends as if with a hash. */
function isOnlyItself(fileName: string): boolean {
  return fileName.toUpperCase().toLowerCase().normalize('NFC') === fileName && !/(^|-)[0-9a-f]{6}$/.test(fileName) && !RESERVED.test(fileName);
}

/** Pages that are not those of entities, and names that Windows keeps for devices. */
const RESERVED = /^(|index|404|con|prn|aux|nul|com[\p{N}]|lpt[\p{N}])$/u;

/** 100 bytes, whole characters: with hash and ending the path stays below what Windows and archive tools can hold. */
function shortened(text: string): string {
  let bytes = 0;
  const kept = [...text].filter((character) => (bytes += new TextEncoder().encode(character).length) <= 100);
  return kept.length === [...text].length ? text : kept.join('').replace(/-+$/, '');
}
