import { isDeepStrictEqual } from 'node:util';
import { codeSpan } from '../../model/code-span.ts';
import type { Entity } from '../../model/entity.ts';
import type { Field } from '../../model/field.ts';
import { defineFamily, type ChangeDraft } from './change-family.ts';
import { fieldName, recordsOf, refusesMisfits } from './words.ts';

type Kind =
  | 'field-became-optional' | 'field-became-required' | 'default-added' | 'default-removed' | 'default-changed' | 'generated-changed' | 'variants-added' | 'variants-removed' | 'classification-added' | 'classification-removed'
  | 'classification-changed';

/** Whether a field must be there, what it is when nobody says it, and how it is to be handled. */
export const fieldRuleChanges = defineFamily<Kind>({
  title: 'Presence, defaults and classification of fields',
  kinds: {
    'field-became-optional': 'A field may be null or absent now.',
    'field-became-required': 'A field may not be null or absent any more.',
    'default-added': 'A field has a default now.',
    'default-removed': 'A field has no default any more.',
    'default-changed': 'A field has another default.',
    'generated-changed': 'The database computes a column that it did not compute, does not any more, or otherwise.',
    'variants-added': 'A field is in more variants of a union.',
    'variants-removed': 'A field is in fewer variants of a union.',
    'classification-added': 'A field is marked as personal data or as a secret.',
    'classification-removed': 'A field is not marked as personal data or as a secret any more.',
    'classification-changed': 'A field is marked as a secret instead of as personal data, or the other way round.',
  },
  *find({ pairs }) {
    for (const pair of pairs) {
      for (const { base, head } of pair.fields) {
        yield* presence(base, head, pair.head);
        yield* defaults(base, head, pair.head);
        yield* classification(base, head, pair.head);
        yield* variants(base, head, pair.head);
      }
    }
  },
});

function* presence(base: Field, head: Field, entity: Entity): Iterable<ChangeDraft<Kind>> {
  if (base.nullable === head.nullable && base.optional === head.optional) return;
  const place = { entity: entity.address, field: head.path, location: head.location };
  const words = (field: Field, other: Field) => [...(field.nullable && !other.nullable ? ['null'] : []), ...(field.optional && !other.optional ? ['absent'] : [])].join(' or ');
  const [allowed, forbidden] = [words(head, base), words(base, head)];
  const name = fieldName(entity, head);
  if (allowed !== '') {
    yield { kind: 'field-became-optional', level: 'dangerous', ...place, message: `${name} may be ${allowed} now.`, effect: 'Readers that rely on a value meet none.', todo: `Teach the readers that it may be ${allowed}, then let writers leave it out.` };
  }
  if (forbidden === '') return;
  const refuses = refusesMisfits(entity);
  const effect = refuses ? `Existing ${recordsOf(entity)} where it is ${forbidden} make the change fail, or cannot be written again.` : `Existing ${recordsOf(entity)} where it is ${forbidden} stay as they are: readers that rely on it meet them.`;
  yield { kind: 'field-became-required', level: refuses ? 'breaking' : 'dangerous', ...place, message: `${name} may not be ${forbidden} any more.`, effect, todo: `Fill it in every one of the ${recordsOf(entity)} first.` };
}

