import { SEVERITIES, type Finding } from '../model/finding.ts';
import { someInSequence } from '../model/in-sequence.ts';
import type { SuppressedFinding } from '../model/suppression.ts';
import { documentText } from '../model/terminal-text.ts';
import { describeCounts, describeOutcome } from './describe-counts.ts';
import { escapeMarkdown, escapeMessage, inlineCode, inlineCodeInCell } from './escape-markdown.ts';
import type { Reporter, RuleHelp } from './report.ts';
import { FINDINGS, type Vocabulary } from './vocabulary.ts';

/** A comment on a pull request; its first line tells a bot which comment to write again. */
export const markdownReporter: Reporter = {
  name: 'markdown',
  purpose: 'a comment on a pull request',
  shape: 'document',
  render({ command, findings, suppressed, rules, vocabulary = FINDINGS, appendix = [], unfolded }, { base }) {
    const help = new Map(rules.map((rule) => [rule.id, rule]));
    const head = [
      `<!-- polyref ${command} -->`,
      `**polyref ${command}**: ${describeOutcome(findings, suppressed, vocabulary)}`,
      ...(findings.length === 0 ? [] : [renderCounts(findings, help, vocabulary)]),
    ];
    const sections = [...SEVERITIES.flatMap((severity) => sectionOf(findings.filter((finding) => finding.severity === severity), base, vocabulary, severity === unfolded)), ...suppressedSection(suppressed, base, vocabulary)];
    return documentText(`${fitted(head, sections, appendix).join('\n\n')}\n`);
  },
};

/** One row for each severity and rule, worst and most frequent first. */
function renderCounts(findings: readonly Finding[], help: ReadonlyMap<string, RuleHelp>, { gravity, columns, namesAddresses }: Vocabulary): string {
  const rows = SEVERITIES.flatMap((severity) => {
    const counts = [...Map.groupBy(findings.filter((finding) => finding.severity === severity), ({ rule }) => rule)].sort(([, a], [, b]) => b.length - a.length);
    return counts.flatMap(([rule, [first, ...others]]) => {
      if (first === undefined) return [];
      const number = namesAddresses ? someInSequence([first, ...others].map(({ address = '' }) => inlineCodeInCell(address)), 4) : String(others.length + 1);
      return [`| ${gravity(first)[0]} | ${ruleName(rule, help.get(rule)?.url)} | ${number} |`];
    });
  });
  return [`| ${columns.join(' | ')} |`, namesAddresses ? '| --- | --- | --- |' : '| --- | --- | ---: |', ...rows].join('\n');
}

function ruleName(rule: string, url: string | undefined): string {
  return url === undefined ? inlineCodeInCell(rule) : `[${inlineCodeInCell(rule)}](<${encodeURI(url.toWellFormed())}>)`;
}

/** A part that folds. */
interface Section {
  readonly summary: string;
  readonly items: readonly string[];
  readonly isOpen: boolean;
}

/** GitHub takes comments of 65,536 characters; what comes last is what one misses least. */
const LONGEST = 60_000;

/** As much as a comment may hold, and how much is left out. */
function fitted(head: readonly string[], sections: readonly Section[], appendix: readonly string[]): readonly string[] {
  const parts = [...head];
  let left = LONGEST - head.join('\n\n').length;
  const takes = (text: string): boolean => {
    left -= text.length + 2;
    return left >= 0;
  };
  for (const { summary, items, isOpen } of sections) {
    const shown = items.filter(takes);
    if (shown.length < items.length) return [...parts, ...(shown.length === 0 ? [] : [details(summary, shown, isOpen)]), 'The rest is too long for a comment: run the command for all of it.'];
    parts.push(details(summary, items, isOpen));
  }
  const added = appendix.filter(takes);
  return [...parts, ...added, ...(added.length < appendix.length ? ['Some of the pictures are too large for a comment.'] : [])];
}

function sectionOf(findings: readonly Finding[], base: string, vocabulary: Vocabulary, isOpen: boolean): readonly Section[] {
  return findings.length === 0 ? [] : [{ summary: describeCounts(findings, vocabulary), items: findings.map((finding) => renderFinding(finding, base)), isOpen }];
}

function suppressedSection(suppressed: readonly SuppressedFinding[], base: string, { excused }: Vocabulary): readonly Section[] {
  if (suppressed.length === 0) return [];
  const items = suppressed.map(({ finding, excuse }) => {
    const reason = excuse.kind === 'baseline' ? 'In the baseline.' : escapeMessage(excuse.reason);
    const until = excuse.kind === 'definition' && excuse.until !== undefined ? ` Until ${escapeMarkdown(excuse.until)}.` : '';
    return `${renderFinding(finding, base)}<br>*${excused.charAt(0).toUpperCase()}${excused.slice(1)}:* ${reason}${until}`;
  });
  return [{ summary: `${suppressed.length} ${excused}`, items, isOpen: false }];
}

function renderFinding({ rule, message, hint, detail, location, address }: Finding, base: string): string {
  const where = location === undefined ? address : `${base}${location.file}:${location.line}`;
  return [`- ${where === undefined ? '' : `${inlineCode(where)} `}${inlineCode(rule)}`, escapeMessage(message), ...[hint, ...(detail?.split('\n') ?? [])].flatMap((text) => (text === undefined ? [] : [escapeMessage(text)]))].join('<br>');
}

function details(summary: string, items: readonly string[], isOpen: boolean): string {
  return `<details${isOpen ? ' open' : ''}>\n<summary>${summary}</summary>\n\n${items.join('\n')}\n\n</details>`;
}
