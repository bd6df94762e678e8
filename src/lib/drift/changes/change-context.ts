import type { CatalogIndex } from '../../analysis/catalog-index.ts';
import { LIFETIME_VERDICTS, lifetimeJudge, type LifetimeVerdict } from '../../analysis/lifetimes.ts';
import { sourceFields } from '../../analysis/reference-targets.ts';
import { compareText } from '../../model/compare-text.ts';
import type { Entity } from '../../model/entity.ts';
import type { Field } from '../../model/field.ts';
import type { Reference } from '../../model/reference.ts';
import type { Renames } from './find-renames.ts';
import { saysTheSame } from './says-the-same.ts';

/** What every family of changes looks at. The base is in the words of the head: what was renamed goes by its new name in both. */
export interface ChangeContext {
  readonly base: CatalogIndex;
  readonly head: CatalogIndex;
  readonly renames: Renames;
  /** Entities that are in both, as they are now. */
  readonly kept: readonly Entity[];
  /** Those of them that say something else than before, or whose references do, sorted by address: the others need not be looked at. */
  readonly pairs: readonly EntityPair[];
  /** References of these. */
  readonly referencePairs: readonly ReferencePair[];
  readonly addedEntities: readonly Entity[];
  readonly removedEntities: readonly Entity[];
  /** References that start or may end at these entities, as far as their lifetime is judged worse than before. */
  readonly worsened: (entities: readonly Entity[]) => readonly WorseLifetime[];
}

export interface EntityPair {
  readonly base: Entity;
  readonly head: Entity;
  /** Fields that are in both, by the head's order. An entity that moved to another store says everything in other words: it has none. */
  readonly fields: readonly FieldPair[];
}

export interface FieldPair {
  readonly base: Field;
  readonly head: Field;
}

/** A reference that starts at the same field or fields in both; one of the two is absent where it was added or removed. */
export interface ReferencePair {
  readonly entity: EntityPair;
  readonly base?: Reference;
  readonly head?: Reference;
}

export interface WorseLifetime {
  readonly reference: Reference;
  readonly before: LifetimeVerdict;
  readonly after: LifetimeVerdict;
}

export function buildContext(base: CatalogIndex, head: CatalogIndex, renames: Renames): ChangeContext {
  const isAsBefore = unchangedIn(base, head, renames);
  const kept = head.catalog.entities.filter(({ address }) => base.entities.has(address));
  const pairs = kept.flatMap((entity): readonly EntityPair[] => {
    const before = base.entities.get(entity.address);
    return before === undefined || isAsBefore(before, entity) ? [] : [{ base: before, head: entity, fields: pairFields(before, entity) }];
  });
  const referencePairs = pairs.flatMap((pair) => pairReferences(pair, base.referencesOut(pair.base), head.referencesOut(pair.head)));
  let worsened: ChangeContext['worsened'] | undefined;
  return {
    base,
    head,
    renames,
    kept,
    pairs,
    referencePairs,
    addedEntities: head.catalog.entities.filter((entity) => !base.entities.has(entity.address)),
    removedEntities: base.catalog.entities.filter((entity) => !head.entities.has(entity.address)),
    worsened: (entities) => (worsened ??= worsenedBetween(base, head, referencePairs))(entities),
  };
}

/** Tells entities that say what they said, and point where they pointed, from all others. What goes by another name is in the words of the head already, and so may look as it did. */
function unchangedIn(base: CatalogIndex, head: CatalogIndex, renames: Renames): (before: Entity, after: Entity) => boolean {
  const renamed = new Set([...renames.entities.values(), ...[...renames.fields.keys()].map((address) => renames.entities.get(address) ?? address)]);
  return (before, after) =>
    !renamed.has(after.address) && saysTheSame(before, after) && after.referencesOut.every((id) => saysTheSame(base.references.get(id), head.references.get(id)));
}

function pairFields(base: Entity, head: Entity): readonly FieldPair[] {
  if (base.kind !== head.kind) return [];
  const before = new Map(base.fields.map((field) => [field.path, field]));
  return head.fields.flatMap((field) => {
    const old = before.get(field.path);
    return old === undefined ? [] : [{ base: old, head: field }];
  });
}

function pairReferences(entity: EntityPair, before: readonly Reference[], after: readonly Reference[]): readonly ReferencePair[] {
  const left = new Set(before);
  const pairs: ReferencePair[] = [];
  const unpaired: Reference[] = [];
  const take = (fits: (reference: Reference) => boolean) => {
    const found = [...left].find(fits);
    if (found !== undefined) left.delete(found);
    return found;
  };
  // A column may carry two foreign keys: those that did not change find each other first.
  for (const head of after) {
    const base = take((reference) => reference.id === head.id);
    if (base === undefined) unpaired.push(head);
    else pairs.push({ entity, base, head });
  }
  for (const head of unpaired) {
    const base = take((reference) => sourceKey(reference) === sourceKey(head));
    pairs.push({ entity, head, ...(base === undefined ? {} : { base }) });
  }
  return [...pairs, ...[...left].map((base) => ({ entity, base }))];
}

function sourceKey(reference: Reference): string {
  return sourceFields(reference).map(({ field }) => field).join('\0');
}

/** @param pairs references whose id may be another now */
function worsenedBetween(base: CatalogIndex, head: CatalogIndex, pairs: readonly ReferencePair[]): ChangeContext['worsened'] {
  const [judgeBefore, judgeAfter] = [lifetimeJudge(base.catalog), lifetimeJudge(head.catalog)];
  const former = new Map(pairs.flatMap((pair) => (pair.head === undefined ? [] : [[pair.head.id, pair.base?.id] as const])));
  return (entities) => {
    const touching = new Set(entities.flatMap((entity) => [...head.referencesOut(entity), ...head.referencesIn(entity)]));
    const sorted = [...touching].sort((a, b) => compareText(a.id, b.id));
    return sorted.flatMap((reference): readonly WorseLifetime[] => {
      const old = base.references.get((former.has(reference.id) ? former.get(reference.id) : reference.id) ?? '');
      if (old === undefined) return [];
      const [before, after] = [judgeBefore(old), judgeAfter(reference)];
      return rankOf(after) >= rankOf(before) ? [] : [{ reference, before, after }];
    });
  };
}

/** The worst is 0. */
function rankOf({ kind }: LifetimeVerdict): number {
  return LIFETIME_VERDICTS.indexOf(kind);
}
