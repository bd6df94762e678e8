import { percentOf, type CoverageReport } from '../analysis/coverage.ts';
import { COVERAGE_METRICS, type CoverageMetric } from '../model/coverage-metric.ts';
import type { SuppressionFault } from './apply-suppressions.ts';
import type { Baseline } from '../model/baseline.ts';
import type { LintSettings } from './settings.ts';

/** What is covered less than it must be: than asked for, or than it was. One fault each, however many figures it has: what is new and bare lowers several at once. */
export function checkCoverage({ total }: CoverageReport, { minimum, minimumAt }: Pick<LintSettings, 'minimum' | 'minimumAt'>, baseline: Baseline | undefined): readonly SuppressionFault[] {
  const below: string[] = [];
  const fallen: string[] = [];
  for (const metric of COVERAGE_METRICS) {
    const percent = percentOf(total[metric]);
    const { covered, of } = total[metric];
    const found = `${percent} % of ${COVERED[metric]} (${covered} of ${of})`;
    const [asked, before] = [minimum[metric] ?? 0, baseline?.coverage[metric] ?? 0];
    if (percent < asked) below.push(`${found}; ${asked} % are asked for.`);
    if (percent < before) fallen.push(`${found}; it was ${before} %.`);
  }
  const hint = '`polyref lint --coverage` shows where it is missing.';
  return [
    ...(below.length > 0 ? [{ rule: 'coverage-below-minimum', address: 'system', message: below.join(' '), hint, ...(minimumAt === undefined ? {} : { location: minimumAt }) }] : []),
    ...(baseline !== undefined && fallen.length > 0 ? [{ rule: 'coverage-fell', address: 'system', message: fallen.join(' '), hint, location: baseline.location }] : []),
  ];
}

const COVERED: Readonly<Record<CoverageMetric, string>> = {
  entities: 'entities are described',
  fields: 'fields are described',
  references: 'references are described',
  owners: 'entities have an owner',
  retention: 'entities declare their retention',
  tenancy: 'entities declare their tenancy',
};
