import type { ConfiguredRule } from '../lint/settings.ts';
import type { TerminalText } from '../model/terminal-text.ts';
import { explainFindings, type Found } from './explain-findings.ts';
import { explanation, prose, wrap } from './prose.ts';

/** The page of a rule, for a terminal. Without `found` nothing is known of the schema. */
export function explainRule({ id, family, severity, statement, why, example, mend, suppress, options }: ConfiguredRule, found: Found | undefined): TerminalText {
  const own = found === undefined ? undefined : { findings: found.findings.filter((finding) => finding.rule === id), suppressed: found.suppressed.filter(({ finding }) => finding.rule === id) };
  const section = (title: string, text: string | undefined) => (text === undefined ? [] : ['', title, ...prose(text, '  ')]);
  const settings = Object.entries(options).flatMap(([name, option]) => wrap(`${name}: ${option.description} Default: ${JSON.stringify(option.default)}.`, '    ', '  '));
  return explanation([
    `${id}  ${severity === 'off' ? 'turned off' : severity}  ${family}`,
    ...wrap(statement, '  '),
    ...section('Why', why),
    ...section('What is found', example),
    ...section('How to fix it', mend),
    ...section('When to suppress it', suppress),
    ...(settings.length === 0 ? [] : ['', 'Options', ...settings]),
    ...(own === undefined ? [] : ['', 'In this schema', ...(own.findings.length + own.suppressed.length === 0 ? [severity === 'off' ? '  It is not asked.' : '  Nothing is found.'] : explainFindings(own, 'place'))]),
  ]);
}
