import { fileURLToPath } from 'node:url';
import { createGenerator } from 'ts-json-schema-generator';
import { stableJson } from '../src/lib/model/stable-json.ts';

/**
 * JSON Schema (draft-07) of a type, as the text of a file.
 * @param path of the file that holds the type, from the root of this package
 */
export function makeJsonSchema({ path, type, title }: { readonly path: string; readonly type: string; readonly title: string }): string {
  const at = (file: string) => fileURLToPath(new URL(`../${file}`, import.meta.url));
  const generator = createGenerator({
    path: at(path),
    tsconfig: at('tsconfig.json'),
    type,
    // The type check has a command of its own.
    skipTypeCheck: true,
    additionalProperties: false,
    sortProps: false,
    topRef: true,
  });
  const { $schema, ...schema } = generator.createSchema(type);
  return stableJson({ $schema, title, ...schema });
}
