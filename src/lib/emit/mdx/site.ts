import { buildCatalogIndex, type CatalogIndex } from '../../analysis/catalog-index.ts';
import { judgeLifetimes, type LifetimeVerdict } from '../../analysis/lifetimes.ts';
import type { Catalog } from '../../model/catalog.ts';
import { buildPagePaths, type PagePaths } from '../../model/page-path.ts';
import type { FieldAddress } from '../../model/reference.ts';
import { buildNames, type Named } from './names.ts';
import type { Page } from './page.ts';
import { processAnchors } from './process-anchors.ts';

/** What all pages need to know, worked out once. */
export function buildSite(catalog: Catalog): Site {
  const index = buildCatalogIndex(catalog);
  const tenantKeys = catalog.entities.flatMap(({ address, tenancy }) => (tenancy?.kind === 'tenant' ? [{ entity: address, field: tenancy.field }] : []));
  return {
    index,
    paths: buildPagePaths(catalog),
    names: buildNames(index),
    processAnchors: processAnchors(catalog),
    ...(tenantKeys.length === 1 && tenantKeys[0] !== undefined ? { tenantKey: tenantKeys[0] } : {}),
    lifetimes: new Map(judgeLifetimes(catalog).map((verdict) => [verdict.reference, verdict])),
  };
}

export interface Site {
  readonly index: CatalogIndex;
  readonly paths: PagePaths;
  readonly names: ReadonlyMap<string, Named>;
  /** Fragment of each process on the page of processes, by name. */
  readonly processAnchors: ReadonlyMap<string, string>;
  /** What names a tenant, where there is one such key in the whole system. */
  readonly tenantKey?: FieldAddress;
  /** By id of the reference. */
  readonly lifetimes: ReadonlyMap<string, LifetimeVerdict>;
}

/** Makes one page, or one for each entity, store or domain. */
export type PageMaker = (site: Site) => readonly Page[];
