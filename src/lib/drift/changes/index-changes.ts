import { isDeepStrictEqual } from 'node:util';
import { codeSpan } from '../../model/code-span.ts';
import { compareText } from '../../model/compare-text.ts';
import { inSequence } from '../../model/in-sequence.ts';
import type { Entity, Index } from '../../model/entity.ts';
import type { CatalogIndex } from '../../analysis/catalog-index.ts';
import { retentionsOf } from '../../model/retention.ts';
import { targetFields } from '../../analysis/reference-targets.ts';
import type { ChangeContext, EntityPair } from './change-context.ts';
import { indexedPath } from '../../model/indexed-path.ts';
import { defineFamily, type ChangeDraft } from './change-family.ts';
import { nameOf, recordsOf } from './words.ts';

type Kind = 'primary-key-changed' | 'unique-added' | 'unique-removed' | 'nulls-not-distinct-added' | 'nulls-not-distinct-removed' | 'index-added' | 'index-removed' | 'index-changed';

/** Keys, uniqueness and indexes. The index of a TTL is its retention's. */
export const indexChanges = defineFamily<Kind>({
  title: 'Keys and indexes',
  kinds: {
    'primary-key-changed': 'A table has another primary key.',
    'unique-added': 'Values must be unique that need not be before.',
    'unique-removed': 'Values need not be unique any more.',
    'nulls-not-distinct-added': 'A unique key allows only one row with nulls.',
    'nulls-not-distinct-removed': 'A unique key allows several rows with nulls.',
    'index-added': 'An index is new.',
    'index-removed': 'An index is gone.',
    'index-changed': 'An index is kept otherwise.',
  },
  *find(context) {
    for (const pair of context.pairs) {
      const { base, head } = pair;
      if (base.kind === 'objects' || head.kind === 'objects' || base.kind !== head.kind) continue;
      if (base.kind === 'table' && head.kind === 'table' && !isDeepStrictEqual(base.primaryKey, head.primaryKey)) yield primaryKeyChanged(head, base.primaryKey, head.primaryKey);
      const unique = { before: uniqueKeysOf(base), after: uniqueKeysOf(head) };
      yield* uniquenessChanged(pair, unique.before, unique.after, context);
      yield* nullsChanged(head, unique.before, unique.after);
      // An index that makes values unique, or did, is said with that.
      const isSaid = (index: Index) => index.unique && unique.before.has(uniqueKeyOf(index)) !== unique.after.has(uniqueKeyOf(index));
      yield* indexesChanged(pair, base.indexes.filter((index) => index.ttl === undefined), head.indexes.filter((index) => index.ttl === undefined), isSaid, context.head);
    }
  },
});

function primaryKeyChanged(entity: Entity, before: readonly string[], after: readonly string[]): ChangeDraft<Kind> {
  const words = (columns: readonly string[]) => (columns.length === 0 ? 'nothing' : `(${columns.join(', ')})`);
  return {
    kind: 'primary-key-changed', level: 'breaking', entity: entity.address, message: `The primary key of ${nameOf(entity)} is ${words(after)} instead of ${words(before)}.`,
    effect: 'The change fails where rows share the new key or have null in it; what points at the old one loses its target.', todo: 'Look for rows that share the new key, and move what points at the old one first.',
  };
}

interface UniqueKey {
  /** `(tenant_id, slug)` */
  readonly words: string;
  readonly nullsNotDistinct: boolean;
}

/** What must be unique, by a constraint or an index, by its columns and condition. */
function uniqueKeysOf(entity: Exclude<Entity, { kind: 'objects' }>): ReadonlyMap<string, UniqueKey> {
  const constraints = entity.kind === 'table' ? entity.uniques.map(({ columns, nullsNotDistinct = false }) => ({ key: [...columns].sort(compareText).join('\0'), words: `(${columns.join(', ')})`, nullsNotDistinct })) : [];
  const indexes = entity.indexes.filter((index) => index.unique).map((index) => ({ key: uniqueKeyOf(index), words: `(${describeKeys(index)})`, nullsNotDistinct: index.nullsNotDistinct === true }));
  const keys = new Map<string, UniqueKey>();
  for (const { key, words, nullsNotDistinct } of [...constraints, ...indexes]) keys.set(key, { words, nullsNotDistinct: nullsNotDistinct || keys.get(key)?.nullsNotDistinct === true });
  return keys;
}

