import { assertNever } from '../../../model/assert-never.ts';
import type { Tombstone } from '../../../model/catalog.ts';
import type { Entity, Status } from '../../../model/entity.ts';
import { storeFacts } from '../../../model/stores/index.ts';
import { renderEntityDiagram } from '../../mermaid/render-entity-diagram.ts';
import { describeSource, describeTarget, describeVerdict } from '../describe-reference.ts';
import { describeRetention, describeRetentionNote } from '../describe-retention.ts';
import { describeTenancy } from '../describe-tenancy.ts';
import { timelineOf } from '../describe-timeline.ts';
import { diagramFence } from '../diagram-fence.ts';
import { constraintsOf, indexesOf, storageOf } from '../entity-storage.ts';
import { fieldsTable } from '../entity-fields.ts';
import { keyTemplateOf } from '../entity-key-template.ts';
import { referencesInTable, referencesOutTable } from '../entity-references.ts';
import { escapeText, inlineCode } from '../escape.ts';
import { countBadges, findingsTable, suppressedTable } from '../findings-table.ts';
import { buildLinks, type Links } from '../links.ts';
import { splitLead } from '../lead.ts';
import { facts, section, type Page } from '../page.ts';
import { processesTable } from '../processes-table.ts';
import type { PageMaker, Site } from '../site.ts';
import { table } from '../table.ts';
import { schemaFileOf } from '../../json/entity-schemas.ts';

/** One page for each entity: everything that is known of it, what points at it first of all. */
export const entityPages: PageMaker = (site) => site.index.catalog.entities.map((entity) => entityPage(entity, site));

function entityPage(entity: Entity, site: Site): Page {
  const { index } = site;
  const file = site.paths.entities.get(entity.address) ?? '';
  const links = buildLinks(site, file, entity.address);
  const out = index.referencesOut(entity);
  const into = index.referencesIn(entity);
  const [word] = storeFacts(entity.store).entityWord;
  const [fieldWord, fieldsWord] = storeFacts(entity.store).fieldWord;
  const { lead, rest } = splitLead(entity.description);
  return {
    file,
    title: entity.name,
    description: entity.summary === '' ? `${storeFacts(entity.store).label} ${word} ${entity.name}.` : entity.summary,
    source: entity.location.file,
    body: () => [
      tombstoneWarning(index.tombstones.get(entity.address), links),
      statusWarning(entity.status, links),
      links.markdown(lead),
      factsOf(entity, site, links),
      section(2, 'Description', links.markdown(rest)),
      section(2, 'Diagram', diagramFence(renderEntityDiagram(index.catalog, entity))),
      entity.kind === 'objects' ? section(2, 'Key template', keyTemplateOf(entity, into, links)) : '',
      section(2, 'Fields', entity.fields.length === 0 ? `No ${fieldsWord} are declared.` : fieldsTable(entity, index, links, fieldWord)),
      section(2, 'References out', referencesOutTable(out, site, links), entity.referencesNothing === undefined ? '' : `References nothing${out.length === 0 ? '' : ' else'}, on purpose: ${links.inline(entity.referencesNothing)}`),
      section(2, 'References in', referencesInTable(entity, into, site, links)),
      section(2, 'Indexes', indexesOf(entity, links)),
      section(2, 'Constraints', constraintsOf(entity, out, links)),
      section(2, 'Storage', storageOf(entity, site, links)),
      site.hasRetention ? section(2, 'Retention', retentionOf(entity, site, links), timelineOf(entity, site, links), lifetimesOf(entity, site, links)) : '',
      site.tenancy === 'declared' ? section(2, 'Tenancy', tenancyOf(entity, site, links)) : '',
      section(2, 'Processes', processesTable(index.processesOf(entity.address), site.processAnchors, links)),
      section(2, 'Findings', findingsOf(entity, site, links)),
      section(2, 'Source', sourceOf(entity, site, links)),
    ],
  };
}

function factsOf(entity: Entity, site: Site, links: Links): string {
  const [word] = storeFacts(entity.store).entityWord;
  const tenancy = describeTenancy(entity, site, links);
  const findings = countBadges(site.findings.get(entity.address) ?? []);
  const jump = (length: number, anchor: string) => (length === 0 ? '' : `[${length}](#${anchor})`);
  return facts([
    ['Store', `${links.store(entity.store)} ${word}`],
    ['Domain', entity.domain === undefined ? '' : links.domain(entity.domain)],
    ['Owner', entity.owner === undefined ? '' : escapeText(entity.owner)],
    ['Status', entity.status.kind],
    ['Formerly', entity.formerly === undefined ? '' : inlineCode(entity.formerly)],
    ['Tags', entity.tags.map(inlineCode).join(', ')],
    ['References in', jump(entity.referencesIn.length, 'references-in')],
    ['References out', jump(entity.referencesOut.length, 'references-out')],
    ['Retention', site.hasRetention ? describeRetention(entity, site, links) : ''],
    ['Tenants', site.tenancy === 'declared' ? [tenancy.field, tenancy.values].filter((text) => text !== '').join(': ') : ''],
    ['Personal data', classified(entity, links, 'personal')],
    ['Secrets', classified(entity, links, 'secret')],
    ['Findings', findings === '' ? '' : `${findings} [below](#findings)`],
    ['Source', links.source(entity.location)],
  ]);
}

