import type { CatalogIndex } from '../../analysis/catalog-index.ts';
import { sourceFields, targetFields } from '../../analysis/reference-targets.ts';
import { codeSpan } from '../../model/code-span.ts';
import type { Entity } from '../../model/entity.ts';
import type { Field } from '../../model/field.ts';
import { retentionsOf } from '../../model/retention.ts';

/** What in the schema relies on a field, each as a clause: `` `postgresql.goals.owner` points at it ``. What is inside of it counts as well. */
export function describeUses(field: Field, entity: Entity, index: CatalogIndex): readonly string[] {
  const isIt = (path: string) => path === field.path || (path.startsWith(field.path) && /^(?:\.|\[\]|\{(?:key)?\})/.test(path.slice(field.path.length)));
  const pointers = index.referencesIn(entity).filter((reference) =>
    reference.target.kind === 'any' ? isIt(reference.target.field) : targetFields(reference.target).some((target) => target.entity === entity.address && isIt(target.field)),
  );
  const touching = index.processesOf(entity.address).filter(({ reads, writes, deletes }) => [...reads, ...writes, ...deletes].some((touched) => touched.field !== undefined && isIt(touched.field)));
  const bound = index.referencesOut(entity).filter(
    (reference) => !sourceFields(reference).some((from) => isIt(from.field)) && reference.target.kind === 'objects' && reference.target.bindings.some(({ from }) => from.kind === 'field' && isIt(from.field)),
  );
  const { tenancy } = entity;
  const indexed = entity.kind === 'objects' ? [] : entity.indexes.filter((each) => !each.unique && each.keys.some((key) => isIt(key.on)));
  const discriminated = index.referencesOut(entity).filter(({ target }) => (target.kind === 'oneOf' || target.kind === 'any') && target.discriminator.kind === 'field' && isIt(target.discriminator.field));
  const unique = entity.kind === 'objects' ? [] : [...(entity.kind === 'table' ? [entity.primaryKey, ...entity.uniques.map((each) => each.columns)] : []), ...entity.indexes.filter((each) => each.unique).map((each) => each.keys.map((key) => key.on))];
  return [
    ...pointers.map(({ from }) => `${codeSpan(`${from.entity}.${from.field}`)} points at it`),
    ...bound.map(({ from }) => `the key in ${codeSpan(`${from.entity}.${from.field}`)} is made with it`),
    ...touching.map(({ process }) => `the process ${process.name} uses it`),
    ...(tenancy !== undefined && 'field' in tenancy && isIt(tenancy.field) ? ['it says whose the record is'] : []),
    ...(retentionsOf(entity).some((retention) => retention.kind === 'expires' && retention.field !== undefined && isIt(retention.field)) ? ['the retention counts from it'] : []),
    ...discriminated.map(({ from }) => `it says what ${codeSpan(`${from.entity}.${from.field}`)} points at`),
    ...(unique.some((columns) => columns.some(isIt)) ? ['it is part of a unique key'] : []),
    ...(indexed.length === 0 ? [] : [indexed.length === 1 ? 'an index is on it' : `${indexed.length} indexes are on it`]),
  ];
}
