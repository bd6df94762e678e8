import type { Catalog } from '../../model/catalog.ts';
import catalogSchema from './catalog.schema.json' with { type: 'json' };
import { stableJson } from '../../model/stable-json.ts';

/** The catalog and its JSON Schema as files: path relative to the out folder → text. */
export function renderCatalogJson(catalog: Catalog): readonly (readonly [path: string, text: string])[] {
  return [
    ['public/catalog.json', stableJson(catalog)],
    ['public/catalog.schema.json', stableJson(catalogSchema)],
  ];
}
