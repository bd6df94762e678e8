import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { stableJson } from '../src/lib/emit/json/stable-json.ts';
import { createGenerator } from 'ts-json-schema-generator';

/** JSON Schema (draft-07) of `catalog.json`, from the types of `src/lib/model`. */
export function makeCatalogSchema(): string {
  const at = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));
  const generator = createGenerator({
    path: at('src/lib/model/catalog.ts'),
    tsconfig: at('tsconfig.json'),
    type: 'Catalog',
    // The type check has a command of its own.
    skipTypeCheck: true,
    additionalProperties: false,
    sortProps: false,
    topRef: true,
  });
  const { $schema, ...schema } = generator.createSchema('Catalog');
  return stableJson({ $schema, title: 'Polyref catalog, version 1', ...schema });
}

if (import.meta.main) {
  writeFileSync(new URL('../src/lib/emit/json/catalog.schema.json', import.meta.url), makeCatalogSchema());
  console.log('Wrote src/lib/emit/json/catalog.schema.json');
}
