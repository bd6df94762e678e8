import { SEVERITIES } from '../model/finding.ts';
import type { Rule, RuleFamily } from '../rules/rule.ts';
import { engineRules } from './engine-rules.ts';
import type { ReportMistake } from './resolve-config.ts';

const FAMILIES: Readonly<Record<RuleFamily, true>> = { references: true, lifetimes: true, keys: true, tenancy: true, stores: true, documentation: true, exceptions: true };

/** The rules of a team. What is no rule, or has the id of another one, is reported and left out. */
export function resolveOwnRules(value: unknown, builtIn: readonly Rule[], report: ReportMistake): readonly Rule[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) {
    report('own', '`own` is not a list of rules.', 'Write own: [defineRule({ … })].');
    return [];
  }
  const taken = new Set([...builtIn, ...engineRules].map((rule) => rule.id));
  return (value as readonly unknown[]).flatMap((rule, index): readonly Rule[] => {
    const part = `own.${index}`;
    const wrong = isRule(rule) ? faultOf(rule) : 'is not a rule';
    if (wrong !== undefined || !isRule(rule)) {
      const id = isRule(rule) && typeof rule.id === 'string' ? `\`${rule.id}\`` : `Number ${index + 1} of \`own\``;
      report(part, `${id} ${wrong}.`, 'Write defineRule({ id, family, severity, statement, why, mend, check }).');
      return [];
    }
    if (taken.has(rule.id)) {
      report(part, `There are two rules \`${rule.id}\`.`, 'Give yours another id: others may have a prefix, as in `acme-missing-owner`.');
      return [];
    }
    taken.add(rule.id);
    return [rule];
  });
}

function isRule(value: unknown): value is Rule {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'polyref.rule';
}

/** Of a rule whose types nobody checked. */
function faultOf(rule: Rule): string | undefined {
  if (typeof rule.id !== 'string' || !/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(rule.id)) return 'has no id in kebab-case';
  if (!Object.hasOwn(FAMILIES, rule.family)) return `has no family: one of ${Object.keys(FAMILIES).join(', ')}`;
  if (!SEVERITIES.includes(rule.severity)) return "has no severity: 'error', 'warning' or 'note'";
  for (const part of ['statement', 'why', 'mend'] as const) if (typeof rule[part] !== 'string' || rule[part].trim() === '') return `has no \`${part}\``;
  return typeof rule.check === 'function' ? undefined : 'has no `check`';
}
