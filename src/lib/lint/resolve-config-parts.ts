import type { Ignored } from '../dsl/config.ts';
import { COVERAGE_METRICS, type CoverageMetric } from '../model/coverage-metric.ts';
import { isObject } from '../model/is-object.ts';
import type { Location } from '../model/location.ts';
import { didYouMean } from '../model/suggest.ts';
import type { PlaceOf, ReportMistake } from './resolve-config.ts';

/** `ignore`: each with its place. */
export function resolveIgnored(value: unknown, ids: readonly string[], placeOf: PlaceOf, report: ReportMistake): readonly (Ignored & { readonly location?: Location })[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) {
    report('ignore', '`ignore` is not a list.', IGNORE_HINT);
    return [];
  }
  return (value as readonly unknown[]).flatMap((each, index) => {
    const part = `ignore.${index}`;
    if (!isObject(each) || typeof each['addresses'] !== 'string' || each['addresses'] === '') {
      report(part, 'What is ignored has no `addresses`.', IGNORE_HINT);
      return [];
    }
    const { addresses, rules, reason, ...rest } = each;
    for (const key of Object.keys(rest)) report(part, `\`${key}\` is not an option of what is ignored.`, didYouMean(key, IGNORE_KEYS) || `It takes ${IGNORE_KEYS.map((name) => `\`${name}\``).join(', ')}.`);
    if (typeof reason !== 'string' || reason.trim() === '') report(part, `That \`${addresses}\` is ignored has no reason.`, 'Say why, in a sentence: reason: \'…\'.');
    if (rules !== undefined && !(Array.isArray(rules) && rules.every((rule) => typeof rule === 'string'))) {
      report(part, `\`rules\` of what is ignored at \`${addresses}\` is not a list of rule ids.`, "Write rules: ['missing-owner'], or leave it out for all.");
      return [];
    }
    for (const rule of (rules as readonly string[] | undefined) ?? []) if (!ids.includes(rule)) report(part, `There is no rule \`${rule}\`.`, didYouMean(rule, ids) || '`polyref explain` lists them.');
    const location = placeOf(part) ?? placeOf('ignore');
    return [{ addresses, reason: String(reason), ...(rules === undefined ? {} : { rules: rules as readonly string[] }), ...(location === undefined ? {} : { location }) }];
  });
}

const IGNORE_KEYS = ['addresses', 'rules', 'reason'];
const IGNORE_HINT = "Write ignore: [{ addresses: 'mongodb.legacy_*', reason: '…' }].";

/** `coverage: { min }`: one number stands for every metric. */
export function resolveCoverage(value: unknown, report: ReportMistake): Readonly<Partial<Record<CoverageMetric, number>>> {
  if (value === undefined) return {};
  const min = isObject(value) ? value['min'] : value;
  if (!isObject(value) || Object.keys(value).some((key) => key !== 'min') || (min !== undefined && typeof min !== 'number' && !isObject(min))) {
    report('coverage', '`coverage` takes `min`: a percentage, or one for each thing.', 'Write coverage: { min: 80 } or coverage: { min: { fields: 80, owners: 100 } }.');
    return {};
  }
  const minimum = isObject(min) ? min : typeof min === 'number' ? Object.fromEntries(COVERAGE_METRICS.map((metric) => [metric, min])) : {};
  const resolved: Partial<Record<CoverageMetric, number>> = {};
  for (const [name, percent] of Object.entries(minimum)) {
    const problem = minimumProblem(name, percent);
    if (problem === undefined) resolved[name as CoverageMetric] = percent as number;
    else report('coverage.min', problem.message, problem.hint);
  }
  return resolved;
}

/** What is wrong with a minimum; `undefined` when nothing is. */
export function minimumProblem(name: string, percent: unknown): { readonly message: string; readonly hint: string } | undefined {
  if (!COVERAGE_METRICS.some((metric) => metric === name)) {
    return { message: `Coverage knows no \`${name}\`.`, hint: didYouMean(name, COVERAGE_METRICS) || `It knows ${COVERAGE_METRICS.map((metric) => `\`${metric}\``).join(', ')}.` };
  }
  if (typeof percent === 'number' && percent >= 0 && percent <= 100) return undefined;
  return { message: `The minimum of \`${name}\` is no percentage.`, hint: 'Write a number from 0 to 100.' };
}

export function resolveDocs(value: unknown, report: ReportMistake): string | undefined {
  if (value === undefined) return undefined;
  if (typeof value === 'string' && URL.canParse(value) && /^https?:/.test(value)) return value.endsWith('/') ? value : `${value}/`;
  report('docs', '`docs` is not the address of a site.', "Write docs: 'https://docs.example.com/'.");
  return undefined;
}
