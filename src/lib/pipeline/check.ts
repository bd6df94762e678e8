import { readPages } from '../disk/read-pages.ts';
import { comparePages } from '../drift/compare-pages.ts';
import type { Finding } from '../model/finding.ts';
import type { Folders } from './generate.ts';
import { makePages } from './make-pages.ts';
import { OWNED_FOLDERS } from './owned-folders.ts';

/** Makes all pages again, in memory, and says how the disk differs from them. Changes nothing. */
export async function check(folders: Folders, make: typeof makePages = makePages): Promise<CheckResult> {
  const made = await make(folders.schemaDir);
  if (made.kind === 'unreadable') return made;
  const actual = await readPages(folders.outDir, { owned: OWNED_FOLDERS, files: made.pages.keys() });
  return { kind: 'checked', pages: made.pages.size, drift: comparePages(made.pages, actual), findings: made.findings };
}

export type CheckResult =
  | {
      readonly kind: 'checked';
      /** How many pages the schema makes. */
      readonly pages: number;
      /** Pages that are missing, stale or orphaned: `generate` mends these. */
      readonly drift: readonly Finding[];
      /** What only an edit of the schema mends. */
      readonly findings: readonly Finding[];
    }
  | { readonly kind: 'unreadable'; readonly findings: readonly Finding[] };
