import { isDeepStrictEqual } from 'node:util';
import { assertNever } from '../../model/assert-never.ts';
import { codeSpan } from '../../model/code-span.ts';
import { inSequence } from '../../model/in-sequence.ts';
import type { KeyBinding, Reference, Target } from '../../model/reference.ts';
import { defineFamily, type ChangeDraft } from './change-family.ts';
import { targetName } from './words.ts';

type Kind = 'reference-retargeted' | 'reference-target-added' | 'reference-target-removed' | 'discriminator-changed' | 'key-binding-changed';

/** What a reference points at, and how its target is found. */
export const referenceTargetChanges = defineFamily<Kind>({
  title: 'Targets of references',
  kinds: {
    'reference-retargeted': 'A field points at something else.',
    'reference-target-added': 'A field may point at something more.',
    'reference-target-removed': 'A field may not point any more at something that records can point at.',
    'discriminator-changed': 'Another field, or another value of it, tells which target is meant.',
    'key-binding-changed': 'The key of an object is made of other values.',
  },
  *find({ referencePairs }) {
    for (const { base, head } of referencePairs) if (base !== undefined && head !== undefined && !isDeepStrictEqual(base.target, head.target)) yield* targetChanged(base, head);
  },
});

function* targetChanged(base: Reference, head: Reference): Iterable<ChangeDraft<Kind>> {
  const place = { entity: head.from.entity, field: head.from.field, location: head.location };
  const name = codeSpan(`${head.from.entity}.${head.from.field}`);
  const [before, after] = [choicesOf(base.target), choicesOf(head.target)];
  const [added, removed] = [[...after.keys()].filter((one) => !before.has(one)), [...before.keys()].filter((one) => !after.has(one))];
  if (removed.length === before.size && added.length > 0) {
    yield { kind: 'reference-retargeted', level: 'breaking', ...place, message: `${name} points at ${targetName(head)} instead of ${targetName(base)}.`, effect: 'Existing values are looked for in the wrong place: nothing is found, or something else is.', todo: 'Write a new field beside it, fill it, switch the readers, and remove this one last.' };
    return;
  }
  if (added.length > 0) {
    yield { kind: 'reference-target-added', level: 'dangerous', ...place, message: `${name} may also point at ${inSequence(added.map(codeSpan))}.`, effect: 'Readers that know the old targets alone find nothing for the new values.', todo: 'Teach the readers first, then let writers write it.' };
  }
  if (removed.length > 0) {
    yield { kind: 'reference-target-removed', level: 'breaking', ...place, message: `${name} may not point at ${inSequence(removed.map(codeSpan))} any more.`, effect: 'Existing values that do are left without a meaning.', todo: 'Count the records that point there, and decide what becomes of them first.' };
  }
  yield* foundOtherwise(base, head, before, after, place, name);
}

type Place = Pick<ChangeDraft, 'field' | 'location'> & { readonly entity: string };

function* foundOtherwise(base: Reference, head: Reference, before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>, place: Place, name: string): Iterable<ChangeDraft<Kind>> {
  const selected = [...after].flatMap(([choice, when]) => (before.has(choice) && before.get(choice) !== when ? [choice] : []));
  const [old, now] = [discriminatorOf(base.target), discriminatorOf(head.target)];
  if (selected.length > 0 || (old !== undefined && now !== undefined && old !== now)) {
    const [choice] = selected;
    const message = old !== now || choice === undefined ? `What ${name} points at is told by ${now} instead of ${old}.` : `${name} means ${codeSpan(choice)} when ${now} is ${after.get(choice)} instead of ${before.get(choice)}${selected.length > 1 ? `, and ${selected.length - 1} more changed` : ''}.`;
    yield { kind: 'discriminator-changed', level: 'breaking', ...place, message, effect: 'For existing records the wrong target is looked up, or none.', todo: 'Write the new field or value into the existing records first.' };
  }
  if (base.target.kind !== 'objects' || head.target.kind !== 'objects') return;
  const bound = (bindings: readonly KeyBinding[]) => new Map(bindings.map(({ placeholder, from }) => [placeholder, describeSource(from)]));
  const [boundBefore, boundAfter] = [bound(base.target.bindings), bound(head.target.bindings)];
  // A placeholder that came or went is the template's change.
  const changed = [...boundAfter].filter(([placeholder, source]) => boundBefore.has(placeholder) && boundBefore.get(placeholder) !== source);
  const [first] = changed;
  if (first === undefined) return;
  const more = changed.length > 1 ? `, and ${changed.length - 1} more changed` : '';
  yield {
    kind: 'key-binding-changed', level: 'breaking', ...place, message: `In the key that ${name} holds, ${codeSpan(`{${first[0]}}`)} is ${first[1]} instead of ${boundBefore.get(first[0])}${more}.`,
    effect: 'Existing objects have keys that were made of the old value: whoever makes the key anew does not find them.', todo: 'Copy existing objects to their new keys, or make sure that both values are the same for all of them.',
  };
}

/** Everything that a target may be → the value that selects it. */
function choicesOf(target: Target): ReadonlyMap<string, string> {
  switch (target.kind) {
    case 'field':
      return new Map([[[`${target.entity}.${target.field}`, ...(target.alsoTo ?? [])].join(' + '), '']]);
    case 'oneOf':
      return new Map([...Map.groupBy(target.targets, ({ entity, field }) => `${entity}.${field}`)].map(([choice, ones]) => [choice, inSequence(ones.flatMap(({ when }) => (when === undefined ? [] : [codeSpan(when)])))]));
    case 'any':
      return new Map([[`${target.store}.*.${target.field}`, '']]);
    case 'objects':
      return new Map([[target.entity, '']]);
    default:
      return assertNever(target);
  }
}

/** Nothing for a target that needs none: that it needs one now is said by the targets that were added. */
function discriminatorOf(target: Target): string | undefined {
  if (target.kind !== 'oneOf' && target.kind !== 'any') return undefined;
  return target.discriminator.kind === 'field' ? codeSpan(target.discriminator.field) : 'nothing';
}

function describeSource(from: KeyBinding['from']): string {
  switch (from.kind) {
    case 'field':
      return codeSpan(from.field);
    case 'constant':
      return `always ${codeSpan(from.value)}`;
    case 'parameter':
      return 'whatever the writer says';
    default:
      return assertNever(from);
  }
}
