import { isDeepStrictEqual } from 'node:util';
import { assertNever } from '../../model/assert-never.ts';
import { codeSpan } from '../../model/code-span.ts';
import { secondsOf } from '../../model/duration.ts';
import type { Collection, Entity } from '../../model/entity.ts';
import { expiresAtOwnDate, retentionsOf, type Retention } from '../../model/retention.ts';
import type { ChangeContext, EntityPair } from './change-context.ts';
import { defineFamily, type ChangeDraft } from './change-family.ts';
import { capitalised, nameOf, recordsOf } from './words.ts';

type Kind =
  | 'ttl-added' | 'ttl-removed' | 'retention-shortened' | 'retention-lengthened' | 'retention-field-changed' | 'retention-condition-changed' | 'retention-minimum-shortened' | 'retention-minimum-lengthened'
  | 'retention-mode-changed' | 'further-retention-changed' | 'retention-parent-changed' | 'retention-changed' | 'retention-declared' | 'retention-undeclared';

/** How long records live. */
export const retentionChanges = defineFamily<Kind>({
  title: 'Retention',
  kinds: {
    'ttl-added': 'Records go by themselves that did not.',
    'ttl-removed': 'Records do not go by themselves any more.',
    'retention-shortened': 'Records go earlier.',
    'retention-lengthened': 'Records go later.',
    'retention-field-changed': 'The time counts from another date.',
    'retention-condition-changed': 'Other records go by themselves.',
    'retention-minimum-shortened': 'Records may go earlier than was promised.',
    'retention-minimum-lengthened': 'Records must stay longer than was promised.',
    'retention-mode-changed': 'A lock can be lifted by some, or by nobody any more.',
    'further-retention-changed': 'Beside the first retention another one is declared, or not any more.',
    'retention-parent-changed': 'Records go with another record, earlier or later after it.',
    'retention-changed': 'Records live by another rule.',
    'retention-declared': 'How long records live is said for the first time.',
    'retention-undeclared': 'How long records live is not said any more.',
  },
  *find(context) {
    for (const pair of context.pairs) {
      yield* handWrittenTtls(pair);
      yield* furtherChanged(pair);
      for (const change of retentionChanged(pair)) yield { ...change, effect: [change.effect, consequencesOf(pair.head, context)].filter((text) => text !== '').join(' ') };
    }
  },
});

function* retentionChanged({ base, head }: EntityPair): Iterable<ChangeDraft<Kind>> {
  const [[before], [after]] = [declaredIn(base), declaredIn(head)];
  if (isDeepStrictEqual(withoutWords(before), withoutWords(after))) return;
  const [entity, name, records] = [head.address, nameOf(head), recordsOf(head)];
  const instead = `${name} is ${describe(after)} instead of ${describe(before)}.`;
  if (after === undefined) {
    const level = 'dangerous';
    yield before?.kind === 'expires'
      ? { kind: 'ttl-removed', level, entity, message: `${name} does not say any more how long its ${records} live; it was ${describe(before)}.`, effect: keptOn(head), todo: 'Say how long they live now, and why so long.' }
      : { kind: 'retention-undeclared', level, entity, message: `${name} does not say any more how long its ${records} live; it was ${describe(before)}.`, effect: 'Nobody can tell when they may go.', todo: 'Say it.' };
  } else if (after.kind === 'expires' && before?.kind !== 'expires') {
    yield { kind: 'ttl-added', level: 'breaking', entity, message: before === undefined ? `${name} is ${describe(after)}; nothing was said before.` : instead, effect: goesAtOnce(head, after), todo: saveFirst(head, after) };
  } else if (before === undefined) {
    const goes = after.kind === 'withParent';
    yield {
      kind: 'retention-declared', level: goes ? 'dangerous' : 'safe', entity, message: `${name} is ${describe(after)}; nothing was said before.`,
      effect: goes ? `What removes ${records} with their parent may remove those whose parent is gone already.` : 'No data changes: it says what was left open.', todo: goes ? `Count the ${records} whose parent is gone.` : '',
    };
  } else if (before.kind === 'expires' && after.kind === 'expires') {
    yield* expiryChanged(before, after, head);
  } else if (before.kind === 'expires') {
    yield { kind: 'ttl-removed', level: 'dangerous', entity, message: instead, effect: keptOn(head), todo: 'Make sure that they may be kept longer than whoever gave them was promised.' };
  } else if (before.kind === after.kind) {
    yield* sameRule(before, after, head);
  } else {
    const goes = after.kind === 'withParent';
    yield { kind: 'retention-changed', level: goes ? 'breaking' : 'dangerous', entity, message: instead, effect: goes ? `${capitalised(records)} go with their parent; those whose parent is gone already go at once.` : 'What may go, and when, is another thing from now on, for what exists too.', todo: goes ? `Count the ${records} whose parent is gone.` : 'Ask who relies on the old promise.' };
  }
}

