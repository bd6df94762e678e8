import type { CatalogIndex } from '../../analysis/catalog-index.ts';
import { codeSpan } from '../../model/code-span.ts';
import type { Entity } from '../../model/entity.ts';
import type { Field } from '../../model/field.ts';
import { inSequence } from '../../model/in-sequence.ts';
import { storeFacts } from '../../model/stores/index.ts';
import { pointersAt } from './affected.ts';
import type { ChangeContext } from './change-context.ts';
import { defineFamily, type ChangeDraft } from './change-family.ts';
import { compareTypes, type TypeDirection } from './compare-types.ts';
import { fieldName, recordsOf, refusesMisfits } from './words.ts';

type Kind = 'field-type-widened' | 'field-type-narrowed' | 'field-type-changed' | 'enum-value-added' | 'enum-value-removed' | 'enum-values-reordered';

/** What a field can hold: its type, and the values that it may take. */
export const fieldTypeChanges = defineFamily<Kind>({
  title: 'Types and values of fields',
  kinds: {
    'field-type-widened': 'A field can hold more than it could; every value that exists still fits.',
    'field-type-narrowed': 'A field can hold less than it could; some values that exist may not fit.',
    'field-type-changed': 'A field holds something else; values that exist do not fit.',
    'enum-value-added': 'A field may take a value that it could not take.',
    'enum-value-removed': 'A field may not take a value any more that records can have.',
    'enum-values-reordered': 'The values of a field are in another order.',
  },
  *find(context) {
    for (const pair of context.pairs) {
      for (const { base, head } of pair.fields) {
        if (base.type !== head.type) {
          if (!followsItsTarget(base, head, pair.head, context)) yield typeChanged(base, head, pair.head, context);
        } else yield* valuesChanged(base, head, pair.head);
      }
    }
  },
});

/** A pointer has the type of its target: the change is the target's, and names this field among those affected. */
function followsItsTarget(base: Field, head: Field, entity: Entity, context: ChangeContext): boolean {
  const [before, after] = [typeOfTarget(context.base, entity, base), typeOfTarget(context.head, entity, head)];
  return before !== undefined && after !== undefined && before !== after && before === base.type && after === head.type;
}

/** As the store of the pointer says it. */
function typeOfTarget(index: CatalogIndex, entity: Entity, field: Field): string | undefined {
  const target = index.referencesOfField(entity.address, field.path).find((reference) => reference.target.kind === 'field' && reference.alsoFrom === undefined)?.target;
  if (target?.kind !== 'field') return undefined;
  const type = index.field(target.entity, target.field)?.type;
  return type === undefined ? undefined : storeFacts(entity.store).typeOfPointer(type);
}

function typeChanged(base: Field, head: Field, entity: Entity, context: ChangeContext): ChangeDraft<Kind> {
  const direction = compareTypes(base.type, head.type);
  const isPointedAt = [context.base, context.head].some((index) => pointersAt(index, entity, head.path).some(({ from }) => from.entity !== entity.address || from.field !== head.path));
  const holders = !isPointedAt ? '' : ` What points at it has to hold the same.`;
  return {
    ...KINDS[direction](entity, isPointedAt),
    entity: entity.address,
    field: head.path,
    message: `${fieldName(entity, head)} is ${codeSpan(head.type)} instead of ${codeSpan(base.type)}.${holders}`,
    location: head.location,
  };
}

type Verdict = Pick<ChangeDraft<Kind>, 'kind' | 'level' | 'effect' | 'todo'>;

const KINDS: Readonly<Record<TypeDirection, (entity: Entity, isPointedAt: boolean) => Verdict>> = {
  widened: (entity, isPointedAt) => ({
    kind: 'field-type-widened',
    level: isPointedAt ? 'dangerous' : 'safe',
    effect: `Every existing value fits.${isPointedAt ? ' New ones may not fit into the fields that point at it.' : ''}`,
    todo: isPointedAt ? 'Widen what points at it first.' : entity.kind === 'table' ? 'Some such changes write the whole table anew: try it on a copy of a large one.' : '',
  }),
  narrowed: (entity) => ({
    kind: 'field-type-narrowed',
    level: refusesMisfits(entity) ? 'breaking' : 'dangerous',
    effect: refusesMisfits(entity) ? `Existing ${recordsOf(entity)} that do not fit make the change fail, or cannot be written again.` : 'Existing values that do not fit stay, and surprise whoever relies on the type.',
    todo: 'Look for values that do not fit, and mend them first.',
  }),
  changed: (entity) => ({
    kind: 'field-type-changed',
    level: 'breaking',
    effect: `Existing ${recordsOf(entity)} hold values of the old type.`,
    todo: 'Convert what exists, or write a new field beside it and switch the readers.',
  }),
};

function* valuesChanged(base: Field, head: Field, entity: Entity): Iterable<ChangeDraft<Kind>> {
  const [before, after] = [base.values, head.values];
  if (before === undefined && after === undefined) return;
  const place = { entity: entity.address, field: head.path, location: head.location };
  const name = fieldName(entity, head);
  if (before === undefined || after === undefined) {
    const message = after === undefined ? `${name} may be anything of its type, not only ${quoted(before ?? [])}.` : `${name} may only be ${quoted(after)}.`;
    yield { ...KINDS[after === undefined ? 'widened' : 'narrowed'](entity, false), ...place, message };
    return;
  }
  const added = after.filter((value) => !before.includes(value));
  const removed = before.filter((value) => !after.includes(value));
  if (added.length > 0) {
    const effect = 'Readers that know the old values alone meet one that they do not know.';
    yield { kind: 'enum-value-added', level: 'dangerous', ...place, message: `${name} may also be ${quoted(added)}.`, effect, todo: 'Teach the readers first, then let writers write it.' };
  }
  if (removed.length > 0) {
    const effect = `Existing ${recordsOf(entity)} with ${removed.length === 1 ? 'it' : 'one of them'} hold a value that is not allowed any more.`;
    yield { kind: 'enum-value-removed', level: 'breaking', ...place, message: `${name} may not be ${quoted(removed)} any more.`, effect, todo: `Count the ${recordsOf(entity)} that have it, and give them another value first.` };
  }
  const [left, leftAfter] = [before.filter((value) => after.includes(value)), after.filter((value) => before.includes(value))];
  if (left.every((value, at) => value === leftAfter[at])) return;
  // PostgreSQL compares and sorts the values of an enum by their order, and cannot change it.
  const isOrdered = entity.kind === 'table';
  const effect = isOrdered ? 'The database sorts and compares them by their order, where they are an enum of its own; that order cannot be changed in place.' : 'Existing values keep their meaning: no order of theirs is stored.';
  yield { kind: 'enum-values-reordered', level: isOrdered ? 'dangerous' : 'safe', ...place, message: `The values of ${name} are in another order.`, effect, todo: isOrdered ? 'If it is an enum of the database, make a new type and convert the column; else nothing.' : '' };
}

function quoted(values: readonly string[]): string {
  return inSequence(values.map((value) => codeSpan(value)));
}
