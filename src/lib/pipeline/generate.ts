import type { WriteCounts } from '../disk/write-pages.ts';
import type { Catalog } from '../model/catalog.ts';
import type { Changelog } from '../model/change.ts';
import type { DocsSettings } from '../model/docs-settings.ts';
import type { Finding } from '../model/finding.ts';
import { asWarning } from './as-warning.ts';
import { withChangesPage } from './changes-page.ts';
import { gateFindings } from './gate-pages.ts';
import { makePages } from './make-pages.ts';
import { writePageSet } from './write-page-set.ts';

/**
 * Makes all pages of a schema and writes them to disk. Nothing is written unless the whole schema could be read, and no text of it would run on a page.
 * @param folders absolute paths
 * @param options.changelog also makes a page of it; absent: the one that is there stays
 */
export async function generate(folders: Folders, { changelog }: GenerateOptions = {}): Promise<GenerateResult> {
  const made = await makePages(folders);
  if (made.kind === 'unreadable') return made;
  const pages = withChangesPage(made.pages, folders.outDir, made.catalog, changelog);
  const unsafe = gateFindings(pages, made.catalog);
  if (unsafe.length > 0) return { kind: 'unwritable', findings: unsafe };
  const written = await writePageSet(folders.outDir, pages);
  return written.kind === 'unwritable' ? written : { kind: 'generated', catalog: made.catalog, docs: made.docs, findings: made.findings.map(asWarning), counts: written.counts };
}

export interface GenerateOptions {
  readonly changelog?: Changelog | undefined;
}

export interface Folders {
  /** Holds the definitions. */
  readonly schemaDir: string;
  /** What messages call that folder; default: the last part of its path. */
  readonly schemaName?: string;
  /** Gets `src/content/docs/reference/` and `public/`. */
  readonly outDir: string;
  /** Milliseconds without any progress after which a file that is loading counts as one that never finishes; default: 10,000. */
  readonly timeout?: number | undefined;
}

export type GenerateResult =
  | { readonly kind: 'generated'; readonly catalog: Catalog; readonly docs: DocsSettings; /** Warnings: a claim that does not hold is one here, as its page tells the verdict. */ readonly findings: readonly Finding[]; readonly counts: WriteCounts }
  | { readonly kind: 'unreadable' | 'unwritable'; readonly findings: readonly Finding[] };
