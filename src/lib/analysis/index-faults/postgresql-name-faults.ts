import type { Entity } from '../../model/entity.ts';
import { lastStep } from '../../model/last-step.ts';
import type { Location } from '../../model/location.ts';
import { locationOf, type IndexFault } from './index-fault.ts';

/** Names of indexes and unique constraints that are too long or taken: in one PostgreSQL schema they share their names with tables. By the address of their table. */
export function nameFaults(entities: readonly Entity[]): ReadonlyMap<string, readonly IndexFault[]> {
  const taken = new Map<string, string>();
  const faults = new Map<string, IndexFault[]>();
  const tables = entities.flatMap((entity) => (entity.kind === 'table' ? [entity] : []));
  for (const table of tables) taken.set(`${table.schema}\0${cut(lastStep(table.name))}`, `the table \`${table.address}\``);
  for (const table of tables) {
    const named = [
      ...table.uniques.flatMap(({ name }) => (name === undefined ? [] : [{ what: 'the unique constraint', name, at: {} }])),
      ...table.indexes.flatMap((index) => (index.name === undefined ? [] : [{ what: 'the index', name: index.name, at: locationOf(index) }])),
    ];
    for (const { what, name, at } of named) {
      const report = (fault: Omit<IndexFault, 'location'>, location: { readonly location?: Location }) => faults.set(table.address, [...(faults.get(table.address) ?? []), { ...fault, ...location }]);
      if (cut(name) !== name) report({ kind: 'ignored', message: `PostgreSQL truncates the name of ${what} \`${name}\` of \`${table.address}\` to \`${cut(name)}\`: the maximum is ${MOST_BYTES} bytes.`, hint: 'Use a shorter name.' }, at);
      const key = `${table.schema}\0${cut(name)}`;
      const owner = taken.get(key);
      if (owner === undefined) taken.set(key, `${what} of \`${table.address}\``);
      else report({ kind: 'refused', message: `PostgreSQL refuses ${what} \`${name}\` of \`${table.address}\`: ${owner} has that name in the same schema.`, hint: 'Give one of them another name.' }, at);
    }
  }
  return faults;
}

/** What PostgreSQL keeps of a name. */
function cut(name: string): string {
  const bytes = new TextEncoder().encode(name);
  // PostgreSQL does not split a character: one that does not fit as a whole is dropped.
  return bytes.length <= MOST_BYTES ? name : new TextDecoder().decode(bytes.subarray(0, MOST_BYTES)).replace(/\uFFFD$/, '');
}

const MOST_BYTES = 63;