/** Unique keys that stay and treat nulls differently. */
function* nullsChanged(head: Entity, before: ReadonlyMap<string, UniqueKey>, after: ReadonlyMap<string, UniqueKey>): Iterable<ChangeDraft<Kind>> {
  const changed = [...after].flatMap(([key, now]) => (before.has(key) && before.get(key)?.nullsNotDistinct !== now.nullsNotDistinct ? [now] : []));
  const [stricter, looser] = [true, false].map((isStrict) => changed.filter(({ nullsNotDistinct }) => nullsNotDistinct === isStrict).map(({ words }) => words)) as [string[], string[]];
  const records = recordsOf(head);
  if (stricter.length > 0) {
    yield {
      kind: 'nulls-not-distinct-added', level: 'dangerous', entity: head.address, message: `Nulls in the unique key ${inSequence(stricter)} of ${nameOf(head)} are no longer distinct.`,
      effect: `The change fails if ${records} have the same values and nulls in these columns; writers that add such ${records} fail from then on.`, todo: `Look for such ${records} first.`,
    };
  }
  if (looser.length > 0) {
    yield {
      kind: 'nulls-not-distinct-removed', level: 'dangerous', entity: head.address, message: `Nulls in the unique key ${inSequence(looser)} of ${nameOf(head)} are distinct.`,
      effect: `Writers can add several ${records} with the same values and a null in these columns.`, todo: 'Make sure that no reader expects only one.',
    };
  }
}

function uniqueKeyOf(index: Index): string {
  const columns = index.keys.map((key) => key.on).sort(compareText);
  return [...columns, ...(index.where === undefined ? [] : [`where ${index.where}`])].join('\0');
}

/** What is unique of a field that came or went comes and goes with it. */
function* uniquenessChanged({ base, head }: EntityPair, before: ReadonlyMap<string, UniqueKey>, after: ReadonlyMap<string, UniqueKey>, context: ChangeContext): Iterable<ChangeDraft<Kind>> {
  const records = recordsOf(head);
  // Several at once are one change: the address is the entity's.
  const isOf = (entity: Entity) => (key: string) => key.split('\0').every((path) => path.startsWith('where ') || hasPath(entity, path));
  const added = [...after].flatMap(([key, { words }]) => (before.has(key) || !isOf(base)(key) ? [] : [words]));
  const removed = [...before].flatMap(([key, { words }]) => (after.has(key) || !isOf(head)(key) ? [] : [{ key, words }]));
  if (added.length > 0) {
    yield {
      kind: 'unique-added', level: 'dangerous', entity: head.address, message: `${added.join(' and ')} must be unique in ${nameOf(head)} now.`, effect: `The change fails where existing ${records} share the values; writers that repeat them fail from then on.`,
      todo: `Look for ${records} that share them first.`,
    };
  }
  if (removed.length === 0) return;
  const pointers = context.head.referencesIn(head).filter(({ target }) => target.kind === 'field' && removed.some(({ key }) => key === [target.field, ...(target.alsoTo ?? [])].sort(compareText).join('\0')));
  const relied = pointers.length === 0 ? '' : ` ${codeSpan(`${pointers[0]?.from.entity}.${pointers[0]?.from.field}`)}${pointers.length > 1 ? ` and ${pointers.length - 1} more` : ''} may then mean several ${records}.`;
  yield {
    kind: 'unique-removed', level: pointers.length > 0 ? 'breaking' : 'dangerous', entity: head.address, message: `${removed.map(({ words }) => words).join(' and ')} need not be unique in ${nameOf(head)} any more.`,
    effect: `Nothing keeps writers from repeating them.${relied}`, todo: pointers.length > 0 ? 'Keep what is pointed at unique, or point at something that is.' : 'Make sure that no reader expects one alone.',
  };
}

/** Expressions are of no field that could be missing. */
function hasPath({ fields }: Entity, on: string): boolean {
  const paths = fields.map((field) => field.path);
  return /\W/.test(on.replaceAll('.', '')) || paths.includes(indexedPath(on, paths));
}

