import type { Process } from '../../model/catalog.ts';
import { deletesRecords } from './erasers.ts';
import { deleterOf, type Removal, type RemovalPath } from './removals.ts';
import type { Stay } from './stays.ts';

/** Two definitions that cannot both be true. */
export type ErasureConflict =
  /** The process deletes an entity and retains it. */
  | { readonly kind: 'deletesAndRetains'; readonly process: string; readonly entity: string }
  /** The process deletes what must be kept for at least so long. Locked data is the subject of `erasure-of-locked-data`. */
  | { readonly kind: 'deletesKept'; readonly process: string; readonly entity: string; readonly for: string }
  /** An entity that must be kept is deleted together with a parent that the process deletes. */
  | { readonly kind: 'deletesWithParent'; readonly process: string; readonly entity: string; readonly parent: string; readonly through: RemovalPath }
  /** The process deletes the records that hold the keys of objects which are kept. */
  | { readonly kind: 'losesKeys'; readonly process: string; readonly entity: string; readonly family: string };

export function findConflicts(erasers: readonly Process[], removals: ReadonlyMap<string, Removal>, stays: ReadonlyMap<string, readonly Stay[]>): readonly ErasureConflict[] {
  return [...stays].flatMap(([entity, because]): readonly ErasureConflict[] => {
    const removal = removals.get(entity);
    if (removal?.kind === 'withParent') {
      const deleter = deleterOf(entity, removals);
      return deleter === undefined || !because.some(isUnprotected) ? [] : [{ kind: 'deletesWithParent', process: deleter.name, entity, parent: removal.parent, through: removal.through }];
    }
    return erasers.filter((process) => deletesRecords(process, entity)).flatMap(({ name }) => because.flatMap((stay) => conflictOf(name, entity, stay) ?? []));
  });
}

function conflictOf(process: string, entity: string, stay: Stay): ErasureConflict | undefined {
  switch (stay.kind) {
    case 'retained':
      return stay.by === process ? { kind: 'deletesAndRetains', process, entity } : undefined;
    case 'atLeast':
      return { kind: 'deletesKept', process, entity, for: stay.for };
    case 'holdsKeys':
      return { kind: 'losesKeys', process, entity, family: stay.other };
    default:
      // A foreign key refuses, and a promise waits: the process deletes the record once nothing references it.
      return undefined;
  }
}

/** No database refuses to delete it. */
function isUnprotected({ kind }: Stay): boolean {
  return kind === 'retained' || kind === 'atLeast' || kind === 'holdsKeys';
}
