import type { Catalog } from '../../model/catalog.ts';
import catalogSchema from './catalog.schema.json' with { type: 'json' };
import { stableJson } from '../../model/stable-json.ts';
import type { PlannedFile } from '../planned-file.ts';

/** The catalog and its JSON Schema as files. */
export function planCatalogJson(catalog: Catalog): readonly PlannedFile[] {
  return [
    ['public/catalog.json', () => stableJson(catalog)],
    ['public/catalog.schema.json', () => stableJson(catalogSchema)],
  ];
}
