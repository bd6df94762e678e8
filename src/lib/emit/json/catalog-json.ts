import type { Catalog } from '../../model/catalog.ts';
import catalogSchema from './catalog.schema.json' with { type: 'json' };
import { stableJson } from '../../model/stable-json.ts';
import type { PlannedFile } from '../planned-file.ts';

/** The catalog as a file. */
export function planCatalogJson(catalog: Catalog): readonly PlannedFile[] {
  return [['public/catalog.json', () => stableJson(catalog)]];
}

/** What a catalog of this version may hold, beside it on the site. */
export function planCatalogSchema(): readonly PlannedFile[] {
  return [['public/catalog.schema.json', () => stableJson(catalogSchema)]];
}
