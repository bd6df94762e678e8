import type { Process } from '../../model/catalog.ts';
import type { CatalogIndex } from '../catalog-index.ts';
import { deletesRecords } from './erasers.ts';
import type { Removal } from './removals.ts';
import type { Stay } from './stays.ts';

/** Two definitions that cannot both be meant. */
export type ErasureConflict =
  /** The process says of one entity that it deletes it and that it leaves it. */
  | { readonly kind: 'deletesAndLeaves'; readonly process: string; readonly entity: string }
  /** The process deletes what must be kept for so long at least; what is locked is the matter of another rule. */
  | { readonly kind: 'deletesKept'; readonly process: string; readonly entity: string; readonly for: string }
  /** What stays by its own definition goes with something that the process deletes. */
  | { readonly kind: 'takesAlong'; readonly process: string; readonly entity: string; readonly parent: string; readonly through: 'database' | 'application' | 'retention' }
  /** The process deletes the records that hold the keys of objects which stay. */
  | { readonly kind: 'losesKeys'; readonly process: string; readonly entity: string; readonly family: string };

export function findConflicts(erasers: readonly Process[], removals: ReadonlyMap<string, Removal>, stays: ReadonlyMap<string, readonly Stay[]>, index: CatalogIndex): readonly ErasureConflict[] {
  const found: ErasureConflict[] = [];
  for (const [entity, because] of stays) {
    const removal = removals.get(entity);
    const isTouched = index.entities.has(entity);
    if (removal === undefined || !isTouched) continue;
    for (const process of erasers) {
      const { name } = process;
      if (deletesRecords(process, entity)) found.push(...deleted(name, entity, because));
    }
    if (removal.kind === 'goesWith' && because.some(isUnprotected)) {
      const deleter = deleterOf(removal, removals);
      if (deleter !== undefined) found.push({ kind: 'takesAlong', process: deleter.name, entity, parent: removal.parent, through: removal.through });
    }
  }
  return found;
}

function deleted(process: string, entity: string, because: readonly Stay[]): readonly ErasureConflict[] {
  return because.flatMap((stay): readonly ErasureConflict[] => {
    switch (stay.kind) {
      case 'left':
        return stay.by === process ? [{ kind: 'deletesAndLeaves', process, entity }] : [];
      case 'atLeast':
        return [{ kind: 'deletesKept', process, entity, for: stay.for }];
      case 'holdsKeys':
        return [{ kind: 'losesKeys', process, entity, family: stay.other }];
      default:
        // A foreign key refuses, and a promise waits: the process deletes it once nothing points there.
        return [];
    }
  });
}

/** What no database refuses: it would go without a word. Of what is locked another rule speaks. */
function isUnprotected({ kind }: Stay): boolean {
  return kind === 'left' || kind === 'atLeast' || kind === 'holdsKeys';
}

/** The first process at the beginning of the chain that takes it along. */
function deleterOf(removal: Removal, removals: ReadonlyMap<string, Removal>): Process | undefined {
  let at: Removal | undefined = removal;
  while (at?.kind === 'goesWith') at = removals.get(at.parent);
  return at?.kind === 'deleted' ? at.by[0] : undefined;
}
