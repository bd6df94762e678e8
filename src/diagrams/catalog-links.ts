import { readFileSync, statSync } from 'node:fs';
import type { Catalog } from '../lib/model/catalog.ts';
import { buildPagePaths, fieldAnchor, routeOfPage, type PagePaths } from '../lib/model/page-path.ts';
import type { HrefFor } from './resolve-links.ts';

/**
 * Links from the addresses in diagrams to the pages of a published catalog; read again when the file changes, for the dev server.
 * @param file path of `catalog.json`; while it does not exist nothing is a link
 * @param base path under which the site is served: begins and ends with a slash
 */
export function catalogLinks(file: string, base: string): HrefFor {
  let known: { readonly changed: number; readonly hrefFor: HrefFor } | undefined;
  return (entityId, fieldPath) => {
    const changed = statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
    if (known?.changed !== changed) known = { changed, hrefFor: changed === 0 ? () => undefined : linksTo(JSON.parse(readFileSync(file, 'utf8')) as Catalog, base) };
    return known.hrefFor(entityId, fieldPath);
  };
}

/** The same for a catalog that is at hand. */
export function linksTo(catalog: Catalog, base: string): HrefFor {
  const { paths, fields } = pagesOf(catalog);
  const hrefFor: HrefFor = (entityId, fieldPath) => {
    const pointing = paths.entities.has(entityId) ? undefined : pointingField(entityId, fields);
    if (pointing !== undefined) return hrefFor(pointing.entity, pointing.field);
    const page = paths.entities.get(entityId) ?? storePage(entityId, paths);
    if (page === undefined) return undefined;
    const href = `${base}${routeOfPage(page)}/`;
    const known = fieldPath !== undefined && fields.get(entityId)?.has(fieldPath) === true;
    return { href: known ? `${href}#${encodeURIComponent(fieldAnchor(fieldPath))}` : fieldPath === 'key' ? `${href}#key-template` : href };
  };
  return hrefFor;
}

interface Pages {
  readonly paths: PagePaths;
  readonly fields: ReadonlyMap<string, ReadonlySet<string>>;
}

function pagesOf(catalog: Catalog): Pages {
  return { paths: buildPagePaths(catalog), fields: new Map(catalog.entities.map((entity) => [entity.address, new Set(entity.fields.map((field) => field.path))])) };
}

/** `postgresql.* by mongodb.audit_logs.resourceId`, those that this field may point at: its row says which. */
function pointingField(id: string, fields: Pages['fields']): { readonly entity: string; readonly field: string } | undefined {
  const named = /^[^.]+\.\* by (.+)$/s.exec(id)?.[1] ?? '';
  // Names of entities and paths of fields may both hold dots.
  for (let dot = named.indexOf('.'); dot >= 0; dot = named.indexOf('.', dot + 1)) {
    const [entity, field] = [named.slice(0, dot), named.slice(dot + 1)];
    if (fields.get(entity)?.has(field) === true) return { entity, field };
  }
  return undefined;
}

/** `postgresql.*`, any entity of a store, and `domain/billing`, a group, lead to the page of the store or the domain. */
function storePage(id: string, { entities, domains }: PagePaths): string | undefined {
  const store = id.endsWith('.*') ? id.slice(0, -2) : id;
  if ([...entities.keys()].some((address) => address.startsWith(`${store}.`))) return `${store}/index.mdx`;
  return id.startsWith('domain/') ? domains.get(id.slice('domain/'.length)) : undefined;
}
