import type { Entity } from '../../model/entity.ts';
import type { Location } from '../../model/location.ts';
import { locationOf, type IndexFault } from './index-fault.ts';

/** Tables, indexes and unique constraints of one PostgreSQL schema share their names. By address of the table whose name comes second. */
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
      if (cut(name) !== name) report({ kind: 'ignored', message: `PostgreSQL makes ${what} \`${name}\` of \`${table.address}\`, and calls it \`${cut(name)}\`: a name has ${MOST_BYTES} bytes at most.`, hint: 'Give it a shorter name.' }, at);
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
  // A character that would be cut in two is left out as a whole.
  return bytes.length <= MOST_BYTES ? name : new TextDecoder().decode(bytes.subarray(0, MOST_BYTES)).replace(/\uFFFD$/, '');
}

function lastStep(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}

const MOST_BYTES = 63;
