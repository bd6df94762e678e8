import type { Entity } from '../entity.ts';
import { mongodb } from './mongodb.ts';
import { postgresql } from './postgresql.ts';
import { s3 } from './s3.ts';
import type { StoreFacts } from './store-kind.ts';

/** Every store that Polyref knows, by id. */
export const stores: readonly StoreFacts[] = [mongodb, postgresql, s3];

/** Facts of a store by its id; throws on an id that no catalog can hold. */
export function storeFacts(id: string): StoreFacts {
  const facts = stores.find((store) => store.id === id);
  if (facts === undefined) throw new Error(`No store is called ${JSON.stringify(id)}.`);
  return facts;
}

/** The store that holds entities of a kind. */
export function storeOfKind(kind: Entity['kind']): StoreFacts {
  const facts = stores.find((store) => store.entityKind === kind);
  if (facts === undefined) throw new Error(`No store holds entities of kind ${JSON.stringify(kind)}.`);
  return facts;
}

export type { StoreFacts } from './store-kind.ts';
