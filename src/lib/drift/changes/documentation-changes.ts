import { isDeepStrictEqual } from 'node:util';
import type { Entity, Status } from '../../model/entity.ts';
import type { Field } from '../../model/field.ts';
import { fieldPairs, type ChangeContext, type EntityPair } from './change-context.ts';
import { defineFamily, type ChangeDraft } from './change-family.ts';
import { fieldName, nameOf } from './words.ts';

type Kind = 'owner-changed' | 'domain-changed' | 'tags-changed' | 'status-changed' | 'description-changed' | 'note-changed';

/** What only people read. */
export const documentationChanges = defineFamily<Kind>({
  title: 'Documentation',
  kinds: {
    'owner-changed': 'Somebody else answers for an entity, or nobody.',
    'domain-changed': 'An entity belongs to another domain.',
    'tags-changed': 'An entity has other tags.',
    'status-changed': 'An entity is deprecated, experimental or stable now.',
    'description-changed': 'A description reads differently.',
    'note-changed': 'A note, a reason or an example reads differently.',
  },
  *find(context) {
    for (const pair of context.pairs) {
      yield* entityChanged(pair);
      for (const { base, head } of fieldPairs(pair)) yield* fieldChanged(base, head, pair.head);
      yield* notesChanged(pair, context);
    }
  },
});

const SAFE = { level: 'safe', effect: '', todo: '' } as const;

function* entityChanged({ base, head }: EntityPair): Iterable<ChangeDraft<Kind>> {
  const [entity, name] = [head.address, nameOf(head)];
  if (base.owner !== head.owner) {
    const message = head.owner === undefined ? `Nobody answers for ${name} any more; it was ${base.owner}.` : base.owner === undefined ? `${head.owner} answers for ${name} now.` : `${head.owner} answers for ${name}, instead of ${base.owner}.`;
    yield { kind: 'owner-changed', ...SAFE, entity, message };
  }
  if (base.domain !== head.domain) {
    const words = (domain: string | undefined) => (domain === undefined ? 'no domain' : `the domain ${domain}`);
    yield { kind: 'domain-changed', ...SAFE, entity, message: `${name} is in ${words(head.domain)}, instead of ${words(base.domain)}.` };
  }
  if (!isDeepStrictEqual(base.tags, head.tags)) {
    const added = head.tags.filter((tag) => !base.tags.includes(tag)).map((tag) => `+\`${tag}\``);
    const removed = base.tags.filter((tag) => !head.tags.includes(tag)).map((tag) => `−\`${tag}\``);
    yield { kind: 'tags-changed', ...SAFE, entity, message: `${name} has other tags: ${[...added, ...removed].join(', ')}.` };
  }
  if (!isDeepStrictEqual(base.status, head.status)) yield { kind: 'status-changed', ...SAFE, entity, message: `${name} is ${describeStatus(head.status)}${base.status.kind === head.status.kind ? ' now' : `, not ${base.status.kind} any more`}.`, todo: head.status.kind === 'deprecated' && head.status.useInstead !== undefined ? `Use \`${head.status.useInstead}\` for what is new.` : '' };
  if (base.description !== head.description) yield { kind: 'description-changed', ...SAFE, entity, message: describeText(`The description of ${name}`, base.description, head.description) };
}

function* fieldChanged(base: Field, head: Field, entity: Entity): Iterable<ChangeDraft<Kind>> {
  const place = { entity: entity.address, field: head.path, location: head.location };
  if (base.description !== head.description) yield { kind: 'description-changed', ...SAFE, ...place, message: describeText(`The description of ${fieldName(entity, head)}`, base.description, head.description) };
}

/** Everything else that is written for people: one change an entity. */
function* notesChanged({ base, head }: EntityPair, { referencePairs }: ChangeContext): Iterable<ChangeDraft<Kind>> {
  const pairs = referencePairs.filter((pair) => pair.entity.head === head && pair.base !== undefined && pair.head !== undefined);
  const before = { ...notesOf(base), 'a reference': pairs.map((pair) => wordsOf(pair.base)) };
  const after = { ...notesOf(head), 'a reference': pairs.map((pair) => wordsOf(pair.head)) };
  const changed = (Object.keys(after) as (keyof typeof after)[]).filter((what) => !isDeepStrictEqual(before[what], after[what]));
  if (base.kind !== head.kind || changed.length === 0) return;
  yield { kind: 'note-changed', ...SAFE, entity: head.address, message: `What is noted on ${nameOf(head)} reads differently: ${changed.join(', ')}.` };
}

function notesOf(entity: Entity) {
  const { tenancy, retention } = entity;
  const paths = new Set(entity.fields.map((field) => field.path));
  return {
    retention: retention === undefined ? '' : [retention.note, retention.kind === 'atLeast' ? retention.reason : ''],
    tenancy: tenancy === undefined ? '' : [tenancy.note, tenancy.kind === 'shared' ? tenancy.reason : '', tenancy.kind === 'perTenant' ? tenancy.exceptions.map((exception) => exception.reason) : ''],
    'that it references nothing': entity.referencesNothing,
    examples: entity.fields.filter((field) => paths.has(field.path)).flatMap((field) => field.examples ?? []),
    indexes: entity.kind === 'objects' ? '' : entity.indexes.flatMap((index) => index.note ?? []),
    partitioning: entity.kind === 'table' ? entity.partitionedBy?.note : '',
    lifecycle: entity.kind === 'objects' ? entity.lifecycle.flatMap((rule) => rule.note ?? []) : '',
  };
}

function wordsOf(reference: ChangeContext['referencePairs'][number]['head']): unknown {
  const enforcement = reference?.enforcement;
  const target = reference?.target;
  return [reference?.note, enforcement?.by === 'application' ? enforcement.whenTargetGoes?.reason : '', target !== undefined && 'discriminator' in target && target.discriminator.kind === 'none' ? target.discriminator.reason : ''];
}

function describeStatus(status: Status): string {
  switch (status.kind) {
    case 'stable':
      return 'stable';
    case 'experimental':
      return `experimental${status.note === undefined ? '' : ` (${status.note})`}`;
    case 'deprecated':
      return `deprecated (${status.reason})`;
  }
}

function describeText(subject: string, before: string, after: string): string {
  return before === '' ? `${subject} was written.` : after === '' ? `${subject} was taken away.` : `${subject} reads differently.`;
}
