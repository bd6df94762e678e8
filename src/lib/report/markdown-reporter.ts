import { SEVERITIES, type Finding } from '../model/finding.ts';
import type { SuppressedFinding } from '../model/suppression.ts';
import { describeOutcome } from './describe-counts.ts';
import { codeSpan, escapeMarkdown, escapeMessage } from './escape-markdown.ts';
import type { Reporter, RuleHelp } from './report.ts';

/** A comment on a pull request; its first line tells a bot which comment to write again. */
export const markdownReporter: Reporter = {
  name: 'markdown',
  purpose: 'a comment on a pull request',
  shape: 'document',
  render({ command, findings, suppressed, rules }, { base }) {
    const help = new Map(rules.map((rule) => [rule.id, rule]));
    const parts = [
      `<!-- polyref ${command} -->`,
      `**polyref ${command}**: ${describeOutcome(findings, suppressed)}`,
      ...(findings.length === 0 ? [] : [renderCounts(findings, help)]),
      ...SEVERITIES.flatMap((severity) => renderDetails(severity, findings.filter((finding) => finding.severity === severity), base)),
      ...renderSuppressed(suppressed, base),
    ];
    return `${parts.join('\n\n')}\n`;
  },
};

/** One row for each severity and rule, worst and most frequent first. */
function renderCounts(findings: readonly Finding[], help: ReadonlyMap<string, RuleHelp>): string {
  const rows = SEVERITIES.flatMap((severity) => {
    const counts = new Map<string, number>();
    for (const { rule } of findings.filter((finding) => finding.severity === severity)) counts.set(rule, (counts.get(rule) ?? 0) + 1);
    return [...counts].sort(([, a], [, b]) => b - a).map(([rule, count]) => `| ${severity} | ${ruleName(rule, help.get(rule)?.url)} | ${count} |`);
  });
  return ['| severity | rule | findings |', '| --- | --- | ---: |', ...rows].join('\n');
}

function ruleName(rule: string, url: string | undefined): string {
  return url === undefined ? codeSpan(rule) : `[${codeSpan(rule)}](<${encodeURI(url)}>)`;
}

function renderDetails(severity: Finding['severity'], findings: readonly Finding[], base: string): readonly string[] {
  if (findings.length === 0) return [];
  return [details(`${findings.length} ${severity}${findings.length === 1 ? '' : 's'}`, findings.map((finding) => renderFinding(finding, base)))];
}

function renderSuppressed(suppressed: readonly SuppressedFinding[], base: string): readonly string[] {
  if (suppressed.length === 0) return [];
  const items = suppressed.map(({ finding, excuse }) => {
    const reason = excuse.kind === 'baseline' ? 'In the baseline.' : escapeMessage(excuse.reason);
    const until = excuse.kind === 'definition' && excuse.until !== undefined ? ` Until ${escapeMarkdown(excuse.until)}.` : '';
    return `${renderFinding(finding, base)}<br>*Suppressed:* ${reason}${until}`;
  });
  return [details(`${suppressed.length} suppressed`, items)];
}

function renderFinding({ rule, message, hint, location, address }: Finding, base: string): string {
  const where = location === undefined ? address : `${base}${location.file}:${location.line}`;
  return [`- ${where === undefined ? '' : `${codeSpan(where)} `}${codeSpan(rule)}`, escapeMessage(message), ...(hint === undefined ? [] : [escapeMessage(hint)])].join('<br>');
}

function details(summary: string, items: readonly string[]): string {
  return `<details>\n<summary>${summary}</summary>\n\n${items.join('\n')}\n\n</details>`;
}
