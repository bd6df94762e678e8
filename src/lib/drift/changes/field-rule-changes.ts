import { isDeepStrictEqual } from 'node:util';
import { codeSpan } from '../../model/code-span.ts';
import type { Entity } from '../../model/entity.ts';
import type { Field, FieldCondition } from '../../model/field.ts';
import { inSequence } from '../../model/in-sequence.ts';
import type { EntityPair } from './change-context.ts';
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
        yield* variants(base, head, pair);
      }
    }
  },
});

function* presence(base: Field, head: Field, entity: Entity): Iterable<ChangeDraft<Kind>> {
  const place = { entity: entity.address, field: head.path, location: head.location };
  // A field of some variants is optional; these themselves may require it.
  const isOfSame = head.when !== undefined && base.when !== undefined && base.when.required !== head.when.required;
  const mayBeAbsent = ({ optional, when }: Field) => (isOfSame ? when?.required === false : optional);
  const words = (field: Field, other: Field) => [...(field.nullable && !other.nullable ? ['null'] : []), ...(mayBeAbsent(field) && !mayBeAbsent(other) ? ['absent'] : [])].join(' or ');
  const [allowed, forbidden] = [words(head, base), words(base, head)];
  const where = isOfSame ? ` where ${describeVariants(head.when)}` : '';
  const name = where === '' ? fieldName(entity, head) : `${fieldName(entity, head)} (${where.trimStart()})`;
  if (allowed !== '') {
    yield { kind: 'field-became-optional', level: 'dangerous', ...place, message: `${name} may be ${allowed} now.`, effect: 'Readers that rely on a value meet none.', todo: `Teach the readers that it may be ${allowed}, then let writers leave it out.` };
  }
  if (forbidden === '') return;
  const refuses = refusesMisfits(entity);
  const effect = refuses ? `Existing ${recordsOf(entity)} where it is ${forbidden} make the change fail, or cannot be written again.` : `Existing ${recordsOf(entity)} where it is ${forbidden} stay as they are: readers that rely on it meet them.`;
  yield { kind: 'field-became-required', level: refuses ? 'breaking' : 'dangerous', ...place, message: `${name} may not be ${forbidden} any more.`, effect, todo: `Fill it in every one of the ${recordsOf(entity)}${where} first.` };
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
function* variants(base: Field, head: Field, pair: EntityPair): Iterable<ChangeDraft<Kind>> {
  const [before, after] = [base.when, head.when];
  if (isDeepStrictEqual(before?.values, after?.values) && before?.field === after?.field) return;
  const place = { entity: pair.head.address, field: head.path, location: head.location };
  const name = fieldName(pair.head, head);
  const message = after === undefined ? `${name} is in every variant.` : `${name} is only in the variants where ${describeVariants(after)}.`;
  const had = before?.field === after?.field ? before?.values : pair.base.fields.find(({ path }) => path === after?.field)?.values;
  if (after !== undefined && (had === undefined || had.some((value) => !after.values.includes(value)))) {
    const effect = `Existing ${recordsOf(pair.head)} of the other variants may still hold it, although it is no longer documented for them.`;
    yield { kind: 'variants-removed', level: 'dangerous', ...place, message, effect, todo: 'Make sure that no reader of the other variants needs it.' };
  } else if (before !== undefined) {
    // Had every variant the field before, what has come is a variant without it, and the field is optional now.
    yield { kind: 'variants-added', level: 'safe', ...place, message, effect: `Existing ${recordsOf(pair.head)} stay as they are.`, todo: '' };
  }
}

function describeVariants({ field, values }: FieldCondition): string {
  return `${codeSpan(field)} is ${inSequence(values.map(codeSpan), 'or')}`;
}
