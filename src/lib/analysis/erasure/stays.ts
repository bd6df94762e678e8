import type { Process } from '../../model/catalog.ts';
import type { Entity } from '../../model/entity.ts';
import type { Reference } from '../../model/reference.ts';
import { retentionsOf } from '../../model/retention.ts';
import type { CatalogIndex } from '../catalog-index.ts';
import { possibleTargets } from '../possible-targets.ts';

/** Why records of an entity stay when their tenant is erased. */
export type Stay =
  | { readonly kind: 'objectLock'; readonly mode: 'governance' | 'compliance'; readonly for: string }
  | { readonly kind: 'locked'; readonly for: string }
  | { readonly kind: 'atLeast'; readonly for: string; readonly reason: string }
  /** A process declares that it retains it. */
  | { readonly kind: 'retained'; readonly by: string; readonly reason: string }
  /** Its field holds the keys of objects that stay. */
  | Pointing<'holdsKeys'>
  /** A foreign key of records that stay refuses its deletion. */
  | Pointing<'foreignKey'>
  /** Its deletion cascades to records whose own deletion a foreign key refuses. */
  | Pointing<'cascadesToRefused'>
  /** A record that stays references it, and declares that it never loses its target. */
  | Pointing<'neverGoes'>;

export interface Pointing<Kind extends string> {
  readonly kind: Kind;
  /** The referencing field: of `holdsKeys` the entity's own. */
  readonly field: { readonly entity: string; readonly field: string };
  /** What stays. */
  readonly other: string;
  /** It holds for some records: those that have the reference, or that are referenced. */
  readonly some: boolean;
}

/** What stays, in the order of `touched`: for its own reasons, then because of others that stay, up every chain of references. */
export function whatStays(touched: readonly Entity[], erasers: readonly Process[], index: CatalogIndex): ReadonlyMap<string, readonly Stay[]> {
  const addresses = new Set(touched.map(({ address }) => address));
  const stays = new Map<string, Stay[]>();
  const add = (address: string, stay: Stay): void => {
    if (addresses.has(address)) stays.set(address, [...(stays.get(address) ?? []), stay]);
  };
  for (const entity of touched) for (const stay of ownReasons(entity, erasers)) add(entity.address, stay);
  const known = new Set<string>();
  // Locks and minimum retentions first: they may be the reason why a process retains something else.
  const isOnlyRetained = (address: string) => stays.get(address)?.every(({ kind }) => kind === 'retained') === true;
  const waiting = [...stays.keys()].sort((a, b) => Number(isOnlyRetained(a)) - Number(isOnlyRetained(b)));
  for (let address = waiting.shift(); address !== undefined; address = waiting.shift()) {
    if (known.has(address)) continue;
    known.add(address);
    for (const [other, stay] of carried(address, stays.get(address) ?? [], index)) {
      // Where it stays because of the other one, it is not a reason for that.
      if (stays.get(address)?.some((each) => 'other' in each && each.other === other) === true) continue;
      add(other, stay);
      if (addresses.has(other)) waiting.push(other);
    }
  }
  return new Map(touched.flatMap(({ address }) => {
    const because = stays.get(address);
    return because === undefined ? [] : [[address, because] as const];
  }));
}

function ownReasons(entity: Entity, erasers: readonly Process[]): readonly Stay[] {
  const lock: readonly Stay[] = entity.kind === 'objects' && entity.objectLock !== undefined ? [{ kind: 'objectLock', mode: entity.objectLock.mode, for: entity.objectLock.for }] : [];
  const promised = retentionsOf(entity).flatMap((retention): readonly Stay[] => {
    if (retention.kind === 'locked') return lock.length > 0 ? [] : [{ kind: 'locked', for: retention.for }];
    return retention.kind === 'atLeast' ? [{ kind: 'atLeast', for: retention.for, reason: retention.reason }] : [];
  });
  const retained = erasers.flatMap(({ name, retains = [] }) => retains.filter((each) => each.entity === entity.address).map(({ reason }): Stay => ({ kind: 'retained', by: name, reason })));
  return [...lock, ...promised, ...retained];
}

/** What must stay because this entity does: records that hold its keys, and the targets that its references keep. */
function* carried(address: string, because: readonly Stay[], index: CatalogIndex): Iterable<readonly [string, Stay]> {
  const entity = index.entities.get(address);
  if (entity === undefined) return;
  if (entity.kind === 'objects') {
    for (const { from, cardinality } of index.referencesIn(entity)) yield [from.entity, { kind: 'holdsKeys', field: from, other: address, some: cardinality.to !== 'exactly one' }];
  }
  const isRefused = because.some(({ kind }) => kind === 'foreignKey' || kind === 'cascadesToRefused');
  for (const reference of index.referencesOut(entity)) {
    const kind = refusal(reference, isRefused);
    if (kind === undefined) continue;
    for (const target of possibleTargets(reference.target, index.catalog)) {
      // A reference to its own entity adds nothing.
      if (target.entity !== address) yield [target.entity, { kind, field: reference.from, other: address, some: true }];
    }
  }
}

function refusal({ enforcement }: Reference, isRefused: boolean): 'foreignKey' | 'cascadesToRefused' | 'neverGoes' | undefined {
  if (enforcement.by === 'database') {
    if (enforcement.onDelete === 'cascade') return isRefused ? 'cascadesToRefused' : undefined;
    return enforcement.onDelete === 'restrict' || enforcement.onDelete === 'no action' ? 'foreignKey' : undefined;
  }
  return enforcement.whenTargetGoes?.action === 'never' ? 'neverGoes' : undefined;
}
