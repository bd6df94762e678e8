import type { Catalog } from '../model/catalog.ts';
import type { Finding } from '../model/finding.ts';
import type { PageSet } from '../model/page-set.ts';
import { buildCatalog, sortFindings } from '../model/build-catalog.ts';
import { loadSchema } from '../read/load-schema.ts';
import { renderPages } from '../emit/render-pages.ts';
import { claimDoesNotHold } from '../rules/documentation/claim-does-not-hold.ts';
import { runRules } from '../rules/run-rules.ts';

/**
 * Runs a schema folder through the whole generator, in memory.
 * A schema with mistakes makes no pages: a page about half of a system would be a wrong page.
 * @param schemaDir absolute path
 * @param schemaName what messages call that folder; default: the last part of its path
 */
export async function makePages(schemaDir: string, schemaName?: string): Promise<MadePages> {
  const loaded = await loadSchema(schemaDir, schemaName === undefined ? {} : { name: schemaName });
  const { catalog, findings } = buildCatalog(loaded.drafts);
  const all = sortFindings([...loaded.findings, ...findings]);
  if (all.some((finding) => finding.severity === 'error')) return { kind: 'unreadable', findings: all };
  return { kind: 'made', catalog, pages: renderPages(catalog), findings: [...all, ...runRules(catalog, [{ rule: claimDoesNotHold }])] };
}

export type MadePages =
  | { readonly kind: 'made'; readonly catalog: Catalog; readonly pages: PageSet; /** Warnings, and claims that do not hold. */ readonly findings: readonly Finding[] }
  | { readonly kind: 'unreadable'; /** Every mistake of the schema, not only the first. */ readonly findings: readonly Finding[] };
