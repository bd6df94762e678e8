import { writeFileSync } from 'node:fs';
import { makeJsonSchema } from './make-json-schema.ts';

/** JSON Schema of `catalog.json`, from the types of `src/lib/model`. */
export function makeCatalogSchema(): string {
  return makeJsonSchema({ path: 'src/lib/model/catalog.ts', type: 'Catalog', title: 'Polyref catalog, version 1' });
}

if (import.meta.main) {
  writeFileSync(new URL('../src/lib/emit/json/catalog.schema.json', import.meta.url), makeCatalogSchema());
  console.log('Wrote src/lib/emit/json/catalog.schema.json');
}
