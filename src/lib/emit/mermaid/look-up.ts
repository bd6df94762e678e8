import { buildCatalogIndex, type CatalogIndex } from '../../analysis/catalog-index.ts';
import type { Catalog } from '../../model/catalog.ts';

/** The index of a catalog, built once for each, so that a diagram costs what it draws and not what there is. */
export function lookUp(catalog: Catalog): CatalogIndex {
  const known = built.get(catalog);
  if (known !== undefined) return known;
  const index = buildCatalogIndex(catalog);
  built.set(catalog, index);
  return index;
}

const built = new WeakMap<Catalog, CatalogIndex>();
