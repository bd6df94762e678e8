import { DiskError } from '../disk/disk-error.ts';
import { writePages, type WriteCounts, type WriteOptions } from '../disk/write-pages.ts';
import type { Finding } from '../model/finding.ts';
import type { PageSet } from '../model/page-set.ts';
import { OWNERSHIP } from './ownership.ts';
import { findWithdrawn } from './withdrawn-files.ts';

/** Makes the disk hold all pages of a schema. What it refuses is a finding. */
export async function writePageSet(outDir: string, pages: PageSet, options?: WriteOptions): Promise<WriteResult> {
  try {
    const withdrawn = await findWithdrawn(outDir);
    return { kind: 'written', counts: await writePages(outDir, pages, { ...OWNERSHIP, withdrawn: [...withdrawn.keys()] }, options), withdrawn };
  } catch (error) {
    if (!(error instanceof DiskError)) throw error;
    return { kind: 'unwritable', findings: [{ rule: 'disk-refuses', severity: 'error', message: error.message, hint: error.hint }] };
  }
}

export type WriteResult =
  | { readonly kind: 'written'; readonly counts: WriteCounts; /** Files that are made with the site now, and were deleted: path → what stood in them. */ readonly withdrawn: PageSet }
  | { readonly kind: 'unwritable'; readonly findings: readonly Finding[] };