function classified(entity: Entity, links: Links, kind: 'personal' | 'secret'): string {
  const fields = entity.fields.filter((field) => field.classification === kind);
  const named = fields.slice(0, 6).map((field) => links.ownField(field.path));
  return [...named, ...(fields.length > named.length ? [`and ${fields.length - named.length} more`] : [])].join(', ');
}

function tombstoneWarning(tombstone: Tombstone | undefined, links: Links): string {
  return tombstone === undefined ? '' : `> **Eliminated, and still defined:** ${links.inline(tombstone.reason)}`;
}

function statusWarning(status: Status, links: Links): string {
  switch (status.kind) {
    case 'stable':
      return '';
    case 'experimental':
      return `> **Experimental:** it may change or go without notice.${status.note === undefined ? '' : ` ${links.inline(status.note)}`}`;
    case 'deprecated': {
      const since = status.since === undefined ? '' : ` since ${escapeText(status.since)}`;
      const instead = status.useInstead === undefined ? '' : ` Use ${links.address(status.useInstead)} instead.`;
      return `> **Deprecated${since}:** ${links.inline(status.reason)}${instead}`;
    }
    default:
      return assertNever(status);
  }
}

function retentionOf(entity: Entity, site: Site, links: Links): string {
  if (entity.retention === undefined) return 'Not declared: it is not known how long a record lives.';
  const note = describeRetentionNote(entity, links);
  return `**Retention:** ${describeRetention(entity, site, links)}.${note === '' ? '' : ` ${note}`}`;
}

/** What becomes of each reference, out and in, as time goes by. */
function lifetimesOf(entity: Entity, site: Site, links: Links): string {
  const references = [...site.index.referencesOut(entity), ...site.index.referencesIn(entity).filter((reference) => reference.from.entity !== entity.address)];
  const judged = references.flatMap((reference) => {
    const verdict = site.lifetimes.get(reference.id);
    return verdict === undefined || verdict.kind === 'safe' ? [] : [{ reference, verdict }];
  });
  if (references.length === 0) return '';
  const safe = references.length - judged.length;
  const rest = safe === 0 ? '' : `${judged.length === 0 ? 'Every reference from or to it is safe' : `${safe} of its ${references.length} references ${safe === 1 ? 'is' : 'are'} safe`}: see ${links.page('retention.mdx', 'the lifetime of every reference', 'the-lifetime-of-every-reference')}.`;
  if (judged.length === 0) return rest;
  const rows = judged.map(({ reference, verdict }) => {
    const accepted = verdict.accepted === undefined ? '' : ` Accepted: ${links.inline(verdict.accepted)}`;
    return [`${describeSource(reference, links, reference.from.entity !== entity.address)} → ${describeTarget(reference, site, links)}`, describeVerdict(verdict), `${links.inline(verdict.sentence)}${accepted}`];
  });
  return [table(['Reference', 'Lifetime', 'What that means'], rows), rest].filter((block) => block !== '').join('\n\n');
}

function tenancyOf(entity: Entity, site: Site, links: Links): string {
  if (entity.tenancy === undefined) return 'Not declared: it is not known which tenant a record belongs to.';
  const { field, values, reason } = describeTenancy(entity, site, links);
  return table(['Field', 'Values', 'Reason'], [[field === '' ? '—' : field, values, reason]]);
}

function findingsOf(entity: Entity, site: Site, links: Links): string {
  const suppressed = suppressedTable(site.suppressed.get(entity.address) ?? [], ['rule', 'where'], site, links);
  return [
    findingsTable(site.findings.get(entity.address) ?? [], ['severity', 'rule', 'where'], site, links),
    suppressed === '' ? '' : `Suppressed, with the reason:\n\n${suppressed}`,
  ].filter((block) => block !== '').join('\n\n');
}

function sourceOf(entity: Entity, site: Site, links: Links): string {
  const shape = site.isWhole ? ` Its shape as ${links.file(`public/${schemaFileOf(entity, site.paths)}`, 'JSON Schema')}.` : '';
  return `Defined in ${links.source(entity.location)}.${shape}`;
}
