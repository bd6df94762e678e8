import { DiskError } from '../disk/disk-error.ts';
import { writePages, type WriteCounts } from '../disk/write-pages.ts';
import type { Catalog } from '../model/catalog.ts';
import type { Finding } from '../model/finding.ts';
import { makePages } from './make-pages.ts';
import { OWNED_FOLDERS } from './owned-folders.ts';

/**
 * Makes all pages of a schema and writes them to disk. Nothing is written unless the whole schema could be read.
 * @param folders absolute paths
 */
export async function generate(folders: Folders, make: typeof makePages = makePages): Promise<GenerateResult> {
  const made = await make(folders.schemaDir);
  if (made.kind === 'unreadable') return made;
  try {
    const counts = await writePages(folders.outDir, made.pages, { owned: OWNED_FOLDERS });
    return { kind: 'generated', catalog: made.catalog, findings: made.findings, counts };
  } catch (error) {
    if (error instanceof DiskError) return { kind: 'unwritable', findings: [diskFinding(error)] };
    throw error;
  }
}

export interface Folders {
  /** Holds the definitions. */
  readonly schemaDir: string;
  /** Gets `src/content/docs/reference/` and `public/`. */
  readonly outDir: string;
}

export type GenerateResult =
  | { readonly kind: 'generated'; readonly catalog: Catalog; readonly findings: readonly Finding[]; readonly counts: WriteCounts }
  | { readonly kind: 'unreadable' | 'unwritable'; readonly findings: readonly Finding[] };

export function diskFinding(error: DiskError): Finding {
  return { rule: 'disk-refuses', severity: 'error', message: error.message, hint: error.hint };
}
