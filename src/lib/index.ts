/**
 * The generator: from a schema folder to pages, from values to values. It touches no console, no process and no current directory;
 * `scripts/` does.
 */
export { generate, type Folders, type GenerateResult } from './pipeline/generate.ts';
export { check, type CheckResult } from './pipeline/check.ts';
export { explain, type Explained } from './pipeline/explain.ts';
export { findKey, type FoundKey } from './pipeline/find-key.ts';
export { lint, type LintInputs, type LintResult } from './pipeline/lint.ts';
export { updateBaseline, type UpdatedBaseline } from './pipeline/update-baseline.ts';
export { makePages, type MadePages } from './pipeline/make-pages.ts';
export { createSession, type ReadSchema, type Session, type SessionRead, type SessionWrite } from './pipeline/create-session.ts';
export { OWNERSHIP } from './pipeline/ownership.ts';
export { readCatalog, type ReadCatalog } from './pipeline/read-catalog.ts';
export { review, type Review } from './pipeline/review.ts';
export { buildChangelog, changesPageAskedFor, type CommittedCatalog } from './pipeline/changes-page.ts';
export { drawChanges, reviewReport, type ChangePictures } from './pipeline/review-report.ts';
export { acceptanceLine, ACCEPTED_FILE } from './drift/changes/accept-changes.ts';
export { parseCatalog } from './read/parse-catalog.ts';
export { loadSchema } from './read/load-schema.ts';
export { buildCatalog } from './model/build-catalog.ts';
export { filesBeside } from './pipeline/read-system.ts';
export { renderPages, renderPlan, type PagePlan } from './emit/render-pages.ts';
export { lintCatalog, type LintOutcome } from './lint/lint-catalog.ts';
export { resolveConfig } from './lint/resolve-config.ts';
export { rules } from './rules/index.ts';
export { judgeClaims } from './analysis/claims.ts';
export { describeCounts, describeOutcome } from './report/describe-counts.ts';
export { FINDINGS } from './report/vocabulary.ts';
export { reporters } from './report/index.ts';
export type { Report, Reporter, ReportOptions } from './report/report.ts';
export { renderTable } from './report/render-table.ts';
export { renderTerminalReport } from './report/terminal-reporter.ts';
export { documentText, joinLines, keepColours, type TerminalText } from './model/terminal-text.ts';
export { breakCommands, visibleLine } from './model/visible-line.ts';
export type { Catalog } from './model/catalog.ts';
export type { Change, ChangeLevel, Changelog } from './model/change.ts';
export { singleFindings, type Finding } from './model/finding.ts';
export type { PageSet } from './model/page-set.ts';