function* furtherChanged({ base, head }: EntityPair): Iterable<ChangeDraft<Kind>> {
  const words = (entity: Entity) => declaredIn(entity).slice(1).map(describe).join(', and ');
  const [before, after] = [words(base), words(head)];
  if (before === after) return;
  const message = after === '' ? `${nameOf(head)} is not also ${before} any more.` : `${nameOf(head)} is also ${after}${before === '' ? '' : `, not ${before} any more`}.`;
  yield { kind: 'further-retention-changed', level: 'dangerous', entity: head.address, message, effect: 'All declared retentions apply: the earliest expiry deletes a record, whatever the others say.', todo: 'Make sure that they do not contradict each other.' };
}

/** A TTL index that no retention declares deletes all the same. */
function* handWrittenTtls({ base, head }: EntityPair): Iterable<ChangeDraft<Kind>> {
  if (base.kind !== 'collection' || head.kind !== 'collection') return;
  const [before, after] = [ttlsOf(base), ttlsOf(head)];
  const entity = head.address;
  for (const [key, { field, where }] of new Map([...before, ...after])) {
    const [old, now] = [before.get(key)?.ttl, after.get(key)?.ttl];
    const index = `a TTL index on ${codeSpan(field)} of ${nameOf(head)}${where === undefined ? '' : ` where ${codeSpan(where)}`}`;
    if (now !== undefined && (old === undefined || secondsOf(now) < secondsOf(old))) {
      const expiry: Expires = { kind: 'expires', after: now, field, ...(where === undefined ? {} : { where }) };
      yield { kind: old === undefined ? 'ttl-added' : 'retention-shortened', level: 'breaking', entity, field, message: old === undefined ? `There is ${index} now${secondsOf(now) === 0 ? ': each document expires at that date' : `, of ${now}`}.` : `There is ${index} of ${now} instead of ${old}.`, effect: goesAtOnce(head, expiry), todo: saveFirst(head, expiry) };
    } else if (old !== undefined && now === undefined) yield { kind: 'ttl-removed', level: 'dangerous', entity, field, message: `There is no longer ${index}; it was of ${old}.`, effect: keptOn(head), todo: 'Make sure that they may be kept longer than whoever gave them was promised.' };
    else if (old !== undefined && now !== undefined && secondsOf(now) > secondsOf(old)) yield { kind: 'retention-lengthened', level: 'dangerous', entity, field, message: `There is ${index} of ${now} instead of ${old}.`, effect: keptOn(head), todo: 'Make sure that they may be kept longer than whoever gave them was promised.' };
  }
}

interface WrittenTtl {
  readonly field: string;
  readonly where?: string;
  readonly ttl: string;
}

/** TTL indexes under `indexes` by field and condition, without those that repeat a declared retention. */
function ttlsOf(entity: Collection): ReadonlyMap<string, WrittenTtl> {
  const keyOf = (field: string, where = '') => `${field}\0${where}`;
  const declared = new Set(declaredIn(entity).flatMap((retention) => (retention.kind === 'expires' && retention.field !== undefined ? [`${keyOf(retention.field, retention.where)}\0${retention.after}`] : [])));
  return new Map(entity.indexes.flatMap(({ keys: [key, ...others], ttl, where }): readonly (readonly [string, WrittenTtl])[] => {
    if (key === undefined || others.length > 0 || ttl === undefined || declared.has(`${keyOf(key.on, where)}\0${ttl}`)) return [];
    return [[keyOf(key.on, where), { field: key.on, ttl, ...(where === undefined ? {} : { where }) }]];
  }));
}

