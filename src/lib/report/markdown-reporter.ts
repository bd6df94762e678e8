import { SEVERITIES, type Finding } from '../model/finding.ts';
import { someInSequence } from '../model/in-sequence.ts';
import type { SuppressedFinding } from '../model/suppression.ts';
import { describeCounts, describeOutcome } from './describe-counts.ts';
import { codeSpan, escapeMarkdown, escapeMessage } from './escape-markdown.ts';
import type { Reporter, RuleHelp } from './report.ts';
import { FINDINGS, type Vocabulary } from './vocabulary.ts';

/** A comment on a pull request; its first line tells a bot which comment to write again. */
export const markdownReporter: Reporter = {
  name: 'markdown',
  purpose: 'a comment on a pull request',
  shape: 'document',
  render({ command, findings, suppressed, rules, vocabulary = FINDINGS, appendix = [], unfolded }, { base }) {
    const help = new Map(rules.map((rule) => [rule.id, rule]));
    const parts = [
      `<!-- polyref ${command} -->`,
      `**polyref ${command}**: ${describeOutcome(findings, suppressed, vocabulary)}`,
      ...(findings.length === 0 ? [] : [renderCounts(findings, help, vocabulary)]),
      ...SEVERITIES.flatMap((severity) => renderDetails(findings.filter((finding) => finding.severity === severity), base, vocabulary, severity === unfolded)),
      ...renderSuppressed(suppressed, base, vocabulary),
      ...appendix,
    ];
    return `${parts.join('\n\n')}\n`;
  },
};

/** One row for each severity and rule, worst and most frequent first. */
function renderCounts(findings: readonly Finding[], help: ReadonlyMap<string, RuleHelp>, { gravity, columns, namesAddresses }: Vocabulary): string {
  const rows = SEVERITIES.flatMap((severity) => {
    const counts = [...Map.groupBy(findings.filter((finding) => finding.severity === severity), ({ rule }) => rule)].sort(([, a], [, b]) => b.length - a.length);
    return counts.flatMap(([rule, [first, ...others]]) => {
      if (first === undefined) return [];
      const number = namesAddresses ? someInSequence([first, ...others].map(({ address = '' }) => codeSpan(address.replaceAll('|', '¦'))), 4) : String(others.length + 1);
      return [`| ${gravity(first)[0]} | ${ruleName(rule, help.get(rule)?.url)} | ${number} |`];
    });
  });
  return [`| ${columns.join(' | ')} |`, namesAddresses ? '| --- | --- | --- |' : '| --- | --- | ---: |', ...rows].join('\n');
}

function ruleName(rule: string, url: string | undefined): string {
  return url === undefined ? codeSpan(rule) : `[${codeSpan(rule)}](<${encodeURI(url)}>)`;
}

function renderDetails(findings: readonly Finding[], base: string, vocabulary: Vocabulary, isOpen: boolean): readonly string[] {
  if (findings.length === 0) return [];
  return [details(describeCounts(findings, vocabulary), findings.map((finding) => renderFinding(finding, base)), isOpen)];
}

function renderSuppressed(suppressed: readonly SuppressedFinding[], base: string, { excused }: Vocabulary): readonly string[] {
  if (suppressed.length === 0) return [];
  const items = suppressed.map(({ finding, excuse }) => {
    const reason = excuse.kind === 'baseline' ? 'In the baseline.' : escapeMessage(excuse.reason);
    const until = excuse.kind === 'definition' && excuse.until !== undefined ? ` Until ${escapeMarkdown(excuse.until)}.` : '';
    return `${renderFinding(finding, base)}<br>*${excused.charAt(0).toUpperCase()}${excused.slice(1)}:* ${reason}${until}`;
  });
  return [details(`${suppressed.length} ${excused}`, items)];
}

function renderFinding({ rule, message, hint, detail, location, address }: Finding, base: string): string {
  const where = location === undefined ? address : `${base}${location.file}:${location.line}`;
  return [`- ${where === undefined ? '' : `${codeSpan(where)} `}${codeSpan(rule)}`, escapeMessage(message), ...[hint, ...(detail?.split('\n') ?? [])].flatMap((text) => (text === undefined ? [] : [escapeMessage(text)]))].join('<br>');
}

function details(summary: string, items: readonly string[], isOpen = false): string {
  return `<details${isOpen ? ' open' : ''}>\n<summary>${summary}</summary>\n\n${items.join('\n')}\n\n</details>`;
}
