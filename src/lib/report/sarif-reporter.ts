import { createHash } from 'node:crypto';
import type * as sarif from 'sarif';
import type { Finding } from '../model/finding.ts';
import type { Location } from '../model/location.ts';
import { stableJson } from '../model/stable-json.ts';
import type { Excuse, SuppressedFinding } from '../model/suppression.ts';
import { documentText } from '../model/terminal-text.ts';
import type { Report, Reporter, ReportOptions, RuleHelp } from './report.ts';

/** SARIF 2.1.0, the OASIS format that code scanning services read. */
export const sarifReporter: Reporter = {
  name: 'sarif',
  purpose: 'SARIF 2.1.0, for code scanning',
  shape: 'document',
  render: (report, options) => documentText(stableJson(sarifLog(report, options))),
};

function sarifLog({ command, findings, suppressed, rules }: Report, { base }: ReportOptions): sarif.Log {
  const all: readonly (Pick<SuppressedFinding, 'finding'> & { readonly excuse?: Excuse })[] = [...findings.map((finding) => ({ finding })), ...suppressed];
  const known = new Map(rules.map((rule) => [rule.id, rule]));
  const ids = [...new Set([...known.keys(), ...all.map(({ finding }) => finding.rule)])].sort();
  const seen = new Map<string, number>();
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Polyref', rules: ids.map((id) => descriptorOf(id, known.get(id))) } },
        automationDetails: { id: `polyref/${command}/` },
        columnKind: 'utf16CodeUnits',
        // Where that is on a machine is known to whoever reads the log there: SARIF lets the address be left out.
        originalUriBaseIds: { [ROOT]: { description: { text: 'The root of the repository.' } } },
        results: all.map(({ finding, excuse }) => {
          const what = `${finding.rule}\0${finding.address ?? finding.message}`;
          const nth = seen.get(what) ?? 0;
          seen.set(what, nth + 1);
          return resultOf(finding, excuse, { ruleIndex: ids.indexOf(finding.rule), fingerprint: fingerprintOf(`${what}\0${nth}`), base });
        }),
      },
    ],
  };
}

function descriptorOf(id: string, rule: RuleHelp | undefined): sarif.ReportingDescriptor {
  if (rule === undefined) return { id };
  const { severity, statement, why, mend, url } = rule;
  const markdown = [why, ...(mend === undefined ? [] : [`## How to fix it\n\n${mend}`])].filter((part) => part !== undefined).join('\n\n');
  return {
    id,
    shortDescription: { text: statement },
    ...(why === undefined ? {} : { fullDescription: { text: why } }),
    ...(markdown === '' ? {} : { help: { text: markdown, markdown } }),
    ...(url === undefined ? {} : { helpUri: url }),
    defaultConfiguration: { level: severity },
  };
}

function resultOf(finding: Finding, excuse: Excuse | undefined, { ruleIndex, fingerprint, base }: { readonly ruleIndex: number; readonly fingerprint: string; readonly base: string }): sarif.Result {
  const { rule, severity, message, hint, detail, address, entity, location, instances = [] } = finding;
  const related = instances.flatMap((each) => (each.location === undefined ? [] : [{ ...physical(each.location, base), message: { text: each.message } }])).slice(0, MOST_RELATED);
  const logical: sarif.LogicalLocation[] = address === undefined ? [] : [{ fullyQualifiedName: address, kind: entity !== undefined && entity !== address ? 'member' : 'resource' }];
  const text = [message, hint, detail].filter((part) => part !== undefined && part !== '').join('\n');
  return {
    ruleId: rule,
    ruleIndex,
    level: severity,
    message: { text },
    ...(location === undefined && logical.length === 0 ? {} : { locations: [{ ...(location === undefined ? {} : physical(location, base)), ...(logical.length === 0 ? {} : { logicalLocations: logical }) }] }),
    ...(related.length === 0 ? {} : { relatedLocations: related }),
    // Neither lines nor words: a finding is the same one after its file has grown or its message was put better.
    partialFingerprints: { 'polyref/v1': fingerprint },
    suppressions: excuse === undefined ? [] : [suppressionOf(excuse, base)],
  };
}

/** Places of single findings that one stands for; code scanning shows a few. */
const MOST_RELATED = 20;

function suppressionOf(excuse: Excuse, base: string): sarif.Suppression {
  switch (excuse.kind) {
    case 'definition': {
      const { reason, until, issue, location } = excuse;
      const justification = [reason, ...(until === undefined ? [] : [`Until ${until}.`]), ...(issue === undefined ? [] : [issue])].join(' ');
      return { kind: 'inSource', status: 'accepted', justification, location: physical(location, base) };
    }
    case 'acceptance':
      return { kind: 'external', status: 'accepted', justification: excuse.reason, location: physical(excuse.location, base) };
    case 'configuration':
      return { kind: 'external', status: 'accepted', justification: excuse.reason };
    case 'baseline':
      return { kind: 'external', status: 'underReview', justification: 'It is in the baseline.' };
  }
}

/** As code scanning services call it. */
const ROOT = '%SRCROOT%';

function physical({ file, line, column }: Location, base: string): sarif.Location {
  return { physicalLocation: { artifactLocation: { uri: encodeURI(`${base}${file}`.toWellFormed()).replace(/[?#]/g, encodeURIComponent), uriBaseId: ROOT }, region: { startLine: line, startColumn: column } } };
}

function fingerprintOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}
