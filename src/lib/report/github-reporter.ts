import type { Finding } from '../model/finding.ts';
import type { TerminalText } from '../model/terminal-text.ts';
import { visibleLine } from '../model/visible-line.ts';
import type { Reporter } from './report.ts';

/** Workflow commands that GitHub Actions shows as annotations beside the lines of a pull request; it shows ten of each severity a step. */
export const githubReporter: Reporter = {
  name: 'github',
  purpose: 'annotations of a GitHub Actions run',
  shape: 'lines',
  render: ({ findings }, { base }) => findings.map((finding) => `${renderAnnotation(finding, base)}\n`).join('') as TerminalText,
};

const COMMANDS: Readonly<Record<Finding['severity'], string>> = { error: 'error', warning: 'warning', note: 'notice' };

function renderAnnotation({ rule, severity, message, hint = '', detail = '', location }: Finding, base: string): string {
  const place = location === undefined ? [] : [`file=${property(`${base}${location.file}`)}`, `line=${location.line}`, `col=${location.column}`];
  const lines = [message, hint, ...detail.split('\n')].map(visibleLine).filter((line) => line !== '');
  return `::${COMMANDS[severity]} ${[...place, `title=${property(rule)}`].join(',')}::${lines.map(data).join('%0A')}`;
}

// As https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts escapes them.
function data(text: string): string {
  return visibleLine(text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A'));
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
