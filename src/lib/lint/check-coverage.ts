import { percentOf, type CoverageReport } from '../analysis/coverage.ts';
import { COVERAGE_METRICS, type CoverageMetric } from '../model/coverage-metric.ts';
import type { SuppressionFault } from './apply-suppressions.ts';
import type { Baseline } from './baseline.ts';
import type { LintSettings } from './settings.ts';

/** What is covered less than it must be: than asked for, or than it was. */
export function checkCoverage({ total }: CoverageReport, { minimum, minimumAt }: Pick<LintSettings, 'minimum' | 'minimumAt'>, baseline: Baseline | undefined): readonly SuppressionFault[] {
  return COVERAGE_METRICS.flatMap((metric): readonly SuppressionFault[] => {
    const percent = percentOf(total[metric]);
    const { covered, of } = total[metric];
    const found = `${percent} % of ${COVERED[metric]} (${covered} of ${of})`;
    const asked = minimum[metric] ?? 0;
    const before = baseline?.coverage[metric] ?? 0;
    const hint = '`polyref lint --coverage` shows where it is missing.';
    return [
      ...(percent < asked ? [{ rule: 'coverage-below-minimum', address: 'system', message: `${found}; ${asked} % are asked for.`, hint, ...(minimumAt === undefined ? {} : { location: minimumAt }) }] : []),
      ...(baseline !== undefined && percent < before ? [{ rule: 'coverage-fell', address: 'system', message: `${found}; it was ${before} %.`, hint, location: baseline.location }] : []),
    ];
  });
}

const COVERED: Readonly<Record<CoverageMetric, string>> = {
  entities: 'entities are described',
  fields: 'fields are described',
  references: 'references are described',
  owners: 'entities have an owner',
  retention: 'entities declare their retention',
  tenancy: 'entities declare their tenancy',
};
