import { LIFETIME_VERDICTS } from '../../../analysis/lifetimes.ts';
import { contentOf } from '../../../analysis/object-content.ts';
import { compareText } from '../../../model/compare-text.ts';
import type { Tombstone } from '../../../model/catalog.ts';
import type { Entity } from '../../../model/entity.ts';
import type { Reference } from '../../../model/reference.ts';
import { storeFacts } from '../../../model/stores/index.ts';
import { count } from '../count.ts';
import { describeSource, describeTarget, describeVerdict } from '../describe-reference.ts';
import { describeRetentionNote, describeTtl } from '../describe-retention.ts';
import { timelineOf } from '../describe-timeline.ts';
import { escapeInline, inlineCode } from '../escape.ts';
import { buildLinks, type Links } from '../links.ts';
import { section } from '../page.ts';
import type { PageMaker, Site } from '../site.ts';
import { fold, foldedTable, table } from '../table.ts';
import { mostReferenced, undeclaredList } from '../undeclared.ts';

/** How long everything lives: records, the bytes they point at, and what that makes of each reference. */
export const retentionPage: PageMaker = (site) => {
  const { index } = site;
  const file = 'retention.mdx';
  const links = buildLinks(site, file);
  const { entities } = index.catalog;
  const undeclared = entities.filter((entity) => entity.retention === undefined);
  return [
    {
      file,
      title: 'Retention',
      description: 'How long every record and object lives, and what is left dangling when it goes.',
      body: () => [
        entities.length === 0 ? 'The schema defines no entity yet.' : site.hasRetention ? introduction(site, undeclared.length) : nothingDeclared(site, links),
        ...index.catalog.stores.map((store) => section(2, store.label, retentionTable(index.entitiesOf(store).filter((entity) => hasLife(entity, site)), storeFacts(store.id).kind === 'object', site, links))),
        section(2, 'Eliminated', eliminatedTable(index.catalog.tombstones, site, links)),
        ...(site.hasRetention
          ? [section(2, 'No retention declared', undeclaredList(undeclared, 'retention', links)), section(2, 'Timelines', timelines(site, links)), section(2, 'The lifetime of every reference', lifetimesTable(site, links))]
          : []),
      ],
    },
  ];
};

/** What to do first, in a schema whose authors have not declared how long anything lives. */
function nothingDeclared({ index, lifetimes }: Site, links: Links): string {
  const first = mostReferenced(index.catalog.entities);
  // What a database enforces never dangles.
  const unknown = [...lifetimes.values()].filter(({ kind }) => kind === 'unknown').length;
  const effect = unknown === 0 ? '' : `, so it is not known whether ${count(unknown, 'reference', 'references')} can dangle`;
  const start = first === undefined || first.referencesIn.length === 0 ? '' : ` Start with ${links.entity(first.address)}: no entity is referenced more often.`;
  return `No entity declares how long its records live${effect}.${start} For example ${inlineCode('retention: permanent()')}, or ${inlineCode("retention: expires('90 days', { after: 'created_at' })")} with the field that the time counts from.`;
}

/** It, or the content that it references, has a retention. */
function hasLife(entity: Entity, site: Site): boolean {
  return entity.retention !== undefined || contentOf(site.index, entity).some((family) => hasLife(family, site)) || lockOf(entity) !== '' || site.bucketRules.has(entity.address);
}

function introduction(site: Site, undeclared: number): string {
  const verdicts = [...site.lifetimes.values()];
  const counts = LIFETIME_VERDICTS.flatMap((kind) => {
    const those = verdicts.filter((verdict) => verdict.kind === kind);
    const accepted = those.filter((verdict) => verdict.accepted !== undefined).length;
    const excused = accepted === 0 ? '' : accepted === those.length ? ' (accepted, with the reason)' : ` (${accepted} of them accepted, with the reason)`;
    return those.length === 0 ? [] : [`${those.length} ${kind}${excused}`];
  });
  const silent = undeclared === 0 ? 'Every entity declares how long it lives.' : `${undeclared === 1 ? 'One entity declares' : `${undeclared} entities declare`} no retention.`;
  if (counts.length === 0) return silent;
  if (verdicts.every((verdict) => verdict.kind === 'safe')) return `${silent} No reference is left dangling: [the verdict for each](#the-lifetime-of-every-reference) is below the tables.`;
  return `${silent} Of ${verdicts.length} references: ${counts.join(', ')}; [the verdict for each](#the-lifetime-of-every-reference) is below the tables.`;
}

/** As the records of a store end, and the bytes that they point at. */
function retentionTable(entities: readonly Entity[], isObjectStore: boolean, site: Site, links: Links): string {
  if (entities.length === 0) return '';
  const rows = entities.map((entity) => {
    return [links.entity(entity.address, entity.name), describeTtl(entity, site, links), isObjectStore ? lockOf(entity) : contentTtl(entity, site, links), describeRetentionNote(entity, links)];
  });
  return table(['Entity', isObjectStore ? 'Object TTL' : 'Record TTL', isObjectStore ? 'Protection' : 'Content TTL', 'Notes'], rows);
}

