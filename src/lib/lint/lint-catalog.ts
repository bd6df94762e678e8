import { analysesOf, type Analyses } from '../analysis/analyses.ts';
import { measureCoverage, type CoverageReport } from '../analysis/coverage.ts';
import { sortFindings } from '../model/build-catalog.ts';
import type { Catalog } from '../model/catalog.ts';
import type { Finding, Severity } from '../model/finding.ts';
import type { StrayComment } from '../model/stray-comment.ts';
import type { SuppressedFinding } from '../model/suppression.ts';
import { runRules } from '../rules/run-rules.ts';
import type { Baseline } from '../model/baseline.ts';
import { applyBaseline } from './baseline.ts';
import { applyIgnores } from './apply-ignores.ts';
import { applySuppressions, type SuppressionFault } from './apply-suppressions.ts';
import { checkCoverage } from './check-coverage.ts';
import { summarizeFindings } from './summarize.ts';
import type { LintSettings } from './settings.ts';
import { findStrayComments, STRAY_DOC_COMMENT } from './stray-comments.ts';

/** Asks the rules about a catalog, and tells what counts from what is excused. Throws `RuleFailure` when a rule of a team throws. */
export function lintCatalog(catalog: Catalog, settings: LintSettings, { baseline, today, only, strays = [], analyses = analysesOf(catalog) }: LintOptions = {}): LintOutcome {
  const asked = settings.run.filter(({ rule }) => only === undefined || only.includes(rule.id));
  const comments = findStrayComments(strays, catalog).flatMap((comment) => weigh(comment, settings, only));
  const ran = new Set([...asked.map(({ rule }) => rule.id), ...(severityOf(STRAY_DOC_COMMENT, settings, only) === 'off' ? [] : [STRAY_DOC_COMMENT])]);
  const found = sortFindings([...runRules(catalog, asked, analyses), ...comments]);
  const known = [...settings.rules.keys()];
  const afterIgnores = applyIgnores(found, settings.ignored, ran);
  const afterSuppressions = applySuppressions(afterIgnores.counted, catalog, { known, ran, today });
  const afterBaseline = baseline === undefined ? { counted: afterSuppressions.counted, suppressed: [], faults: [] } : applyBaseline(afterSuppressions.counted, baseline, { known, ran });
  const coverage = measureCoverage(catalog);
  const faults = [...afterIgnores.faults, ...afterSuppressions.faults, ...afterBaseline.faults, ...checkCoverage(coverage, settings, baseline)];
  const suppressed = sortSuppressed([...afterIgnores.suppressed, ...afterSuppressions.suppressed, ...afterBaseline.suppressed]);
  return {
    findings: summarizeFindings(sortFindings([...afterBaseline.counted, ...faults.flatMap((fault) => weigh(fault, settings, only))]), settings.rules, catalog, suppressed.map(({ finding }) => finding)),
    suppressed,
    baselined: afterSuppressions.counted,
    coverage,
  };
}

export interface LintOptions {
  readonly baseline?: Baseline | undefined;
  /** `2027-03-01`: what a suppression's last day is compared with; absent: none has passed. */
  readonly today?: string | undefined;
  /** Ids of the only rules to ask. */
  readonly only?: readonly string[] | undefined;
  /** What the schema's text has that no catalog shows. */
  readonly strays?: readonly StrayComment[] | undefined;
  /** Of this catalog, where they are there already. */
  readonly analyses?: Analyses;
}

export interface LintOutcome {
  /** What counts, sorted by place; many that are one fact about a store as one. */
  readonly findings: readonly Finding[];
  /** What does not count, and why, sorted alike. */
  readonly suppressed: readonly SuppressedFinding[];
  /** What a baseline may hold: what rules found and nothing else excuses. */
  readonly baselined: readonly Finding[];
  readonly coverage: CoverageReport;
}

/** What the engine finds has the severity of its own rules. */
function weigh(fault: SuppressionFault, settings: LintSettings, only: readonly string[] | undefined): readonly Finding[] {
  const severity = severityOf(fault.rule, settings, only);
  return severity === 'off' ? [] : [{ ...fault, severity }];
}

function severityOf(rule: string, { rules }: LintSettings, only: readonly string[] | undefined): Severity | 'off' {
  return only?.includes(rule) === false ? 'off' : (rules.get(rule)?.severity ?? 'off');
}

function sortSuppressed(suppressed: readonly SuppressedFinding[]): readonly SuppressedFinding[] {
  const excused = new Map(suppressed.map((each) => [each.finding, each]));
  return sortFindings([...excused.keys()]).flatMap((finding) => excused.get(finding) ?? []);
}
