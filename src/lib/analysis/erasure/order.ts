import type { Catalog } from '../../model/catalog.ts';
import { compareText } from '../../model/compare-text.ts';
import type { Entity } from '../../model/entity.ts';
import { possibleTargets } from '../possible-targets.ts';

/**
 * Bytes first, while the records that know their keys still exist; then whatever points before what it points at; tenants last.
 * A pointer that may be null holds nothing up; in a circle of others the first of the lowest rank goes.
 */
export function inOrder(touched: readonly Entity[], catalog: Catalog): readonly Entity[] {
  const waitsFor = new Map(touched.map((entity) => [entity.address, new Set<string>()]));
  for (const reference of catalog.references) {
    if (reference.mirrorOf !== undefined || reference.cardinality.to === 'at most one' || reference.target.kind === 'objects') continue;
    for (const { entity } of possibleTargets(reference.target, catalog)) {
      if (entity !== reference.from.entity && waitsFor.has(reference.from.entity)) waitsFor.get(entity)?.add(reference.from.entity);
    }
  }
  const rank = (entity: Entity) => (entity.kind === 'objects' ? 0 : entity.tenancy?.kind === 'tenant' ? 2 : 1);
  const left = [...touched].sort((a, b) => rank(a) - rank(b) || compareText(a.address, b.address));
  const awaitedBy = new Map<string, string[]>();
  for (const [address, others] of waitsFor) for (const other of others) awaitedBy.set(other, [...(awaitedBy.get(other) ?? []), address]);
  const done: Entity[] = [];
  while (left.length > 0) {
    // In a circle nothing is free.
    const lowest = rank(left[0]!);
    const free = left.findIndex((entity) => rank(entity) === lowest && waitsFor.get(entity.address)?.size === 0);
    for (const entity of left.splice(Math.max(free, 0), 1)) {
      done.push(entity);
      for (const waiting of awaitedBy.get(entity.address) ?? []) waitsFor.get(waiting)?.delete(entity.address);
    }
  }
  return done;
}
