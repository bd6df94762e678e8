import { DiskError } from '../disk/disk-error.ts';
import { writePages, type WriteCounts } from '../disk/write-pages.ts';
import type { Catalog } from '../model/catalog.ts';
import type { Changelog } from '../model/change.ts';
import type { Finding } from '../model/finding.ts';
import { withChangesPage } from './changes-page.ts';
import { makePages } from './make-pages.ts';
import { OWNERSHIP } from './ownership.ts';

/**
 * Makes all pages of a schema and writes them to disk. Nothing is written unless the whole schema could be read.
 * @param folders absolute paths
 * @param options.changelog also makes a page of it; absent: the one that is there stays
 */
export async function generate(folders: Folders, { make = makePages, changelog }: GenerateOptions = {}): Promise<GenerateResult> {
  const made = await make(folders.schemaDir, folders.schemaName);
  if (made.kind === 'unreadable') return made;
  try {
    const counts = await writePages(folders.outDir, withChangesPage(made.pages, folders.outDir, made.catalog, changelog), OWNERSHIP);
    return { kind: 'generated', catalog: made.catalog, findings: made.findings.map(asWarning), counts };
  } catch (error) {
    if (error instanceof DiskError) return { kind: 'unwritable', findings: [diskFinding(error)] };
    throw error;
  }
}

export interface GenerateOptions {
  readonly make?: typeof makePages;
  readonly changelog?: Changelog | undefined;
}

export interface Folders {
  /** Holds the definitions. */
  readonly schemaDir: string;
  /** What messages call that folder; default: the last part of its path. */
  readonly schemaName?: string;
  /** Gets `src/content/docs/reference/` and `public/`. */
  readonly outDir: string;
}

export type GenerateResult =
  | { readonly kind: 'generated'; readonly catalog: Catalog; /** Warnings: a claim that does not hold is one here, as its page tells the verdict. */ readonly findings: readonly Finding[]; readonly counts: WriteCounts }
  | { readonly kind: 'unreadable' | 'unwritable'; readonly findings: readonly Finding[] };

/** The pages are written all the same; `check` is where a claim that does not hold fails. */
function asWarning(finding: Finding): Finding {
  return finding.severity === 'error' ? { ...finding, severity: 'warning' } : finding;
}

function diskFinding(error: DiskError): Finding {
  return { rule: 'disk-refuses', severity: 'error', message: error.message, hint: error.hint };
}
