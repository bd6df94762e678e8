import type { Catalog } from './catalog.ts';
import { shortHash } from './short-hash.ts';

/** Folder of the generated pages, relative to the out folder. */
export const REFERENCE_FOLDER = 'src/content/docs/reference';

/**
 * Where each entity, tombstone and domain has its page: address (or domain name) → file path below `REFERENCE_FOLDER`,
 * as `mongodb/activity_outputs.mdx`. File names hold only `[a-z0-9_-]`, so that the route is the path without its ending
 * on every file system; two names that would share a file, or that would hide an index page, carry a hash of the name.
 */
export function buildPagePaths(catalog: Pick<Catalog, 'entities' | 'tombstones' | 'domains'>): PagePaths {
  const entities = new Map<string, string>();
  const named = [...catalog.entities, ...catalog.tombstones];
  for (const store of new Set(named.map((entity) => entity.store))) {
    const inStore = named.filter((entity) => entity.store === store);
    const slugs = slugsOf(inStore.map((entity) => entity.name));
    for (const entity of inStore) entities.set(entity.address, `${store}/${slugs.get(entity.name)}.mdx`);
  }
  const domains = new Map<string, string>();
  for (const [name, slug] of slugsOf(catalog.domains.map((domain) => domain.name))) domains.set(name, `domains/${slug}.mdx`);
  return { entities, domains };
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

/** Fragment of a field on its entity's page: `activityId`, `items.sku` for `items[].sku`. Never that of a section. */
export function fieldAnchor(path: string): string {
  const readable = path.replaceAll('[]', '').replaceAll('{}', '.*').replaceAll('{key}', '.key');
  const safe = /^[A-Za-z0-9_.*-]+$/.test(readable) ? readable : `${readable.replace(/[^A-Za-z0-9_.*-]+/g, '-')}-${shortHash(path)}`;
  return SECTION_ANCHORS.has(safe) || safe.startsWith('_top') || safe.startsWith('starlight__') ? `field.${safe}` : safe;
}

/** Fragments of the sections of an entity's page; a field of that name gets `field.` in front. */
const SECTION_ANCHORS: ReadonlySet<string> = new Set([
  'description', 'diagram', 'fields', 'references', 'references-out', 'references-in', 'key', 'key-template', 'indexes', 'constraints', 'retention', 'tenancy',
  'processes', 'findings', 'source', 'json-schema', 'storage', 'lifecycle',
]);

const RESERVED_SLUGS = new Set(['index', '404', '']);

function slugsOf(names: readonly string[]): ReadonlyMap<string, string> {
  const slugs = new Map(names.map((name) => [name, slugOf(name)]));
  const uses = new Map<string, number>();
  for (const slug of slugs.values()) uses.set(slug, (uses.get(slug) ?? 0) + 1);
  for (const [name, slug] of slugs) {
    if (RESERVED_SLUGS.has(slug) || (uses.get(slug) ?? 0) > 1) slugs.set(name, `${slug}-${shortHash(name)}`.replace(/^-/, ''));
  }
  return slugs;
}

function slugOf(name: string): string {
  // 80 characters keep the whole path below what Windows and archive tools can hold.
  return name.toLowerCase().replace(/[^a-z0-9_]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 80);
}
