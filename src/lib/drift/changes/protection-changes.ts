import { isDeepStrictEqual } from 'node:util';
import { keysUnder } from '../../analysis/bucket-families.ts';
import { codeSpan } from '../../model/code-span.ts';
import { secondsOf } from '../../model/duration.ts';
import type { Entity, LifecycleRule, ObjectFamily, StorageTransition } from '../../model/entity.ts';
import { inSequence, someInSequence } from '../../model/in-sequence.ts';
import { STORAGE_CLASSES } from '../../model/stores/storage-classes.ts';
import { defineFamily, type ChangeDraft } from './change-family.ts';
import { nameOf } from './words.ts';

type Kind =
  | 'versioning-enabled' | 'versioning-disabled' | 'lock-added' | 'lock-strengthened' | 'lock-lengthened' | 'lock-weakened' | 'lock-shortened' | 'lock-removed' | 'lifecycle-added' | 'lifecycle-removed'
  | 'lifecycle-shortened' | 'lifecycle-lengthened' | 'lifecycle-transitions-changed';

/** What keeps objects, and what removes them. */
export const protectionChanges = defineFamily<Kind>({
  title: 'Versioning, locks and lifecycle of objects',
  kinds: {
    'versioning-enabled': 'Overwritten and deleted objects leave old versions behind.',
    'versioning-disabled': 'Overwritten and deleted objects are gone.',
    'lock-added': 'Objects are locked.',
    'lock-strengthened': 'A lock that some could lift nobody can.',
    'lock-lengthened': 'Objects are locked longer.',
    'lock-weakened': 'A lock that nobody could lift some can.',
    'lock-shortened': 'Objects are locked for a shorter time.',
    'lock-removed': 'Objects are not locked any more.',
    'lifecycle-added': 'A rule of the bucket removes something that it did not.',
    'lifecycle-removed': 'No rule of the bucket removes any more what one did.',
    'lifecycle-shortened': 'A rule of the bucket removes something earlier.',
    'lifecycle-lengthened': 'A rule of the bucket removes something later.',
    'lifecycle-transitions-changed': 'A rule of the bucket moves objects to other storage classes, or at another age.',
  },
  *find({ kept, pairs, addedEntities, removedEntities }) {
    for (const added of addedEntities) yield* rulesOfOthers(added, kept, true);
    for (const removed of removedEntities) yield* rulesOfOthers(removed, kept, false);
    for (const { base, head } of pairs) {
      if (base.kind !== 'objects' || head.kind !== 'objects') continue;
      yield* versioningChanged(base, head);
      yield* lockChanged(base, head);
      yield* lifecycleChanged(base, head, kept);
      yield* transitionsChanged(base, head);
    }
  },
});

function* versioningChanged(base: ObjectFamily, head: ObjectFamily): Iterable<ChangeDraft<Kind>> {
  if (base.versioning === head.versioning) return;
  const entity = head.address;
  yield head.versioning
    ? { kind: 'versioning-enabled', level: 'dangerous', entity, message: `${nameOf(head)} is versioned now.`, effect: 'Deleting an object no longer removes its bytes: what must go (an erased tenant, an expired object) stays as an old version.', todo: 'Let old versions expire by a lifecycle rule, and make every erasure delete all versions.' }
    : { kind: 'versioning-disabled', level: 'breaking', entity, message: `${nameOf(head)} is not versioned any more.`, effect: 'An object that is overwritten or deleted from now on is gone; old versions that exist stay, and cost.', todo: 'Make sure that nobody counts on going back to an older version.' };
}

const UNDONE = 'That cannot be undone: not by the account’s root, not by AWS.';

function* lockChanged(base: ObjectFamily, head: ObjectFamily): Iterable<ChangeDraft<Kind>> {
  const [before, after] = [base.objectLock, head.objectLock];
  const [entity, name] = [head.address, nameOf(head)];
  const ask = 'Ask whoever asked for the lock.';
  if (before === undefined && after === undefined) return;
  if (before === undefined && after !== undefined) {
    const final = after.mode === 'compliance' ? ` ${UNDONE}` : '';
    yield { kind: 'lock-added', level: 'dangerous', entity, message: `${name} is locked for ${after.for} in ${after.mode} mode.`, effect: `Nothing that is written from now on can be removed before, the data of a tenant who must be erased neither.${final}`, todo: 'Try the length on a bucket of its own first, and see how it goes with the duty to erase.' };
  } else if (before !== undefined && after === undefined) {
    yield { kind: 'lock-removed', level: 'breaking', entity, message: `${name} is not locked any more; it was, for ${before.for} in ${before.mode} mode.`, effect: 'What is written from now on can be deleted and overwritten at once; what is locked stays so until its time is over.', todo: ask };
  } else if (before !== undefined && after !== undefined) {
    if (before.mode !== after.mode) {
      const isWeaker = after.mode === 'governance';
      yield {
        kind: isWeaker ? 'lock-weakened' : 'lock-strengthened', level: isWeaker ? 'breaking' : 'dangerous', entity, message: `The lock of ${name} is in ${after.mode} mode instead of ${before.mode} mode.`,
        effect: isWeaker ? 'What is written from now on can be removed by whoever has the permission to lift the lock.' : `What is written from now on nobody can remove before its time is over. ${UNDONE}`, todo: ask,
      };
    }
    const [old, now] = [secondsOf(before.for), secondsOf(after.for)];
    if (now > old) yield { kind: 'lock-lengthened', level: 'dangerous', entity, message: `${name} is locked for ${after.for} instead of ${before.for}.`, effect: `What is written from now on cannot be removed before.${after.mode === 'compliance' ? ` ${UNDONE}` : ''}`, todo: 'See how it goes with the duty to erase.' };
    if (now < old) yield { kind: 'lock-shortened', level: 'breaking', entity, message: `${name} is locked for ${after.for} instead of ${before.for}.`, effect: 'What is written from now on can be removed earlier than was promised; what is locked stays so until its time is over.', todo: ask };
  }
}

