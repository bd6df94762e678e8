import type { CatalogIndex } from '../../analysis/catalog-index.ts';
import { judgeLifetimes, LIFETIME_VERDICTS, type LifetimeVerdict } from '../../analysis/lifetimes.ts';
import { sourceFields } from '../../analysis/reference-targets.ts';
import type { Entity } from '../../model/entity.ts';
import type { Field } from '../../model/field.ts';
import type { Reference } from '../../model/reference.ts';
import type { Renames } from './find-renames.ts';

/** What every family of changes looks at. The base is in the words of the head: what was renamed goes by its new name in both. */
export interface ChangeContext {
  readonly base: CatalogIndex;
  readonly head: CatalogIndex;
  readonly renames: Renames;
  /** Entities that are in both, sorted by address. */
  readonly pairs: readonly EntityPair[];
  readonly referencePairs: readonly ReferencePair[];
  readonly addedEntities: readonly Entity[];
  readonly removedEntities: readonly Entity[];
  /** References whose lifetime is judged worse than before. */
  readonly worsened: () => readonly WorseLifetime[];
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
  const pairs = head.catalog.entities.flatMap((entity): readonly EntityPair[] => {
    const before = base.entities.get(entity.address);
    return before === undefined ? [] : [{ base: before, head: entity, fields: pairFields(before, entity) }];
  });
  const referencePairs = pairs.flatMap((pair) => pairReferences(pair, base.referencesOut(pair.base), head.referencesOut(pair.head)));
  let worsened: readonly WorseLifetime[] | undefined;
  return {
    base,
    head,
    renames,
    pairs,
    referencePairs,
    addedEntities: head.catalog.entities.filter((entity) => !base.entities.has(entity.address)),
    removedEntities: base.catalog.entities.filter((entity) => !head.entities.has(entity.address)),
    worsened: () => (worsened ??= findWorsened(base, head, referencePairs)),
  };
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

function findWorsened(base: CatalogIndex, head: CatalogIndex, pairs: readonly ReferencePair[]): readonly WorseLifetime[] {
  const [before, after] = [base, head].map(({ catalog }) => new Map(judgeLifetimes(catalog).map((verdict) => [verdict.reference, verdict]))) as [Map<string, LifetimeVerdict>, Map<string, LifetimeVerdict>];
  return pairs.flatMap((pair): readonly WorseLifetime[] => {
    const [old, now] = [before.get(pair.base?.id ?? ''), after.get(pair.head?.id ?? '')];
    if (pair.head === undefined || old === undefined || now === undefined || rankOf(now) >= rankOf(old)) return [];
    return [{ reference: pair.head, before: old, after: now }];
  });
}

/** The worst is 0. */
function rankOf({ kind }: LifetimeVerdict): number {
  return LIFETIME_VERDICTS.indexOf(kind);
}
