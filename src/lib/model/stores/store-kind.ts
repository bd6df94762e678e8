import type { Entity } from '../entity.ts';
import type { StoreKind } from '../store.ts';

/** What Polyref knows of a store before anyone describes it. Adding a store is one such file and one line in `index.ts`. */
export interface StoreFacts {
  /** First part of addresses: `mongodb`. */
  readonly id: string;
  readonly label: string;
  readonly kind: StoreKind;
  /** The kind of entity that it holds. */
  readonly entityKind: Entity['kind'];
  /** What its people call an entity: `collection`, `collections`. */
  readonly entityWord: readonly [one: string, many: string];
  /** What its people call a field: `field`, `column`, `key parameter`. */
  readonly fieldWord: readonly [one: string, many: string];
  /** Can it enforce references between its own entities? */
  readonly enforcesReferences: boolean;
  /** One sentence on the references that it enforces and those that it does not. */
  readonly enforcement: string;
  /** The type that a pointer held here has when nobody says it: that of its target, in this store's words. */
  readonly typeOfPointer: (targetType: string) => string;
}
