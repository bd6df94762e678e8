import type { Catalog } from '../model/catalog.ts';
import type { FieldAddress, Target } from '../model/reference.ts';
import { targetFields } from './reference-targets.ts';

/** Every field that a target may mean: for "any entity of a store" that field of each entity that has it. */
export function possibleTargets(target: Target, catalog: Pick<Catalog, 'entities'>): readonly FieldAddress[] {
  if (target.kind !== 'any') return targetFields(target);
  return catalog.entities
    .filter((entity) => entity.store === target.store && entity.fields.some((field) => field.path === target.field))
    .map((entity) => ({ entity: entity.address, field: target.field }));
}