/** A new family may bring rules for a bucket that it shares, and one that goes takes them along: they remove what others have there. */
function* rulesOfOthers(other: Entity, families: readonly Entity[], comes: boolean): Iterable<ChangeDraft<Kind>> {
  if (other.kind !== 'objects') return;
  for (const family of families) {
    if (family.kind !== 'objects' || family.bucket !== other.bucket) continue;
    const met = other.lifecycle.filter((rule) => rule.expireAfter !== undefined && keysUnder(family, rule.prefix) !== 'none');
    if (met.length === 0) continue;
    const [entity, name, words] = [family.address, nameOf(family), met.map((rule) => `removes objects${scopeOf(rule)} after ${rule.expireAfter}`)];
    yield comes
      ? { kind: 'lifecycle-added', level: 'breaking', entity, message: `A rule that ${nameOf(other)} brings into the bucket of ${name} ${words.join(', and ')}.`, effect: `S3 removes what is older within days, that of ${name} too.`, todo: `Give the rule a prefix or a tag that nothing of ${name} has, or ${nameOf(other)} a bucket of its own.` }
      : { kind: 'lifecycle-removed', level: 'dangerous', entity, message: `With ${nameOf(other)} a rule goes that ${words.join(', and ')}, in the bucket of ${name} too.`, effect: 'What would have gone stays, longer than was promised.', todo: 'Make sure that this is meant, for what exists too.' };
  }
}

/** What a rule does → how to say it, in the order of what hurts. */
const DEEDS = [
  ['expireAfter', 'removes objects', 'breaking'],
  ['expireOldVersionsAfter', 'removes old versions', 'dangerous'],
  ['abortUploadsAfter', 'aborts unfinished uploads', 'safe'],
] as const;

function* lifecycleChanged(base: ObjectFamily, head: ObjectFamily, kept: readonly Entity[]): Iterable<ChangeDraft<Kind>> {
  const [before, after] = [rulesOf(base), rulesOf(head)];
  if (isDeepStrictEqual(before, after)) return;
  // One change of a kind for an entity: its rules are one setting of the bucket.
  const found = new Map<Kind, { level: ChangeDraft['level']; words: string[]; effects: Set<string> }>();
  const note = (kind: Kind, level: ChangeDraft['level'], words: string, effect: string) => {
    const known = found.get(kind) ?? { level: 'safe', words: [], effects: new Set<string>() };
    known.words.push(words);
    if (effect !== '') known.effects.add(effect);
    const isWorse = known.level === 'safe' || level === 'breaking';
    found.set(kind, isWorse ? { ...known, level } : known);
  };
  for (const scope of new Set([...before.keys(), ...after.keys()])) {
    for (const [deed, verb, loss] of DEEDS) {
      const [old, now] = [before.get(scope)?.[deed], after.get(scope)?.[deed]];
      const what = `${verb}${scope}`;
      const gone = deed === 'expireAfter' ? `S3 removes what is older than ${now} within days, whatever was promised when it was written.${alsoRemoves(head, scope, kept)}` : deed === 'expireOldVersionsAfter' ? `Old versions that exist and are older than ${now} go within days.` : `Unfinished uploads that are older than ${now} go; objects stay.`;
      const stays = deed === 'abortUploadsAfter' ? 'Unfinished uploads stay, and cost.' : 'What would have gone stays, longer than was promised.';
      if (old === undefined && now !== undefined) note('lifecycle-added', loss, `${what} after ${now}`, gone);
      else if (old !== undefined && now === undefined) note('lifecycle-removed', deed === 'abortUploadsAfter' ? 'safe' : 'dangerous', `${what} after ${old}`, stays);
      else if (old !== undefined && now !== undefined && secondsOf(now) < secondsOf(old)) note('lifecycle-shortened', loss, `${what} after ${now} instead of ${old}`, gone);
      else if (old !== undefined && now !== undefined && secondsOf(now) > secondsOf(old)) note('lifecycle-lengthened', deed === 'abortUploadsAfter' ? 'safe' : 'dangerous', `${what} after ${now} instead of ${old}`, stays);
    }
  }
  for (const [kind, { level, words, effects }] of found) {
    const message = kind === 'lifecycle-removed' ? `No rule of the bucket of ${nameOf(head)} ${words.join(', nor ')} any more.` : `A rule of the bucket of ${nameOf(head)} ${words.join(', and ')}.`;
    yield { kind, level, entity: head.address, message, effect: [...effects].join(' '), todo: level === 'breaking' ? 'Count what is older, and copy what anybody still needs first: it cannot be undone.' : level === 'dangerous' ? 'Make sure that this is meant, for what exists too.' : '' };
  }
}

