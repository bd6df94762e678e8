import type { Catalog } from '../lib/model/catalog.ts';
import { buildPagePaths, fieldAnchor, routeOfPage, type PagePaths } from '../lib/model/page-path.ts';
import type { HrefFor } from './resolve-links.ts';

/**
 * Links from the addresses in diagrams to the pages of a catalog; runs in the browser too.
 * @param base path under which the site is served: begins and ends with a slash
 */
export function linksOfCatalog(catalog: Catalog, base: string): HrefFor {
  const paths = buildPagePaths(catalog);
  const fields: Fields = new Map(catalog.entities.map((entity) => [entity.address, new Set(entity.fields.map((field) => field.path))]));
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

type Fields = ReadonlyMap<string, ReadonlySet<string>>;

/** `postgresql.* by mongodb.audit_logs.resourceId`, those that this field may point at: its row says which. */
function pointingField(id: string, fields: Fields): { readonly entity: string; readonly field: string } | undefined {
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
