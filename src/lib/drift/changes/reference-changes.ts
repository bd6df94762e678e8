import { isDeepStrictEqual } from 'node:util';
import { codeSpan } from '../../model/code-span.ts';
import type { Entity } from '../../model/entity.ts';
import type { Reference } from '../../model/reference.ts';
import type { CatalogIndex } from '../../analysis/catalog-index.ts';
import { possibleTargets } from '../../analysis/possible-targets.ts';
import { sourceFields } from '../../analysis/reference-targets.ts';
import { applicationChanges } from './application-changes.ts';
import type { ChangeContext, EntityPair, ReferencePair } from './change-context.ts';
import { defineFamily, type ChangeDraft } from './change-family.ts';
import { recordsOf, targetName } from './words.ts';

type Kind = 'reference-added' | 'reference-removed' | 'enforcement-changed' | 'on-delete-changed' | 'when-target-goes-changed' | 'keeper-changed' | 'authority-moved' | 'cardinality-changed' | 'other-values-changed';

/** References that came and went, and what keeps them true. That of a field that came or went is said with the field. */
export const referenceChanges = defineFamily<Kind>({
  title: 'References',
  kinds: {
    'reference-added': 'A field that was there already points at something now.',
    'reference-removed': 'A field that is still there points at nothing any more.',
    'enforcement-changed': 'The database enforces a reference that it did not, or does not any more.',
    'on-delete-changed': 'The database does something else when the target is deleted.',
    'when-target-goes-changed': 'The application does something else when the target goes.',
    'keeper-changed': 'Other code keeps the reference true.',
    'authority-moved': 'Of two pointers for one fact the other one decides.',
    'cardinality-changed': 'A target is shared by more or fewer, or a record has more or fewer.',
    'other-values-changed': 'A field may also hold values that are not references, or no longer.',
  },
  *find(context) {
    for (const pair of context.referencePairs) {
      if (pair.base !== undefined && pair.head !== undefined) yield* kept(pair.base, pair.head, pair.entity, context);
      else if (!goesWithItsField(pair, context)) yield* cameOrWent(pair);
    }
  },
});

function goesWithItsField({ entity, base, head }: ReferencePair, context: ChangeContext): boolean {
  const reference = base ?? head;
  const other = base === undefined ? context.base : context.head;
  return reference !== undefined && (entity.base.kind === 'objects') === (entity.head.kind === 'objects') && sourceFields(reference).every(({ field }) => other.field(entity.head.address, field) === undefined);
}

function placeOf(reference: Reference): { readonly entity: string; readonly field: string; readonly location: Reference['location'] } {
  return { entity: reference.from.entity, field: reference.from.field, location: reference.location };
}

function* cameOrWent({ entity, base, head }: ReferencePair): Iterable<ChangeDraft<Kind>> {
  if (head !== undefined) {
    const isEnforced = head.enforcement.by === 'database';
    yield {
      kind: 'reference-added', level: isEnforced ? 'dangerous' : 'safe', ...placeOf(head), message: `${nameOf(head)} points at ${targetName(head)} now${isEnforced ? ', and the database enforces it' : ''}.`,
      effect: isEnforced ? 'The constraint cannot be added while a row points at nothing.' : 'Existing values stay as they are, whether or not they lead to something.', todo: isEnforced ? 'Look for rows that point at nothing first.' : '',
    };
  } else if (base !== undefined) {
    yield {
      kind: 'reference-removed', level: 'dangerous', ...placeOf(base), message: `${nameOf(base)} does not point at ${targetName(base)} any more.`,
      effect: `Its values stay, and nothing says any more what they mean${base.enforcement.by === 'database' ? '; the database lets them dangle' : ''}.`,
      todo: 'Say what the field holds now, or remove it.', location: entity.head.fields.find((field) => field.path === base.from.field)?.location ?? entity.head.location,
    };
  }
}

function* kept(base: Reference, head: Reference, pair: EntityPair, context: ChangeContext): Iterable<ChangeDraft<Kind>> {
  yield* enforcementChanged(base, head, pair);
  yield* otherValues(base, head);
  if (base.mirrorOf !== head.mirrorOf) {
    const message =
      head.mirrorOf === undefined ? `${nameOf(head)} is no longer a repetition of ${codeSpan(base.mirrorOf ?? '')}: it decides itself.` : `${nameOf(head)} only repeats ${codeSpan(head.mirrorOf)} now, which decides${base.mirrorOf === undefined ? '' : ` instead of ${codeSpan(base.mirrorOf)}`}.`;
    yield { kind: 'authority-moved', level: 'dangerous', ...placeOf(head), message, effect: 'Where the two disagree today, the other one is right from now on.', todo: 'Look for records in which the two disagree, and decide each.' };
  }
  if (!isDeepStrictEqual(base.cardinality, head.cardinality) && !isExplained(base, head, pair) && !isOfTarget(base, head, context)) {
    const words = ({ cardinality }: Reference) => `${cardinality.from} → ${cardinality.to}`;
    yield { kind: 'cardinality-changed', level: 'dangerous', ...placeOf(head), message: `${nameOf(head)} is ${words(head)} instead of ${words(base)}.`, effect: 'Readers that rely on the old number meet another.', todo: 'Count what exists, and teach the readers.' };
  }
}

