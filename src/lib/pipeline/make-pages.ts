import { renderPages } from '../emit/render-pages.ts';
import type { Finding } from '../model/finding.ts';
import type { PageSet } from '../model/page-set.ts';
import { claimDoesNotHold } from '../rules/documentation/claim-does-not-hold.ts';
import { lint, type LintResult } from './lint.ts';

/**
 * Runs a schema folder through the whole generator, in memory.
 * A schema with mistakes makes no pages: a page about half of a system would be a wrong page. So does a configuration with mistakes, as the pages tell what the rules find.
 * @param schemaDir absolute path
 * @param schemaName what messages call that folder; default: the last part of its path
 */
export async function makePages(schemaDir: string, schemaName?: string): Promise<MadePages> {
  // Without a day: pages are the same whenever they are made.
  const linted = await lint({ schemaDir, schemaName });
  if (linted.kind === 'unreadable') return linted;
  const { catalog, findings } = linted;
  return { kind: 'made', catalog, pages: renderPages(catalog, linted), findings: findings.filter((finding) => finding.rule === claimDoesNotHold.id), linted };
}

export type MadePages =
  | {
      readonly kind: 'made';
      readonly catalog: LintedSystem['catalog'];
      readonly pages: PageSet;
      /** Claims that do not hold: what makes the pages themselves untrue. */
      readonly findings: readonly Finding[];
      /** Everything that the rules say. */
      readonly linted: LintedSystem;
    }
  | { readonly kind: 'unreadable'; /** Every mistake of the schema, not only the first. */ readonly findings: readonly Finding[] };

type LintedSystem = Extract<LintResult, { readonly kind: 'linted' }>;
