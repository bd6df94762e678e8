import type { WriteCounts } from '../disk/write-pages.ts';
import { renderPlan } from '../emit/render-pages.ts';
import type { Catalog } from '../model/catalog.ts';
import type { Changelog } from '../model/change.ts';
import type { DocsSettings } from '../model/docs-settings.ts';
import type { Finding } from '../model/finding.ts';
import type { PageSet } from '../model/page-set.ts';
import { asWarning } from './as-warning.ts';
import { withChangesPage } from './changes-page.ts';
import { gateFindings } from './gate-pages.ts';
import { makePages } from './make-pages.ts';
import { sidebarFindings } from './sidebar-findings.ts';
import { describeWithdrawn } from './withdrawn-files.ts';
import { writePageSet } from './write-page-set.ts';

/**
 * Makes all pages of a schema and writes those that a team commits to disk. Nothing is written unless the whole schema could be read, and no text of it would run on a page.
 * @param folders absolute paths
 * @param options.changelog also makes a page of it; absent: the one that is there stays
 */
export async function generate(folders: Folders, { changelog, withSite = false }: GenerateOptions = {}): Promise<GenerateResult> {
  const made = await makePages(folders);
  if (made.kind === 'unreadable') return made;
  const pages = withChangesPage(made.pages, folders.outDir, made.catalog, changelog);
  const site = withSite ? renderPlan(made.site) : new Map<string, string>();
  const unsafe = [...gateFindings(pages, made.catalog), ...gateFindings(site, made.catalog), ...(await sidebarFindings(made.docs, folders.outDir, [...pages.keys(), ...made.site.keys()]))];
  if (unsafe.length > 0) return { kind: 'unwritable', findings: unsafe };
  const written = await writePageSet(folders.outDir, pages);
  if (written.kind === 'unwritable') return written;
  const { counts, withdrawn } = written;
  return { kind: 'generated', catalog: made.catalog, docs: made.docs, findings: made.findings.map(asWarning), counts, withdrawn: describeWithdrawn(withdrawn, made.site), site };
}

export interface GenerateOptions {
  readonly changelog?: Changelog | undefined;
  /** Also makes what the site shows, for who builds it; default: no. */
  readonly withSite?: boolean;
}

export interface Folders {
  /** Holds the definitions. */
  readonly schemaDir: string;
  /** What messages call that folder; default: the last part of its path. */
  readonly schemaName?: string;
  /** Gets `src/content/docs/reference/` and `public/`. */
  readonly outDir: string;
  /** Of Polyref: `check` tells by it whether pages are of another schema, or of another version. Absent: no page names it. */
  readonly version?: string;
  /** Milliseconds without any progress after which a file that is loading counts as one that never finishes; default: 10,000. */
  readonly timeout?: number | undefined;
}

export type GenerateResult =
  | { readonly kind: 'generated'; readonly catalog: Catalog; readonly docs: DocsSettings; /** Warnings: a claim that does not hold is one here, as its page tells the verdict. */ readonly findings: readonly Finding[]; readonly counts: WriteCounts; /** Sentences about files that are made with the site now, and were deleted; none where there were none. */ readonly withdrawn: readonly string[]; /** What the site shows, when that was asked for. */ readonly site: PageSet }
  | { readonly kind: 'unreadable' | 'unwritable'; readonly findings: readonly Finding[] };
