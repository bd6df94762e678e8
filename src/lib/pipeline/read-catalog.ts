import { buildCatalog, sortFindings } from '../model/build-catalog.ts';
import type { Catalog } from '../model/catalog.ts';
import type { Finding } from '../model/finding.ts';
import { loadSchema } from '../read/load-schema.ts';

/**
 * The catalog of a schema folder, without asking the rules about it.
 * @param schemaDir absolute path
 * @param schemaName what messages call that folder
 */
export async function readCatalog(schemaDir: string, schemaName: string): Promise<ReadCatalog> {
  const loaded = await loadSchema(schemaDir, { name: schemaName });
  const { catalog, findings } = buildCatalog(loaded.drafts);
  const all = sortFindings([...loaded.findings, ...findings]);
  return all.length > 0 ? { kind: 'unreadable', findings: all } : { kind: 'read', catalog };
}

export type ReadCatalog = { readonly kind: 'read'; readonly catalog: Catalog } | { readonly kind: 'unreadable'; /** Every mistake. */ readonly findings: readonly Finding[] };
