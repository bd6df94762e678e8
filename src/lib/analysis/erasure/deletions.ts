import type { CatalogIndex } from '../catalog-index.ts';
import { deletesRecords, tenantErasers } from './erasers.ts';
import { deleterOf, removalsBy, type Removal } from './removals.ts';

/** What processes that delete whole records remove. Those that erase tenants act together, each other one alone. Worked out when it is first asked. */
export function buildDeletions(index: CatalogIndex): Deletions {
  let known: readonly ReadonlyMap<string, Removal>[] | undefined;
  const acts = () => {
    const erasers = tenantErasers(index);
    const others = index.catalog.processes.filter((process) => deletesRecords(process) && !erasers.includes(process));
    known ??= [erasers, ...others.map((process) => [process])].map((processes) => removalsBy(processes, index.catalog.entities, index));
    return known;
  };
  const find = (address: string, isSpared: (removals: ReadonlyMap<string, Removal>) => boolean): readonly Deletion[] =>
    acts().flatMap((removals) => {
      const deleter = deleterOf(address, removals);
      return deleter === undefined || !isSpared(removals) ? [] : [{ process: deleter.name, removes: (each) => removals.has(each) }];
    });
  return {
    without: (address, other) => find(address, (removals) => !removals.has(other)),
    withoutDeleting: (address, other) => find(address, (removals) => removals.get(other)?.kind !== 'deleted'),
  };
}

export interface Deletions {
  /** Deletions that remove records of the first entity and none of the second. */
  readonly without: (address: string, other: string) => readonly Deletion[];
  /** The same, where the second entity counts only if a process deletes it by name. */
  readonly withoutDeleting: (address: string, other: string) => readonly Deletion[];
}

export interface Deletion {
  /** Name of the process. */
  readonly process: string;
  /** Whether it removes records of an entity, too. */
  readonly removes: (address: string) => boolean;
}