/** Without those that come from TTL indexes under `indexes`: changes of these are reported as changes of the index. */
function declaredIn(entity: Entity): readonly Retention[] {
  return retentionsOf(entity).filter((retention) => retention.kind !== 'expires' || retention.fromIndex === undefined);
}

type Expires = Extract<Retention, { kind: 'expires' }>;

function* expiryChanged(before: Expires, after: Expires, head: Entity): Iterable<ChangeDraft<Kind>> {
  const [entity, name] = [head.address, nameOf(head)];
  const [old, now] = [secondsOf(before.after), secondsOf(after.after)];
  const isOwnDate = expiresAtOwnDate(before) || expiresAtOwnDate(after);
  const message = isOwnDate ? `${name} expires ${endOf(after)} instead of ${endOf(before)}.` : `${name} expires after ${after.after} instead of ${before.after}.`;
  // Which of two ends comes first is not known if one is a date in another field.
  const isComparable = before.field === after.field || !isOwnDate;
  if (now < old && isComparable) yield { kind: 'retention-shortened', level: 'breaking', entity, message, effect: goesAtOnce(head, after), todo: saveFirst(head, after) };
  if (now > old && isComparable) yield { kind: 'retention-lengthened', level: 'dangerous', entity, message, effect: `What exists stays longer than was promised when it was written.`, todo: 'Make sure that it may: whoever gave the data was told otherwise.' };
  if (before.field !== after.field) {
    const from = (field: string | undefined) => (field === undefined ? 'their creation' : codeSpan(field));
    yield { kind: 'retention-field-changed', level: 'breaking', entity, message: isOwnDate ? message : `The ${after.after} of ${name} count from ${from(after.field)} instead of ${from(before.field)}.`, effect: `${capitalised(recordsOf(head))} whose ${from(after.field)} is ${expiresAtOwnDate(after) ? '' : 'long '}past go at once; those without it never go.`, todo: `Look at how ${from(after.field)} is set in what exists.` };
  }
  if (before.where === after.where) return;
  const other = after.where === undefined ? `All ${recordsOf(head)} of ${name} expire, not only those where ${codeSpan(before.where ?? '')}.` : `Only those ${recordsOf(head)} of ${name} expire where ${codeSpan(after.where)}${before.where === undefined ? '' : `, not where ${codeSpan(before.where)}`}.`;
  const isLess = before.where === undefined;
  yield { kind: 'retention-condition-changed', level: isLess ? 'dangerous' : 'breaking', entity, message: other, effect: isLess ? 'The others stay forever.' : goesAtOnce(head, after), todo: isLess ? 'Make sure that they may be kept longer than was promised.' : saveFirst(head, after) };
}

/** The same kind of rule, with other numbers. */
function* sameRule(before: Retention, after: Retention, head: Entity): Iterable<ChangeDraft<Kind>> {
  const [entity, name, records] = [head.address, nameOf(head), recordsOf(head)];
  const message = `${name} is ${describe(after)} instead of ${describe(before)}.`;
  if ((before.kind === 'atLeast' || before.kind === 'locked') && before.kind === after.kind) {
    const [old, now] = [secondsOf(before.for), secondsOf(after.for)];
    if (now < old) yield { kind: 'retention-minimum-shortened', level: 'dangerous', entity, message, effect: `${capitalised(records)} may go earlier than was promised to whoever asked for the minimum.`, todo: 'Ask them.' };
    if (now > old) yield { kind: 'retention-minimum-lengthened', level: 'dangerous', entity, message, effect: `Existing ${records} must stay longer; nothing that deletes them by the old rule may run any more.`, todo: 'Stop or change what deletes them first.' };
    if (before.kind === 'locked' && after.kind === 'locked' && before.mode !== after.mode) {
      const isWeaker = before.mode === 'compliance';
      yield { kind: 'retention-mode-changed', level: isWeaker ? 'breaking' : 'dangerous', entity, message: now === old ? message : `The lock of ${name} is in ${after.mode ?? 'no'} mode instead of ${before.mode ?? 'no'} mode.`, effect: isWeaker ? 'What nobody could delete some people can.' : 'What some people could delete nobody can, and that cannot be undone.', todo: 'Ask whoever asked for the lock.' };
    }
  }
  if (before.kind === 'withParent' && after.kind === 'withParent') {
    const isOther = before.parent !== after.parent;
    const [old, now] = [before.within, after.within].map((within) => (within === undefined ? Infinity : secondsOf(within))) as [number, number];
    const isSooner = !isOther && now < old;
    const isLater = !isOther && now > old;
    yield {
      kind: 'retention-parent-changed', level: isOther || isSooner ? 'breaking' : isLater ? 'dangerous' : 'safe', entity, message,
      effect: isOther ? `${capitalised(records)} go with another record than before; those without it go at once, or never.` : isSooner ? `${capitalised(records)} whose parent went longer ago than ${after.within} go at once, though more time was promised.` : isLater ? `${capitalised(records)} stay longer without their parent than was promised.` : 'No data changes: they go when they did.',
      todo: isOther ? `Count the ${records} that have no ${codeSpan(after.parent)}.` : isSooner ? `Count the ${records} whose parent is gone, and copy what anybody still needs of them.` : isLater ? 'Make sure that they may: whoever gave the data was told otherwise.' : '',
    };
  }
}

