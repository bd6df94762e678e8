import type { CatalogIndex } from '../catalog-index.ts';
import { removalsBy, type Removal } from './removals.ts';

/** What each process that deletes whole records removes, by name or with something that it deletes. */
export function buildDeletions(index: CatalogIndex): Deletions {
  let known: ReadonlyMap<string, ReadonlyMap<string, Removal['kind']>> | undefined;
  const removed = () => {
    const deleters = index.catalog.processes.filter(({ deletes }) => deletes.some(({ field }) => field === undefined));
    known ??= new Map(deleters.map((process) => [process.name, new Map([...removalsBy([process], index.catalog.entities, index)].flatMap(([address, { kind }]) => (kind === 'expires' ? [] : [[address, kind] as const])))]));
    return known;
  };
  return {
    removes: (process, address) => removed().get(process)?.has(address) === true,
    ofOneOnly: (address, other, way) => [...removed()].flatMap(([name, removes]) => (removes.has(address) && (way === 'by name' ? removes.get(other) !== 'deleted' : !removes.has(other)) ? [name] : [])),
  };
}

export interface Deletions {
  /** Whether a process, by its name, removes records of an entity. */
  readonly removes: (process: string, address: string) => boolean;
  /** Names of the processes that remove records of one entity and do not remove those of another, or do not delete them by name. */
  readonly ofOneOnly: (address: string, other: string, way: 'by name' | 'somehow') => readonly string[];
}
