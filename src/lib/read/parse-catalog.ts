import type { Catalog } from '../model/catalog.ts';

/** A `catalog.json` that was written before, or why its text is none that this Polyref reads (continues a sentence: `it is …`). */
export function parseCatalog(text: string): { readonly catalog: Catalog; readonly problem?: undefined } | { readonly problem: string } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { problem: 'it is no JSON' };
  }
  if (typeof value !== 'object' || value === null || !('catalogVersion' in value)) return { problem: 'it is no catalog of Polyref' };
  const version = value.catalogVersion;
  if (version !== VERSION) return { problem: `it is a catalog of version ${String(version)}, and this Polyref reads version ${VERSION}` };
  const missing = LISTS.filter((list) => !Array.isArray((value as Readonly<Record<string, unknown>>)[list]));
  return missing.length > 0 ? { problem: `it has no \`${missing[0]}\`` } : { catalog: value as unknown as Catalog };
}

const VERSION: Catalog['catalogVersion'] = 1;
const LISTS = ['stores', 'domains', 'entities', 'references', 'tombstones', 'processes', 'claims'] as const;
