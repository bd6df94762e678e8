import type { Severity } from '../model/finding.ts';
import { stableJson } from '../model/stable-json.ts';
import { documentText } from '../model/terminal-text.ts';
import type { JsonReport } from './json/json-report.ts';
import type { Report, Reporter } from './report.ts';

export const jsonReporter: Reporter = {
  name: 'json',
  purpose: 'for programs; its JSON Schema is `polyref/report.schema.json`',
  shape: 'document',
  render: (report) => documentText(stableJson(jsonReport(report))),
};

function jsonReport({ command, findings, suppressed }: Report): JsonReport {
  const count = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length;
  return { reportVersion: 1, command, counts: { error: count('error'), warning: count('warning'), note: count('note'), suppressed: suppressed.length }, findings, suppressed };
}
