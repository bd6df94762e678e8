import { buildCatalog, sortFindings } from '../model/build-catalog.ts';
import type { Catalog } from '../model/catalog.ts';
import type { Finding } from '../model/finding.ts';
import { loadSchema } from '../read/load-schema.ts';
import type { SystemInputs } from './read-system.ts';

/**
 * The catalog of a schema folder, without asking the rules about it.
 */
export async function readCatalog({ schemaDir, schemaName, timeout }: Pick<SystemInputs, 'schemaDir' | 'schemaName' | 'timeout'>): Promise<ReadCatalog> {
  const loaded = await loadSchema(schemaDir, { ...(schemaName === undefined ? {} : { name: schemaName }), ...(timeout === undefined ? {} : { timeout }) });
  const { catalog, findings } = buildCatalog(loaded.drafts);
  const all = sortFindings([...loaded.findings, ...findings]);
  return all.length > 0 ? { kind: 'unreadable', findings: all } : { kind: 'read', catalog };
}

export type ReadCatalog = { readonly kind: 'read'; readonly catalog: Catalog } | { readonly kind: 'unreadable'; /** Every mistake. */ readonly findings: readonly Finding[] };