/** What is left without its target, or kept without what points at it, as a consequence. */
function consequencesOf(entity: Entity, { head, worsened }: ChangeContext): string {
  return worsened([entity, ...head.childrenOf(entity.address)])
    .map(({ after }) => (after.accepted === undefined ? after.sentence : `${after.sentence} (Accepted: ${after.accepted})`))
    .join(' ');
}

function goesAtOnce(entity: Entity, expiry: Expires): string {
  const { after, field, where } = expiry;
  const only = where === undefined ? '' : ` and for which ${codeSpan(where)} holds`;
  const old = field === undefined ? `that was made more than ${after} ago` : expiresAtOwnDate(expiry) ? `whose ${codeSpan(field)} is past` : `whose ${codeSpan(field)} lies more than ${after} back`;
  if (entity.kind === 'collection') return `MongoDB deletes every document ${old}${only} within minutes of the deployment, whatever was promised when it was written.`;
  return `Every one of its ${recordsOf(entity)} ${old}${only} goes with the next run of what deletes them, whatever was promised when it was written.`;
}

function saveFirst(entity: Entity, expiry: Expires): string {
  const which = expiry.field !== undefined && expiresAtOwnDate(expiry) ? `whose ${codeSpan(expiry.field)} is past` : `older than ${expiry.after}`;
  return `Count the ${recordsOf(entity)} ${which}, and copy what anybody still needs of them first: it cannot be undone.`;
}

function keptOn(entity: Entity): string {
  return `${capitalised(recordsOf(entity))} that would have gone stay, longer than was promised when they were written.`;
}

/** Ends "… is …". */
function describe(retention: Retention | undefined): string {
  switch (retention?.kind) {
    case undefined:
      return 'not declared';
    case 'permanent':
      return 'permanent';
    case 'expires':
      return `gone ${endOf(retention)}${retention.where === undefined ? '' : ` where ${codeSpan(retention.where)}`}`;
    case 'atLeast':
      return `kept at least ${retention.for}`;
    case 'locked':
      return `locked for ${retention.for}${retention.mode === undefined ? '' : ` in ${retention.mode} mode`}`;
    case 'withParent':
      return `kept as long as its ${codeSpan(retention.parent)}${retention.within === undefined ? '' : ` and ${retention.within} at most`}${retention.by === undefined ? '' : `, removed by ${retention.by}`}`;
    default:
      return assertNever(retention);
  }
}

/** `90 days after createdAt`; `at the date in expiresAt`. */
function endOf(expiry: Expires): string {
  const field = expiry.field === undefined ? 'its creation' : codeSpan(expiry.field);
  return expiresAtOwnDate(expiry) ? `at the date in ${field}` : `${expiry.after} after ${field}`;
}

/** `90 days` and `3 months` are the same; notes and reasons are documentation. */
function withoutWords(retention: Retention | undefined): unknown {
  if (retention === undefined) return undefined;
  const { note: _, ...rest } = retention;
  if (rest.kind === 'expires') return { ...rest, after: secondsOf(rest.after) };
  if (rest.kind === 'atLeast') return { kind: rest.kind, for: secondsOf(rest.for) };
  return rest.kind === 'locked' ? { ...rest, for: secondsOf(rest.for) } : rest;
}
