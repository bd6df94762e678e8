import type { Catalog } from '../model/catalog.ts';
import type { Finding } from '../model/finding.ts';
import type { PageSet } from '../model/page-set.ts';
import { buildCatalog, sortFindings } from '../model/build-catalog.ts';
import { loadSchema } from '../read/load-schema.ts';
import { planPages } from '../emit/render-pages.ts';
import { claimFindings } from './claim-findings.ts';

/**
 * Runs a schema folder through the whole generator, in memory.
 * A schema with mistakes makes no pages: a page about half of a system would be a wrong page.
 * @param schemaDir absolute path
 * @param schemaName what messages call that folder; default: the last part of its path
 */
export async function makePages(schemaDir: string, schemaName?: string): Promise<MadePages> {
  const planned = await planSchema(schemaDir, schemaName);
  if (planned.kind === 'unreadable') return planned;
  const { catalog, plan, findings } = planned;
  return { kind: 'made', catalog, pages: new Map([...plan].map(([path, render]) => [path, render()])), findings };
}

export type MadePages =
  | { readonly kind: 'made'; readonly catalog: Catalog; readonly pages: PageSet; /** Warnings, and claims that do not hold. */ readonly findings: readonly Finding[] }
  | Unreadable;

/** All but the making of the pages, of which each is then made when it is asked for. */
export async function planSchema(schemaDir: string, schemaName?: string): Promise<PlannedPages> {
  const loaded = await loadSchema(schemaDir, schemaName === undefined ? {} : { name: schemaName });
  const { catalog, findings } = buildCatalog(loaded.drafts);
  const all = sortFindings([...loaded.findings, ...findings]);
  if (all.some((finding) => finding.severity === 'error')) return { kind: 'unreadable', findings: all };
  return { kind: 'planned', catalog, plan: planPages(catalog), findings: [...all, ...claimFindings(catalog)] };
}

export type PlannedPages =
  | {
      readonly kind: 'planned';
      readonly catalog: Catalog;
      /** Path of each page, sorted → what makes its text. */
      readonly plan: ReadonlyMap<string, () => string>;
      /** Warnings, and claims that do not hold. */
      readonly findings: readonly Finding[];
    }
  | Unreadable;

interface Unreadable {
  readonly kind: 'unreadable';
  /** Every mistake of the schema, not only the first. */
  readonly findings: readonly Finding[];
}