function* otherValues(base: Reference, head: Reference): Iterable<ChangeDraft<Kind>> {
  if (base.allowsOtherValues === head.allowsOtherValues) return;
  const kind = 'other-values-changed';
  if (head.allowsOtherValues === true) yield { kind, level: 'dangerous', ...placeOf(head), message: `${nameOf(head)} may also hold values that are not references.`, effect: 'Readers that look up every value find no record for some of them.', todo: 'Make sure that readers check what a value is before they look it up.' };
  else yield { kind, level: 'safe', ...placeOf(head), message: `${nameOf(head)} holds only references.`, effect: 'Existing values that are not references stay as they are.', todo: '' };
}

function* enforcementChanged(base: Reference, head: Reference, pair: EntityPair): Iterable<ChangeDraft<Kind>> {
  const [before, after] = [base.enforcement, head.enforcement];
  const place = placeOf(head);
  if (before.by !== after.by) {
    const isStricter = after.by === 'database';
    yield {
      kind: 'enforcement-changed', level: 'dangerous', ...place, message: `${nameOf(head)} is enforced by the ${after.by}, not by the ${before.by} any more.`,
      effect: isStricter ? `The constraint cannot be added while a row points at nothing${after.onDelete === 'no action' ? '' : `; deleting the target then means: ${after.onDelete}`}.` : 'Nothing but code keeps it from dangling.',
      todo: isStricter ? 'Look for rows that point at nothing first.' : 'Say which code keeps it: `keptBy` and `whenTargetGoes`.',
    };
    return;
  }
  if (before.by === 'database' && after.by === 'database') {
    if (before.onDelete === after.onDelete) return;
    const isLoss = after.onDelete === 'cascade';
    yield {
      kind: 'on-delete-changed', level: isLoss ? 'breaking' : 'dangerous', ...place, message: `When the target of ${nameOf(head)} is deleted, the database does ${codeSpan(after.onDelete)} instead of ${codeSpan(before.onDelete)}.`,
      effect: isLoss ? 'Deleting a target deletes every row that points at it, and what follows from those.' : 'Deletions that were refused pass, or the other way round.', todo: isLoss ? 'Make sure that no one deletes targets in the belief that it would be refused.' : 'Look at what deletes targets.',
    };
    return;
  }
  if (before.by === 'application' && after.by === 'application') yield* applicationChanges(before, after, head, nameOf(head), recordsOf(pair.head));
}

/** What follows from fields that may be null or absent, from uniqueness or from tenancy is said there. */
function isExplained(base: Reference, head: Reference, pair: EntityPair): boolean {
  const of = (entity: EntityPair['base'], { field }: Reference['from']) => ({
    presence: entity.fields.filter(({ path }) => field === path || field.startsWith(`${path}.`)).map(({ type, nullable, optional }) => [type, nullable, optional]),
    unique: uniqueIn(entity),
    tenancy: entity.tenancy,
  });
  return !isDeepStrictEqual(of(pair.base, base.from), of(pair.head, head.from)) || !isDeepStrictEqual(base.target, head.target);
}

/** Does the cardinality differ only because the target is unique now, or no longer? That is reported with its key. */
function isOfTarget(base: Reference, head: Reference, context: ChangeContext): boolean {
  if (base.cardinality.from !== head.cardinality.from) return false;
  const unique = (index: CatalogIndex) => possibleTargets(head.target, index.catalog).flatMap(({ entity }) => index.entities.get(entity) ?? []).map(uniqueIn);
  return !isDeepStrictEqual(unique(context.base), unique(context.head));
}

function uniqueIn(entity: Entity): readonly unknown[] {
  return entity.kind === 'objects' ? [] : [entity.indexes.filter((index) => index.unique).map(({ keys, where }) => ({ keys, where })), ...(entity.kind === 'table' ? [entity.primaryKey, entity.uniques.map(({ columns }) => columns)] : [])];
}

/** The pointing field, or, of a composite key, its fields. */
function nameOf(reference: Reference): string {
  return sourceFields(reference).map(({ entity, field }) => codeSpan(`${entity}.${field}`)).join(' + ');
}
