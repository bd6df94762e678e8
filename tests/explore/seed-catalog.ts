import { join } from 'node:path';
import { makePages } from '../../src/lib/index.ts';
import type { Catalog } from '../../src/lib/model/catalog.ts';

/** The catalog of the schema that is shipped. */
export async function seedCatalog(): Promise<Catalog> {
  const made = await makePages({ schemaDir: join(import.meta.dirname, '../../schema') });
  if (made.kind !== 'made') throw new Error(made.findings[0]?.message);
  return made.catalog;
}
