import { isDeepStrictEqual } from 'node:util';
import { codeSpan } from '../../model/code-span.ts';
import type { Entity, Status } from '../../model/entity.ts';
import type { Field } from '../../model/field.ts';
import type { EntityPair, ReferencePair } from './change-context.ts';
import { defineFamily, type ChangeDraft } from './change-family.ts';
import { fieldName, nameOf } from './words.ts';

type Kind = 'owner-changed' | 'domain-changed' | 'tags-changed' | 'status-changed' | 'field-deprecated' | 'description-changed' | 'note-changed';

/** What only people read. */
export const documentationChanges = defineFamily<Kind>({
  title: 'Documentation',
  kinds: {
    'owner-changed': 'Somebody else answers for an entity, or nobody.',
    'domain-changed': 'An entity belongs to another domain.',
    'tags-changed': 'An entity has other tags.',
    'status-changed': 'An entity is deprecated, experimental or stable now.',
    'field-deprecated': 'A field is deprecated, or no longer is.',
    'description-changed': 'A description reads differently.',
    'note-changed': 'A note, a reason or an example reads differently.',
  },
  *find({ pairs, referencePairs }) {
    const references = Map.groupBy(referencePairs, ({ entity }) => entity);
    for (const pair of pairs) {
      yield* entityChanged(pair);
      for (const { base, head } of pair.fields) yield* fieldChanged(base, head, pair.head);
      yield* notesChanged(pair, references.get(pair) ?? []);
    }
  },
});

const SAFE = { level: 'safe', effect: 'No data changes.', todo: '' } as const;

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
    const added = head.tags.filter((tag) => !base.tags.includes(tag)).map((tag) => `+${codeSpan(tag)}`);
    const removed = base.tags.filter((tag) => !head.tags.includes(tag)).map((tag) => `−${codeSpan(tag)}`);
    yield { kind: 'tags-changed', ...SAFE, entity, message: `${name} has other tags: ${[...added, ...removed].join(', ')}.` };
  }
  if (!isDeepStrictEqual(base.status, head.status)) yield { kind: 'status-changed', ...SAFE, entity, message: `${name} is ${describeStatus(head.status)}${base.status.kind === head.status.kind ? ' now' : `, not ${base.status.kind} any more`}.`, todo: head.status.kind === 'deprecated' && head.status.useInstead !== undefined ? `Use ${codeSpan(head.status.useInstead)} for what is new.` : '' };
  if (base.description !== head.description) yield { kind: 'description-changed', ...SAFE, entity, message: describeText(`The description of ${name}`, base.description, head.description) };
}

function* fieldChanged(base: Field, head: Field, entity: Entity): Iterable<ChangeDraft<Kind>> {
  const place = { entity: entity.address, field: head.path, location: head.location };
  if (base.deprecated !== head.deprecated) yield { kind: 'field-deprecated', ...SAFE, ...place, message: `${fieldName(entity, head)} is ${head.deprecated === true ? 'deprecated' : 'no longer deprecated'}.` };
  if (base.description !== head.description) yield { kind: 'description-changed', ...SAFE, ...place, message: describeText(`The description of ${fieldName(entity, head)}`, base.description, head.description) };
}

/** Everything else that is written for people: one change an entity. What came or went says its notes itself. */
function* notesChanged(pair: EntityPair, references: readonly ReferencePair[]): Iterable<ChangeDraft<Kind>> {
  const notes = [...ownNotes(pair), ...references.flatMap((reference) => [...referenceNotes(reference)])];
  const changed = notes.filter(({ before, after }) => (before ?? '') !== (after ?? '')).map(({ on }) => on);
  if (changed.length > 0) yield { kind: 'note-changed', ...SAFE, entity: pair.head.address, message: `What is noted on ${nameOf(pair.head)} reads differently: ${[...new Set(changed)].join(', ')}.` };
}

interface NotePair {
  readonly on: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

function* ownNotes(pair: EntityPair): Iterable<NotePair> {
  const { base, head } = pair;
  const [retention, tenancy] = [{ before: base.retention, after: head.retention }, { before: base.tenancy, after: head.tenancy }];
  if (retention.before?.kind === retention.after?.kind) {
    yield { on: 'retention', before: retention.before?.note, after: retention.after?.note };
    if (retention.before?.kind === 'atLeast' && retention.after?.kind === 'atLeast') yield { on: 'retention', before: retention.before.reason, after: retention.after.reason };
  }
  if (tenancy.before?.kind === tenancy.after?.kind) yield { on: 'tenancy', before: tenancy.before?.note, after: tenancy.after?.note };
  if (tenancy.before?.kind === 'shared' && tenancy.after?.kind === 'shared') yield { on: 'tenancy', before: tenancy.before.reason, after: tenancy.after.reason };
  if (tenancy.before?.kind === 'perTenant' && tenancy.after?.kind === 'perTenant') {
    for (const { value, reason } of tenancy.after.exceptions) {
      const before = tenancy.before.exceptions.find((exception) => exception.value === value);
      if (before !== undefined) yield { on: 'tenancy', before: before.reason, after: reason };
    }
  }
  yield { on: 'that it references nothing', before: base.referencesNothing, after: head.referencesNothing };
  for (const field of pair.fields) yield { on: 'examples', before: field.base.examples?.join(), after: field.head.examples?.join() };
  if (base.kind !== 'objects' && head.kind !== 'objects') {
    for (const index of head.indexes) {
      const before = base.indexes.find((other) => isDeepStrictEqual({ ...other, note: '' }, { ...index, note: '' }));
      if (before !== undefined) yield { on: 'indexes', before: before.note, after: index.note };
    }
  }
  if (base.kind === 'table' && head.kind === 'table' && base.partitionedBy !== undefined && head.partitionedBy !== undefined) yield { on: 'partitioning', before: base.partitionedBy.note, after: head.partitionedBy.note };
  if (base.kind === 'objects' && head.kind === 'objects' && base.lifecycle.length === head.lifecycle.length) yield { on: 'lifecycle', before: base.lifecycle.map(({ note }) => note).join(), after: head.lifecycle.map(({ note }) => note).join() };
}

function* referenceNotes({ base, head }: ReferencePair): Iterable<NotePair> {
  if (base === undefined || head === undefined) return;
  const on = `the reference in ${codeSpan(head.from.field)}`;
  yield { on, before: base.note, after: head.note };
  const [before, after] = [base.enforcement, head.enforcement].map((enforcement) => (enforcement.by === 'application' ? enforcement.whenTargetGoes : undefined));
  if (before?.action === after?.action) yield { on, before: before?.reason, after: after?.reason };
  const [old, now] = [base.target, head.target].map((target) => ('discriminator' in target && target.discriminator.kind === 'none' ? target.discriminator.reason : undefined));
  if (old !== undefined && now !== undefined) yield { on, before: old, after: now };
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
