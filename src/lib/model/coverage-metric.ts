/** What can be described or declared: entities, fields and references with words; owner, retention and tenancy of entities. */
export type CoverageMetric = (typeof COVERAGE_METRICS)[number];

export const COVERAGE_METRICS = ['entities', 'fields', 'references', 'owners', 'retention', 'tenancy'] as const;
