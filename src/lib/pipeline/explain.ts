import { analysesOf } from '../analysis/analyses.ts';
import { explainAddress } from '../explain/explain-address.ts';
import { explainRule } from '../explain/explain-rule.ts';
import { listRules } from '../explain/list-rules.ts';
import { resolveConfig } from '../lint/resolve-config.ts';
import { buildAddressBook } from '../model/address-book.ts';
import type { Finding } from '../model/finding.ts';
import type { TerminalText } from '../model/terminal-text.ts';
import { didYouMean } from '../model/suggest.ts';
import { rules } from '../rules/index.ts';
import { lint, type LintInputs, type LintResult } from './lint.ts';

/**
 * What a rule, an entity or a field is about, for a terminal.
 * @param subject rule id or address; absent: every rule in a line
 */
export async function explain(inputs: LintInputs, subject: string | undefined): Promise<Explained> {
  const linted = await lint(inputs);
  if (linted.kind === 'unreadable') return explainWithoutSchema(linted.findings, subject);
  if (subject === undefined) return { kind: 'explained', text: listRules(linted.rules) };
  const rule = linted.rules.find((each) => each.id === subject);
  if (rule !== undefined) return { kind: 'explained', text: explainRule(rule, linted) };
  const { catalog } = linted;
  const result = buildAddressBook(catalog.entities, catalog.tombstones, []).entityOrField(subject);
  if ('problem' in result) return { kind: 'unknown', findings: [unknownSubject(subject, result, linted)] };
  return { kind: 'explained', text: explainAddress(result.found, analysesOf(catalog), linted) };
}

export type Explained =
  | { readonly kind: 'explained'; readonly text: TerminalText }
  | { readonly kind: 'unknown' | 'unreadable'; readonly findings: readonly Finding[] };

/** The rules that Polyref brings are known whatever the schema looks like. */
function explainWithoutSchema(findings: readonly Finding[], subject: string | undefined): Explained {
  const known = [...resolveConfig({}, () => undefined, rules).rules.values()];
  if (subject === undefined) return { kind: 'explained', text: listRules(known) };
  const rule = known.find((each) => each.id === subject);
  return rule === undefined ? { kind: 'unreadable', findings } : { kind: 'explained', text: explainRule(rule, undefined) };
}

function unknownSubject(subject: string, { problem, hint }: { readonly problem: string; readonly hint: string }, { rules: known }: Extract<LintResult, { readonly kind: 'linted' }>): Finding {
  const common = { rule: 'unknown-subject', severity: 'error' } as const;
  // An address has a dot; anything else was more likely meant to be a rule.
  if (subject.includes('.')) return { ...common, message: `${problem.charAt(0).toUpperCase()}${problem.slice(1)}.`, hint };
  const near = didYouMean(subject, known.map((rule) => rule.id));
  return { ...common, message: `\`${subject}\` is neither a rule nor an address.`, hint: near || (hint.startsWith('Did you mean') ? hint : '`polyref explain` lists the rules; an address begins with its store.') };
}