/** How long the bytes that a record points at live; families that live equally long stand together. */
function contentTtl(entity: Entity, site: Site, links: Links): string {
  const families = Map.groupBy(contentOf(site.index, entity), (family) => describeTtl(family, site, links));
  return [...families].map(([retention, those]) => `${retention} (${those.map((family) => links.entity(family.address)).join(', ')})`).join('<br/>');
}

function lockOf(entity: Entity): string {
  if (entity.kind !== 'objects') return '';
  const { objectLock } = entity;
  // A lock for a prefix locks nothing.
  const lock = objectLock === undefined || objectLock.prefix !== undefined ? [] : [`Object Lock (WORM), ${objectLock.mode} mode, ${escapeInline(objectLock.for)}`];
  return [...lock, ...(entity.versioning ? ['versioned'] : [])].join('; ');
}

function eliminatedTable(tombstones: readonly Tombstone[], site: Site, links: Links): string {
  if (tombstones.length === 0) return '';
  const rows = tombstones.map((tombstone) => {
    const now = tombstone.replacedBy === undefined ? undefined : site.index.entities.get(tombstone.replacedBy);
    const content = now === undefined ? '' : `${describeTtl(now, site, links)} (${links.entity(now.address)})`;
    const protection = now === undefined ? '' : lockOf(now);
    return [links.entity(tombstone.address), 'Eliminated', content, [links.inline(tombstone.reason), protection].filter((text) => text !== '').join(' ')];
  });
  return table(['Entity', 'Record TTL', 'Content TTL', 'Notes'], rows);
}

function timelines(site: Site, links: Links): string {
  // An object family stands with each record that points at it; alone only where none does.
  const shown = site.index.catalog.entities.filter((entity) => hasLife(entity, site) && (entity.kind !== 'objects' || entity.referencesIn.length === 0));
  if (shown.length === 0) return '';
  const lives = shown.map((entity) => timelineOf(entity, site, links)).join('\n\n');
  const scale = 'Each bar is a life, from left to right: the record, the bytes that it points at, and their lock. What is long is shortened; the fine lines stand for an hour, a day, a month, a year and ten years. Where a bar is pale it may have ended.';
  return `${scale}\n\n${shown.length > MOST_TIMELINES ? fold(`${shown.length} timelines`, lives) : lives}`;
}

const MOST_TIMELINES = 40;

/** Worst first. */
function lifetimesTable(site: Site, links: Links): string {
  const judged = site.index.catalog.references.flatMap((reference) => {
    const verdict = site.lifetimes.get(reference.id);
    return verdict === undefined ? [] : [{ reference, verdict }];
  });
  if (judged.length === 0) return '';
  const rank = new Map(LIFETIME_VERDICTS.map((kind, at) => [kind, at]));
  const worstFirst = [...judged].sort((a, b) => (rank.get(a.verdict.kind) ?? 0) - (rank.get(b.verdict.kind) ?? 0) || compareText(a.reference.id, b.reference.id));
  const row = ({ reference, verdict }: (typeof judged)[number]) => {
    const accepted = verdict.accepted === undefined ? '' : ` Accepted: ${links.inline(verdict.accepted)}`;
    return [describeVerdict(verdict), describeSource(reference, links, true), targetOf(reference, site, links), `${links.inline(verdict.sentence)}${accepted}`];
  };
  const head = ['Lifetime', 'Pointer', 'Points at', 'What that means'];
  const faulty = worstFirst.filter(({ verdict }) => verdict.kind !== 'safe' && verdict.kind !== 'unknown');
  const unknown = worstFirst.filter(({ verdict }) => verdict.kind === 'unknown');
  const safe = worstFirst.filter(({ verdict }) => verdict.kind === 'safe');
  const shown = faulty.length + unknown.length === 0 ? 100 : undefined;
  return [
    faulty.length === 0 ? '' : table(head, faulty.map(row)),
    unknown.length === 0 ? '' : foldedTable(count(unknown.length, 'reference with an unknown lifetime', 'references with an unknown lifetime'), head, unknown.map(row)),
    safe.length === 0 ? '' : foldedTable(count(safe.length, 'safe reference', 'safe references'), head, safe.map(row), shown),
  ].filter((block) => block !== '').join('\n\n');
}

/** Without key templates: the page is about time, and a thousand of them would be most of it. */
function targetOf(reference: Reference, site: Site, links: Links): string {
  return reference.target.kind === 'objects' ? links.entity(reference.target.entity) : describeTarget(reference, site, links);
}
