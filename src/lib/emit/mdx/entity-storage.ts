import { assertNever } from '../../model/assert-never.ts';
import type { Entity, Index, LifecycleRule, ObjectFamily } from '../../model/entity.ts';
import type { Reference } from '../../model/reference.ts';
import { indexedPath } from '../../model/indexed-path.ts';
import { describeTargetBriefly } from './describe-reference.ts';
import { escapeInline, inlineCode } from './escape.ts';
import type { Links } from './links.ts';
import { bullets } from './page.ts';
import { table } from './table.ts';

/** Empty where the definition says nothing of indexes; that there are none is said. */
export function indexesOf(entity: Entity, links: Links): string {
  if (entity.kind === 'objects') return '';
  if (entity.indexes.length === 0) return entity.indexesOmitted ? '' : noIndexesOf(entity);
  const paths = entity.fields.map((field) => field.path);
  const on = (name: string) => {
    const path = indexedPath(name, paths);
    return paths.includes(path) ? links.ownField(path) : inlineCode(name);
  };
  const rows = entity.indexes.map((index) => [
    index.keys.map((key) => `${key.expression === true ? inlineCode(key.on) : on(key.on)}${key.order === undefined ? '' : ` ${escapeInline(key.order)}`}`).join(', '),
    index.name === undefined ? '' : inlineCode(index.name),
    kindOf(index),
    index.where === undefined ? '' : inlineCode(index.where),
    (index.include ?? []).map(on).join(', '),
    index.note === undefined ? '' : links.inline(index.note),
  ]);
  return table(['Keys', 'Name', 'Kind', 'Only where', 'Carries', 'Note'], rows);
}

function noIndexesOf(entity: Exclude<Entity, ObjectFamily>): string {
  if (entity.kind === 'collection') return entity.timeSeries === undefined ? 'None beside the one on `_id`.' : 'None beside those that MongoDB makes for a time series.';
  return entity.primaryKey.length + entity.uniques.length === 0 ? 'None.' : 'None beside those of its keys.';
}

function kindOf(index: Index): string {
  return [
    ...(index.ttl === undefined ? [] : [`TTL ${escapeInline(index.ttl)}`]),
    ...(index.unique ? [index.nullsNotDistinct === true ? 'unique, nulls are equal' : 'unique'] : []),
    ...(index.method === undefined ? [] : [escapeInline(index.method)]),
    ...(index.sparse === true ? ['sparse'] : []),
    ...(index.hidden === true ? ['hidden'] : []),
    ...(index.collation === undefined ? [] : [`collation ${inlineCode(index.collation)}`]),
  ].join(', ');
}

/** Primary key, uniqueness, foreign keys and checks of a table. */
export function constraintsOf(entity: Entity, references: readonly Reference[], links: Links): string {
  if (entity.kind !== 'table') return '';
  const columns = (names: readonly string[]) => names.map(links.ownField).join(', ');
  const rows = [
    ...(entity.primaryKey.length === 0 ? [] : [['primary key', columns(entity.primaryKey), '']]),
    ...entity.uniques.map((unique) => [unique.nullsNotDistinct === true ? 'unique, nulls are equal' : 'unique', columns(unique.columns), unique.name === undefined ? '' : inlineCode(unique.name)]),
    ...references.flatMap((reference) =>
      reference.enforcement.by === 'database' ? [['foreign key', `${columns([reference.from.field, ...(reference.alsoFrom ?? [])])} ${describeTargetBriefly(reference, links)}`, '']] : [],
    ),
    ...entity.checks.map((check) => ['check', inlineCode(check.expression), inlineCode(check.name)]),
  ];
  return rows.length === 0 ? '' : table(['Constraint', 'On', 'Name'], rows);
}

/** How the store holds it, where that is not the usual way. */
export function storageOf(entity: Entity, links: Links): string {
  switch (entity.kind) {
    case 'collection': {
      const { capped, timeSeries } = entity;
      return bullets([
        entity.validator ? 'MongoDB itself refuses documents that do not fit (validator).' : '',
        capped === undefined ? '' : `Capped at ${capped.maxBytes} bytes${capped.maxDocuments === undefined ? '' : ` and ${capped.maxDocuments} documents`}: the oldest documents go first.`,
        timeSeries === undefined
          ? ''
          : `Time series over ${links.ownField(timeSeries.timeField)}${timeSeries.metaField === undefined ? '' : `, grouped by ${links.ownField(timeSeries.metaField)}`}${timeSeries.granularity === undefined ? '' : `, in ${escapeInline(timeSeries.granularity)}`}.`,
        entity.clustered ? 'Clustered: stored in the order of its `_id`.' : '',
      ]);
    }
    case 'table': {
      const { partitionedBy } = entity;
      return bullets([
        entity.schema === 'public' ? '' : `In the PostgreSQL schema ${inlineCode(entity.schema)}.`,
        partitionedBy === undefined
          ? ''
          : `Partitioned by ${partitionedBy.strategy} of ${partitionedBy.columns.map(links.ownField).join(', ')}.${partitionedBy.note === undefined ? '' : ` ${links.inline(partitionedBy.note)}`}`,
      ]);
    }
    case 'objects':
      return describeBucket(entity, links);
    default:
      return assertNever(entity);
  }
}

function describeBucket(family: ObjectFamily, links: Links): string {
  const { objectLock } = family;
  return bullets([
    `Bucket ${inlineCode(family.bucket)}.`,
    family.contentType === undefined ? '' : `Content type ${inlineCode(family.contentType)}.`,
    family.versioning ? 'Versioned: an overwritten or deleted object leaves its old version behind.' : 'Not versioned: an overwritten object is gone.',
    objectLock === undefined ? '' : `Object Lock in ${objectLock.mode} mode for ${escapeInline(objectLock.for)}${objectLock.prefix === undefined ? '' : `, meant for keys under ${inlineCode(objectLock.prefix)}`}.`,
    ...family.lifecycle.map((rule) => describeLifecycle(rule, links)),
  ]);
}

function describeLifecycle(rule: LifecycleRule, links: Links): string {
  const scope = [
    ...(rule.prefix === undefined ? [] : [`under ${inlineCode(rule.prefix)}`]),
    ...(rule.tag === undefined ? [] : [`tagged ${inlineCode(`${rule.tag.key}=${rule.tag.value}`)}`]),
  ];
  const effects = [
    ...(rule.expireAfter === undefined ? [] : [`expire after ${escapeInline(rule.expireAfter)}`]),
    ...(rule.expireOldVersionsAfter === undefined ? [] : [`lose old versions after ${escapeInline(rule.expireOldVersionsAfter)}`]),
    ...(rule.abortUploadsAfter === undefined ? [] : [`have unfinished uploads aborted after ${escapeInline(rule.abortUploadsAfter)}`]),
  ];
  const note = rule.note === undefined ? '' : ` ${links.inline(rule.note)}`;
  return `Lifecycle: objects ${scope.length === 0 ? 'of the bucket' : scope.join(' and ')} ${effects.length === 0 ? 'have a rule without effect' : effects.join(', ')}.${note}`;
}
