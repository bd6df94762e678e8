import { join } from 'node:path';
import { readText } from '../disk/read-pages.ts';
import { compareCatalogs } from '../drift/changes/compare-catalogs.ts';
import { CHANGES_PAGE, commitsAskedFor, renderChangesPage } from '../emit/mdx/pages/changes.ts';
import type { Catalog } from '../model/catalog.ts';
import type { Changelog, ChangelogEntry } from '../model/change.ts';
import type { PageSet } from '../model/page-set.ts';
import { findRunner } from '../read/find-runner.ts';
import { parseCatalog } from '../read/parse-catalog.ts';

/**
 * The pages, and that of the changes where there is one. It is made of the history, which the schema does not know: without a changelog the page that is on the disk
 * stays as it is, and is neither stale nor orphaned.
 */
export function withChangesPage(pages: PageSet, outDir: string, catalog: Catalog, changelog?: Changelog): PageSet {
  const kept = changelog === undefined ? readText(join(outDir, CHANGES_PAGE)) : changelog.asked === 0 ? undefined : renderChangesPage(catalog, changelog, findRunner(outDir));
  return kept === undefined || commitsAskedFor(kept) === undefined ? pages : new Map([...pages, [CHANGES_PAGE, kept]]);
}

/** How many commits the page of changes on the disk was made of; undefined where there is none. */
export function changesPageAskedFor(outDir: string): number | undefined {
  return commitsAskedFor(readText(join(outDir, CHANGES_PAGE)) ?? '');
}

/** A commit that touched the catalog. */
export interface CommittedCatalog extends Pick<ChangelogEntry, 'date' | 'commit' | 'subject'> {
  /** Of `catalog.json`; undefined where the commit deleted it. */
  readonly text: string | undefined;
}

/**
 * What each commit did. The last of them is only what the one before it is compared with.
 * @param commits the newest first
 * @param isWhole there is no older one
 */
export function buildChangelog(commits: readonly CommittedCatalog[], isWhole: boolean): readonly ChangelogEntry[] {
  const parsed = commits.map(({ text, ...commit }) => ({ commit, parsed: text === undefined ? { problem: 'it is not there' } : parseCatalog(text) }));
  return parsed.flatMap(({ commit, parsed: after }, at): readonly ChangelogEntry[] => {
    const before = parsed[at + 1]?.parsed;
    if (before === undefined && !isWhole) return [];
    if (after.problem !== undefined) return [{ ...commit, content: { kind: 'unreadable', problem: `of its catalog, ${after.problem}` } }];
    if (before === undefined) return [{ ...commit, content: { kind: 'begin', entities: after.catalog.entities.length } }];
    if (before.problem !== undefined) return [{ ...commit, content: { kind: 'unreadable', problem: `of the catalog before it, ${before.problem}` } }];
    return [{ ...commit, content: { kind: 'changes', changes: compareCatalogs(before.catalog, after.catalog) } }];
  });
}
