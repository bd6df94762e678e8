import type { ConfiguredRule } from '../lint/settings.ts';
import type { TerminalText } from '../model/terminal-text.ts';
import { explanation } from './prose.ts';

/** Every rule on a line of its own, by family. */
export function listRules(rules: readonly ConfiguredRule[]): TerminalText {
  const width = Math.max(...rules.map((rule) => rule.id.length));
  const families = Map.groupBy(rules, (rule) => rule.family);
  return explanation([...families].flatMap(([family, group], index) => [...(index === 0 ? [] : ['']), family, ...group.map(({ id, severity, statement }) => `  ${id.padEnd(width)}  ${severity.padEnd(7)}  ${statement}`)]));
}
