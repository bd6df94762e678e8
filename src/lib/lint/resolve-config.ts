import { SEVERITIES, type Finding, type Severity } from '../model/finding.ts';
import { isObject } from '../model/is-object.ts';
import type { Location } from '../model/location.ts';
import { didYouMean } from '../model/suggest.ts';
import type { OptionValue, Rule } from '../rules/rule.ts';
import type { RuleToRun } from '../rules/run-rules.ts';
import { engineRules } from './engine-rules.ts';
import { resolveCoverage, resolveDocs, resolveIgnored } from './resolve-config-parts.ts';
import { resolveOwnRules } from './resolve-own-rules.ts';
import type { ConfiguredRule, LintSettings } from './settings.ts';

/**
 * What a configuration means. Every mistake in it is reported; with one, the settings are not to be used.
 * @param value as it was exported: of any form
 * @param placeOf where a part stands: `rules`, `rules.missing-owner`, `ignore.0`
 * @param builtIn the rules that Polyref brings
 */
export function resolveConfig(value: Readonly<Record<string, unknown>>, placeOf: PlaceOf, builtIn: readonly Rule[]): { readonly settings: LintSettings; readonly findings: readonly Finding[] } {
  const findings: Finding[] = [];
  const report: ReportMistake = (part, message, hint) => {
    const location = placeOf(part);
    findings.push({ rule: 'bad-config', severity: 'error', message, ...(hint === '' ? {} : { hint }), ...(location === undefined ? {} : { location }) });
  };
  for (const key of Object.keys(value).filter((each) => each !== 'kind' && !PARTS.includes(each))) {
    report(key, `\`${key}\` is not a part of the configuration.`, didYouMean(key, PARTS) || `It takes ${PARTS.map((part) => `\`${part}\``).join(', ')}.`);
  }
  const own = resolveOwnRules(value['own'], builtIn, report);
  const asked = [...builtIn, ...own];
  const described = [...asked, ...engineRules];
  const set = resolveRules(value['rules'], new Map(described.map((rule) => [rule.id, rule])), report);
  const rules = new Map(described.map(({ id, ...rule }): [string, ConfiguredRule] => [id, { ...rule, id, severity: (set.get(id) ?? set.get(ALL))?.severity ?? rule.severity }]));
  const run = asked.flatMap((rule): readonly RuleToRun[] => {
    const severity = rules.get(rule.id)?.severity ?? rule.severity;
    return severity === 'off' ? [] : [{ rule, severity, options: set.get(rule.id)?.options ?? {} }];
  });
  const minimum = resolveCoverage(value['coverage'], report);
  const minimumAt = placeOf('coverage');
  const docs = resolveDocs(value['docs'], report);
  const settings: LintSettings = {
    run,
    rules,
    ignored: resolveIgnored(value['ignore'], [...rules.keys()], placeOf, report),
    minimum,
    ...(minimumAt === undefined ? {} : { minimumAt }),
    ...(docs === undefined ? {} : { docs }),
  };
  return { settings, findings };
}

export type PlaceOf = (part: string) => Location | undefined;
export type ReportMistake = (part: string, message: string, hint: string) => void;

const PARTS = ['rules', 'ignore', 'own', 'coverage', 'docs'];
/** Stands for every rule that is not named. */
const ALL = '*';
const NO_RULE: Pick<Rule, 'options'> = { options: {} };
const SETTINGS: readonly unknown[] = ['off', ...SEVERITIES];
const SEVERITY_HINT = "Write 'off', 'note', 'warning' or 'error'; with options, ['warning', { … }].";

interface SetRule {
  readonly severity: Severity | 'off';
  readonly options: Readonly<Record<string, OptionValue>>;
}

function resolveRules(value: unknown, known: ReadonlyMap<string, Pick<Rule, 'options'>>, report: ReportMistake): ReadonlyMap<string, SetRule> {
  const set = new Map<string, SetRule>();
  if (value === undefined) return set;
  if (!isObject(value)) {
    report('rules', '`rules` is not an object of severities by rule.', "Write rules: { 'missing-owner': 'error' }.");
    return set;
  }
  for (const [id, setting] of Object.entries(value)) {
    const part = `rules.${id}`;
    const rule = id === ALL ? NO_RULE : known.get(id);
    if (rule === undefined) {
      report(part, `There is no rule \`${id}\`.`, didYouMean(id, known.keys()) || '`polyref explain` lists them.');
      continue;
    }
    const [severity, options = {}] = Array.isArray(setting) ? (setting as readonly unknown[]) : [setting];
    if (!SETTINGS.includes(severity) || (Array.isArray(setting) && setting.length > 2) || !isObject(options)) report(part, `The severity of \`${id}\` is none.`, SEVERITY_HINT);
    else set.set(id, { severity: severity as SetRule['severity'], options: resolveOptions(options, id, rule.options, report) });
  }
  return set;
}

function resolveOptions(options: Readonly<Record<string, unknown>>, id: string, known: Rule['options'], report: ReportMistake): Readonly<Record<string, OptionValue>> {
  const resolved: Record<string, OptionValue> = {};
  for (const [name, value] of Object.entries(options)) {
    const option = Object.hasOwn(known, name) ? known[name] : undefined;
    const names = Object.keys(known);
    if (option === undefined) {
      report(`rules.${id}`, `\`${name}\` is not an option of \`${id}\`.`, didYouMean(name, names) || (names.length === 0 ? 'It takes no options.' : `It takes ${names.map((each) => `\`${each}\``).join(', ')}.`));
    } else if (!fits(value, option.default)) report(`rules.${id}`, `\`${name}\` of \`${id}\` is not ${expected(option.default)}.`, `Its default is ${JSON.stringify(option.default)}.`);
    else resolved[name] = value as OptionValue;
  }
  return resolved;
}

function fits(value: unknown, like: OptionValue): boolean {
  if (typeof like === 'object') return Array.isArray(value) && value.every((each) => typeof each === 'string');
  return typeof value === typeof like && !Number.isNaN(value);
}

function expected(like: OptionValue): string {
  if (typeof like === 'object') return 'a list of texts';
  return typeof like === 'number' ? 'a number' : typeof like === 'boolean' ? 'true or false' : 'text';
}
