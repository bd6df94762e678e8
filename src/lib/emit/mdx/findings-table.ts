import { FEW_INSTANCES, SEVERITIES, type Finding } from '../../model/finding.ts';
import type { SuppressedFinding } from '../../model/suppression.ts';
import { assertNever } from '../../model/assert-never.ts';
import { commandOf, withCommands } from '../../model/runner.ts';
import { escapeText } from './escape.ts';
import type { Links } from './links.ts';
import type { Site } from './site.ts';
import { table } from './table.ts';

/** Which columns a table of findings has beside what is wrong; its page may say the others. */
export type FindingColumn = 'severity' | 'rule' | 'store' | 'owner' | 'where';

/** Active findings, the most severe first; of very many the most severe only, with the number of the others below. */
export function findingsTable(findings: readonly Finding[], columns: readonly FindingColumn[], site: Site, links: Links, most = 100): string {
  if (findings.length === 0) return '';
  const rows = worstFirst(findings).slice(0, most).map((finding) => [...columns.map((column) => cell(column, finding, site, links)), describeFinding(finding, site, links)]);
  const rest = findings.length <= most ? '' : `\n\nAnd ${findings.length - most} more: \`${commandOf(site.review.runner, ['lint', '--verbose'])}\` prints all of them, and each entity’s page has its own.`;
  return `${table([...columns.map((column) => HEADS[column]), 'What is wrong, and what to do'], rows)}${rest}`;
}

/** What does not count, with the reason. */
export function suppressedTable(suppressed: readonly SuppressedFinding[], columns: readonly FindingColumn[], site: Site, links: Links): string {
  if (suppressed.length === 0) return '';
  const rows = suppressed.map(({ finding, excuse }) => [...columns.map((column) => cell(column, finding, site, links)), `${links.inline(finding.message)}<br/>**Tolerated:** ${describeExcuse(excuse, links)}`]);
  return table([...columns.map((column) => HEADS[column]), 'What is found, and why it does not count'], rows);
}

/** A severity as a badge. */
export function severityBadge(severity: Finding['severity'] | 'off', label: string = severity): string {
  return `<Verdict kind="${severity === 'off' ? 'unknown' : severity}">${escapeText(label)}</Verdict>`;
}

/** `2 errors`, the worst first, each as a badge. */
export function countBadges(findings: readonly Finding[]): string {
  return SEVERITIES.flatMap((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    return count === 0 ? [] : [severityBadge(severity, `${count} ${severity}${count === 1 ? '' : 's'}`)];
  }).join(' ');
}

/** The worst first; of equally bad ones in the order given. */
function worstFirst(findings: readonly Finding[]): readonly Finding[] {
  return SEVERITIES.flatMap((severity) => findings.filter((finding) => finding.severity === severity));
}

const HEADS: Readonly<Record<FindingColumn, string>> = { severity: 'Severity', rule: 'Rule', store: 'Store', owner: 'Owner', where: 'Where' };

function cell(column: FindingColumn, finding: Finding, site: Site, links: Links): string {
  switch (column) {
    case 'severity':
      return severityBadge(finding.severity);
    case 'rule':
      return links.rule(finding.rule);
    case 'store': {
      const store = finding.entity === undefined ? (site.index.stores.has(finding.address ?? '') ? finding.address : undefined) : site.index.entities.get(finding.entity)?.store;
      return store === undefined ? '' : links.store(store);
    }
    case 'owner': {
      const entity = finding.entity === undefined ? undefined : site.index.entities.get(finding.entity);
      const owner = entity?.owner ?? (entity?.domain === undefined ? undefined : site.index.domains.get(entity.domain)?.owner);
      return owner === undefined ? '' : escapeText(owner);
    }
    case 'where':
      return describePlace(finding, site, links);
    default:
      return assertNever(column);
  }
}

function describeFinding({ message, hint, instances = [] }: Finding, site: Site, links: Links): string {
  // A few are named in the message.
  const all = instances.length <= FEW_INSTANCES ? '' : `<br/><details><summary>${instances.length > MOST_INSTANCES ? `The first ${MOST_INSTANCES} of ${instances.length}` : `All ${instances.length}`}</summary>${instances.slice(0, MOST_INSTANCES).map(({ address = '' }) => links.address(address)).join(', ')}</details>`;
  return `${links.inline(message)}${hint === undefined ? '' : `<br/>${links.inline(withCommands(hint, site.review.runner))}`}${all}`;
}

const MOST_INSTANCES = 100;

/** What it is about, as a link where it has a page. */
function describePlace({ address = '', entity }: Finding, site: Site, links: Links): string {
  if (entity !== undefined) return address.length > entity.length ? links.field({ entity, field: address.slice(entity.length + 1) }) : links.entity(entity);
  const [kind = '', name = ''] = /^(process|claim|domain):(.*)$/s.exec(address)?.slice(1) ?? [];
  if (kind === 'process') return links.keeper(name);
  if (kind === 'claim') return links.page('index.mdx', `“${name}”`, 'claims');
  if (kind === 'domain') return links.domain(name);
  if (site.index.stores.has(address)) return links.store(address);
  return address === '' || address === 'system' ? 'the system' : links.address(address);
}

function describeExcuse(excuse: SuppressedFinding['excuse'], links: Links): string {
  switch (excuse.kind) {
    case 'definition': {
      const until = excuse.until === undefined ? '' : ` Until ${escapeText(excuse.until)}.`;
      const issue = excuse.issue === undefined ? '' : ` See ${links.keeper(excuse.issue)}.`;
      return `${links.inline(excuse.reason)}${until}${issue} (${links.source(excuse.location)})`;
    }
    case 'configuration':
      return `Left out by the configuration: ${links.inline(excuse.reason)}`;
    case 'acceptance':
      return `Accepted: ${links.inline(excuse.reason)}`;
    case 'baseline':
      return 'It was there when the rules were adopted.';
    case 'acceptance':
      return `${links.inline(excuse.reason)} (${links.source(excuse.location)})`;
    default:
      return assertNever(excuse);
  }
}
