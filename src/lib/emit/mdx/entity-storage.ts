import { keysUnder } from '../../analysis/bucket-families.ts';
import { expiriesOf, type BucketRule } from '../../analysis/bucket-rules.ts';
import { assertNever } from '../../model/assert-never.ts';
import type { Entity, Index, LifecycleRule, ObjectFamily, StorageTransition } from '../../model/entity.ts';
import type { Reference } from '../../model/reference.ts';
import { inSequence, someInSequence } from '../../model/in-sequence.ts';
import { indexedPath } from '../../model/indexed-path.ts';
import { describeTargetBriefly } from './describe-reference.ts';
import { escapeInline, inlineCode } from './escape.ts';
import type { Links } from './links.ts';
import { bullets } from './page.ts';
import type { Site } from './site.ts';
import { table } from './table.ts';

/** Empty if the definition does not list indexes; `indexes: []` is stated. */
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
  if (entity.kind === 'collection') return entity.timeSeries === undefined ? 'None besides the one on `_id`.' : 'None besides those that MongoDB creates for a time series.';
  return entity.primaryKey.length + entity.uniques.length === 0 ? 'None.' : 'None besides those of its keys.';
}

function kindOf(index: Index): string {
  return [
    ...(index.ttl === undefined ? [] : [`TTL ${escapeInline(index.ttl)}`]),
    ...(index.unique ? [index.nullsNotDistinct === true ? 'unique, nulls not distinct' : 'unique'] : []),
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
    ...entity.uniques.map((unique) => [unique.nullsNotDistinct === true ? 'unique, nulls not distinct' : 'unique', columns(unique.columns), unique.name === undefined ? '' : inlineCode(unique.name)]),
    ...references.flatMap((reference) =>
      reference.enforcement.by === 'database' ? [['foreign key', `${columns([reference.from.field, ...(reference.alsoFrom ?? [])])} ${describeTargetBriefly(reference, links)}`, '']] : [],
    ),
    ...entity.checks.map((check) => ['check', inlineCode(check.expression), inlineCode(check.name)]),
  ];
  return rows.length === 0 ? '' : table(['Constraint', 'On', 'Name'], rows);
}

/** How the store holds it, where that is not the usual way. */
export function storageOf(entity: Entity, site: Site, links: Links): string {
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
      return describeBucket(entity, site.bucketRules.get(entity.address) ?? [], links);
    default:
      return assertNever(entity);
  }
}

function describeBucket(family: ObjectFamily, rules: readonly BucketRule[], links: Links): string {
  const { objectLock, address } = family;
  const unreachable = family.lifecycle.filter((rule) => keysUnder(family, rule.prefix) === 'none');
  return bullets([
    `Bucket ${inlineCode(family.bucket)}.`,
    family.contentType === undefined ? '' : `Content type ${inlineCode(family.contentType)}.`,
    describeVersioning(family),
    objectLock === undefined ? '' : `Object Lock in ${objectLock.mode} mode for ${escapeInline(objectLock.for)}${objectLock.prefix === undefined ? '' : ` is declared for the prefix ${inlineCode(objectLock.prefix)}, but S3 cannot lock a prefix: nothing is locked`}.`,
    ...rules.map(({ rule, declaredBy }) => describeLifecycle(rule, declaredBy.includes(address) ? [] : declaredBy, links)),
    ...unreachable.map((rule) => `${describeLifecycle(rule, [], links)} It selects no key of this family.`),
    isLocked(family) && expiriesOf(rules).length > 0 ? 'An expiry does not delete a locked version: S3 adds a delete marker, and the version stays until its lock ends.' : '',
  ]);
}

/** A lock for a prefix has no effect. */
function isLocked({ objectLock, retention, alsoRetention = [] }: ObjectFamily): boolean {
  return (objectLock !== undefined && objectLock.prefix === undefined) || [retention, ...alsoRetention].some((each) => each?.kind === 'locked');
}

/** Object Lock requires versioning: a definition with the lock alone contradicts itself, which a rule reports. */
function describeVersioning(family: ObjectFamily): string {
  if (family.versioning) return 'Versioned: an overwritten or deleted object leaves its old version behind.';
  return isLocked(family) ? 'Versioning is not declared, but Object Lock requires it.' : 'Not versioned: an overwritten object is gone.';
}

/** @param others addresses of the families that declare the rule, if the family of the page does not */
function describeLifecycle(rule: LifecycleRule, others: readonly string[], links: Links): string {
  const scope = [
    ...(rule.prefix === undefined ? [] : [`under ${inlineCode(rule.prefix)}`]),
    ...(rule.tag === undefined ? [] : [`tagged ${inlineCode(`${rule.tag.key}=${rule.tag.value}`)}`]),
  ];
  const moves = (transitions: readonly StorageTransition[] = []) => transitions.map(({ to, after }) => `${inlineCode(to)} after ${escapeInline(after)}`);
  const [current, old] = [moves(rule.transitions), moves(rule.oldVersionTransitions)];
  const effects = [
    ...(current.length === 0 ? [] : [`move to ${inSequence(current)}`]),
    ...(rule.expireAfter === undefined ? [] : [`expire after ${escapeInline(rule.expireAfter)}`]),
    ...(old.length === 0 ? [] : [`have old versions moved to ${inSequence(old)}`]),
    ...(rule.expireOldVersionsAfter === undefined ? [] : [`lose old versions after ${escapeInline(rule.expireOldVersionsAfter)}`]),
    ...(rule.abortUploadsAfter === undefined ? [] : [`have unfinished uploads aborted after ${escapeInline(rule.abortUploadsAfter)}`]),
  ];
  const note = rule.note === undefined ? '' : ` ${links.inline(rule.note)}`;
  const owner = others.length === 0 ? '' : ` (a rule of ${someInSequence(others.map((other) => links.entity(other)), 3)})`;
  return `Lifecycle${owner}: objects ${scope.length === 0 ? 'of the bucket' : scope.join(' and ')} ${effects.length === 0 ? 'have a rule without effect' : effects.join(', ')}.${note}`;
}