/** Objects that move into an archive cannot be read until somebody restores them; every other move changes only what they cost. */
function* transitionsChanged(base: ObjectFamily, head: ObjectFamily): Iterable<ChangeDraft<Kind>> {
  const [before, after] = [movesOf(base), movesOf(head)];
  const come = [...after.values()].filter(({ words }) => !before.has(words));
  const gone = [...before.values()].filter(({ words }) => !after.has(words));
  if (come.length + gone.length === 0) return;
  const [name, entity] = [nameOf(head), head.address];
  const says = [
    ...(come.length === 0 ? [] : [`moves ${inSequence(come.map(({ words }) => words))}`]),
    ...(gone.length === 0 ? [] : [`no longer moves ${inSequence(gone.map(({ words }) => words))}`]),
  ];
  const archives = come.filter(({ isArchive }) => isArchive);
  const restore = 'Objects that are old enough move within days, and cannot be read from an archive until somebody restores them.';
  const stays = 'Objects that have moved stay in their storage class: no lifecycle rule moves them back.';
  yield archives.length > 0
    ? { kind: 'lifecycle-transitions-changed', level: 'dangerous', entity, message: `A rule of the bucket of ${name} ${says.join(', and ')}.`, effect: restore, todo: 'Make sure that nothing reads objects of that age, or that its readers restore them first.' }
    : { kind: 'lifecycle-transitions-changed', level: 'safe', entity, message: `A rule of the bucket of ${name} ${says.join(', and ')}.`, effect: come.length > 0 ? 'Objects that are old enough move within days, and their storage costs change.' : stays, todo: '' };
}

/** Every move, by its words. */
function movesOf({ lifecycle }: ObjectFamily): ReadonlyMap<string, { readonly words: string; readonly isArchive: boolean }> {
  const moves = lifecycle.flatMap((rule) => {
    const said = (what: string, { to, after }: StorageTransition) => ({ words: `${what}${scopeOf(rule)} to ${to} after ${after}`, isArchive: STORAGE_CLASSES[to].isArchive });
    return [...(rule.transitions ?? []).map((move) => said('objects', move)), ...(rule.oldVersionTransitions ?? []).map((move) => said('old versions', move))];
  });
  return new Map(moves.map((move) => [move.words, move]));
}

/** A rule is the bucket's: it asks for no family. Those that declare it too have a change of their own. */
function alsoRemoves(head: ObjectFamily, scope: string, kept: readonly Entity[]): string {
  const rule = head.lifecycle.find((one) => scopeOf(one) === scope);
  const others = kept.flatMap((other) => (other.kind === 'objects' && other.bucket === head.bucket && other.address !== head.address && keysUnder(other, rule?.prefix) !== 'none' && !rulesOf(other).has(scope) ? [nameOf(other)] : []));
  return others.length === 0 ? '' : ` The bucket is shared: what ${someInSequence(others, 3)} ${others.length === 1 ? 'keeps' : 'keep'} there goes as well.`;
}

/** Scope, as the end of a sentence → what is done there; several rules for one scope do what the shortest says. */
function rulesOf({ lifecycle }: ObjectFamily): ReadonlyMap<string, Partial<Record<(typeof DEEDS)[number][0], string>>> {
  const rules = new Map<string, Partial<Record<(typeof DEEDS)[number][0], string>>>();
  for (const rule of lifecycle) {
    const known = rules.get(scopeOf(rule)) ?? {};
    for (const [deed] of DEEDS) {
      const duration = rule[deed];
      if (duration !== undefined && (known[deed] === undefined || secondsOf(duration) < secondsOf(known[deed]))) known[deed] = duration;
    }
    rules.set(scopeOf(rule), known);
  }
  return rules;
}

function scopeOf({ prefix, tag }: LifecycleRule): string {
  return `${prefix === undefined ? '' : ` under ${codeSpan(prefix)}`}${tag === undefined ? '' : ` tagged ${codeSpan(`${tag.key}=${tag.value}`)}`}`;
}