function* indexesChanged({ base, head }: EntityPair, before: readonly Index[], after: readonly Index[], isSaid: (index: Index) => boolean, catalog: CatalogIndex): Iterable<ChangeDraft<Kind>> {
  const left = new Set(before);
  const take = (fits: (index: Index) => boolean) => {
    const found = [...left].find(fits);
    if (found !== undefined) left.delete(found);
    return found;
  };
  const equal = after.filter((index) => take((other) => isDeepStrictEqual(plain(index), plain(other))) === undefined);
  const pairs = equal.map((index) => ({ index, old: take((other) => shapeOf(other) === shapeOf(index)) ?? take((other) => index.name !== undefined && other.name === index.name) }));
  const added = pairs.flatMap(({ index, old }) => (old === undefined && !isSaid(index) ? [describeKeys(index)] : []));
  if (added.length > 0) yield { kind: 'index-added', level: 'safe', entity: head.address, message: `${nameOf(head)} is indexed by ${listed(added)}.`, effect: `No data changes; making it reads all ${recordsOf(head)} once.`, todo: '' };
  const removed = [...left].filter((index) => !isSaid(index));
  if (removed.length > 0) yield indexRemoved(base, head, removed, after, catalog);
  // What becomes of nulls in a unique index is reported with its key.
  const sameBut = ({ index, old }: { readonly index: Index; readonly old: Index }) => index.unique && old.unique && isDeepStrictEqual({ ...plain(index), nullsNotDistinct: true }, { ...plain(old), nullsNotDistinct: true });
  const changed = pairs.flatMap(({ index, old }) => (old === undefined || sameBut({ index, old }) || (index.unique !== old.unique && isSaid(index.unique ? index : old) && isDeepStrictEqual({ ...plain(index), unique: true }, { ...plain(old), unique: true })) ? [] : [{ index, old }]));
  if (changed.length > 0) yield indexesKeptOtherwise(head, changed);
}

function indexRemoved(base: Entity, head: Entity, removed: readonly Index[], after: readonly Index[], catalog: CatalogIndex): ChangeDraft<Kind> {
  const needed = new Map([
    ...catalog.referencesIn(head).flatMap(({ target }) => targetFields(target).flatMap(({ entity, field }) => (entity === head.address ? [[field, 'which others point at, reads all of them.'] as const] : []))),
    ...retentionsOf(head).flatMap((retention) => (retention.kind === 'expires' && retention.field !== undefined ? [[retention.field, 'from which their lifetime counts, reads all of them: so does what deletes them.'] as const] : [])),
    ...(head.tenancy !== undefined && 'field' in head.tenancy ? [[head.tenancy.field, 'which says whose they are, reads all of them.'] as const] : []),
    ...catalog.referencesOut(head).map((reference) => [reference.from.field, 'which points at something, reads all of them: so does whatever follows when the target goes.'] as const),
  ]);
  const stillIndexed = new Set(after.map((index) => index.keys[0]?.on));
  const missed = removed.flatMap(({ keys: [first] }) => (first !== undefined && needed.has(first.on) && !stillIndexed.has(first.on) ? [first.on] : []));
  const [one] = missed;
  return {
    kind: 'index-removed', level: one === undefined ? 'safe' : 'dangerous', entity: head.address, message: `${nameOf(head)} is no longer indexed by ${listed(removed.map(describeKeys))}.`,
    effect: one === undefined ? 'No data changes, and nothing in the schema needs it.' : `Finding ${recordsOf(base)} by ${codeSpan(one)}${missed.length > 1 ? ` and ${missed.length - 1} more` : ''}, ${needed.get(one)}`,
    todo: one === undefined ? '' : `Keep an index that begins with ${codeSpan(one)}, or make sure that nobody looks for ${recordsOf(base)} by it.`,
  };
}

function indexesKeptOtherwise(entity: Entity, changed: readonly { readonly index: Index; readonly old: Index }[]): ChangeDraft<Kind> {
  const isRisky = changed.some(({ index, old }) => index.where !== old.where || index.collation !== old.collation || index.sparse !== old.sparse || (index.hidden === true && old.hidden !== true));
  return {
    kind: 'index-changed', level: isRisky ? 'dangerous' : 'safe', entity: entity.address, message: `The index of ${nameOf(entity)} by ${listed(changed.map(({ index }) => describeKeys(index)))} is kept otherwise.`,
    effect: isRisky ? 'Queries that it served may not use it any more.' : 'No data changes; it is made anew.', todo: isRisky ? 'Look at the plans of the queries that use it.' : '',
  };
}

/** Without what only people read. */
function plain({ note: _, location: _location, ...index }: Index): Omit<Index, 'note' | 'location'> {
  return index;
}

function shapeOf(index: Index): string {
  return JSON.stringify([index.keys, index.method, index.where]);
}

function describeKeys(index: Index): string {
  return index.keys.map((key) => (key.order === undefined || key.order === '1' ? key.on : `${key.on} ${key.order}`)).join(', ');
}

function listed(keys: readonly string[]): string {
  return keys.map((each) => `(${each})`).join(' and ');
}