function* defaults(base: Field, head: Field, entity: Entity): Iterable<ChangeDraft<Kind>> {
  if (base.default === head.default && base.generated === head.generated) return;
  const place = { entity: entity.address, field: head.path, location: head.location };
  const name = fieldName(entity, head);
  if (base.default !== head.default) {
    if (head.default === undefined) {
      const isNeeded = !head.nullable && !head.optional;
      const effect = isNeeded ? 'Writers that left it to the default fail, or write nothing.' : 'What is written without it has none from now on.';
      yield { kind: 'default-removed', level: isNeeded ? 'dangerous' : 'safe', ...place, message: `${name} has no default any more; it was ${codeSpan(base.default ?? '')}.`, effect, todo: isNeeded ? 'Make every writer say the value first.' : '' };
    } else if (base.default === undefined) {
      yield { kind: 'default-added', level: 'safe', ...place, message: `${name} is ${codeSpan(head.default)} by default now.`, effect: `Existing ${recordsOf(entity)} stay as they are.`, todo: '' };
    } else {
      yield { kind: 'default-changed', level: 'safe', ...place, message: `${name} is ${codeSpan(head.default)} by default, instead of ${codeSpan(base.default)}.`, effect: `Existing ${recordsOf(entity)} keep what they have.`, todo: '' };
    }
  }
  if (base.generated === head.generated) return;
  const message =
    head.generated === undefined ? `${name} is not generated any more; it was ${codeSpan(base.generated ?? '')}.` : base.generated === undefined ? `${name} is generated now: ${codeSpan(head.generated)}.` : `${name} is generated as ${codeSpan(head.generated)}, instead of ${codeSpan(base.generated)}.`;
  const effect = head.generated === undefined ? 'Nobody writes it until a writer does.' : 'The values that exist are of the old making: the column has to be computed anew, in place of what it holds.';
  yield { kind: 'generated-changed', level: 'dangerous', ...place, message, effect, todo: head.generated === undefined ? 'Make the writers say the value first.' : 'Add the column anew beside the old one, switch the readers, and drop the old one.' };
}

function* classification(base: Field, head: Field, entity: Entity): Iterable<ChangeDraft<Kind>> {
  const [before, after] = [base.classification, head.classification];
  if (before === after) return;
  const place = { entity: entity.address, field: head.path, location: head.location };
  const name = fieldName(entity, head);
  const word = (kind: 'personal' | 'secret') => (kind === 'personal' ? 'personal data' : 'a secret');
  if (after === undefined) {
    const effect = 'Exports, logs and erasures that go by the mark pass over it, though what it holds is the same.';
    yield { kind: 'classification-removed', level: 'dangerous', ...place, message: `${name} is not marked as ${word(before ?? 'personal')} any more.`, effect, todo: 'Make sure that it never held any.' };
  } else if (before === undefined) {
    yield { kind: 'classification-added', level: 'safe', ...place, message: `${name} is marked as ${word(after)}.`, effect: `Existing values are ${word(after)} too, and so is every copy of them.`, todo: 'See that copies made so far (logs, exports, backups) are handled so too.' };
  } else {
    yield { kind: 'classification-changed', level: 'dangerous', ...place, message: `${name} is marked as ${word(after)}, not as ${word(before)}.`, effect: 'Exports, logs and erasures that go by the mark handle it otherwise.', todo: 'Make sure that the new mark is the right one.' };
  }
}

/** Of a discriminated union: those that have the field. Without a condition, all have. */
function* variants(base: Field, head: Field, entity: Entity): Iterable<ChangeDraft<Kind>> {
  const [before, after] = [base.when, head.when];
  if (isDeepStrictEqual(before?.values, after?.values) && before?.field === after?.field) return;
  const place = { entity: entity.address, field: head.path, location: head.location };
  const isIn = (value: string, { when }: Field) => when === undefined || when.values.includes(value);
  const lost = before?.field === after?.field || before === undefined || after === undefined ? (before?.values ?? after?.values ?? []).filter((value) => !isIn(value, head)) : before.values;
  const isNarrower = lost.length > 0 || before === undefined;
  const name = fieldName(entity, head);
  const now = after === undefined ? `${name} is in every variant.` : `${name} is only in the variants where ${codeSpan(after.field)} is ${after.values.map(codeSpan).join(' or ')}.`;
  if (isNarrower) yield { kind: 'variants-removed', level: 'dangerous', ...place, message: now, effect: `Existing ${recordsOf(entity)} of other variants may hold it, and readers of these no longer find it described.`, todo: 'Make sure that no reader of the other variants needs it.' };
  else yield { kind: 'variants-added', level: 'safe', ...place, message: now, effect: `Existing ${recordsOf(entity)} stay as they are.`, todo: '' };
}
