import type { ClaimDefinition } from './claim.ts';
import type { CollectionDefinition } from './collection.ts';
import type { EliminatedDefinition } from './eliminated.ts';
import type { ObjectsDefinition } from './objects.ts';
import type { ProcessDefinition } from './process.ts';
import type { DomainDefinition, StoreDefinition, SystemDefinition } from './system.ts';
import type { TableDefinition } from './table.ts';

/** Everything that a schema file may export to be counted; recognised by `kind`. */
export type Definition = EntityDefinition | EliminatedDefinition | ProcessDefinition | ClaimDefinition | DomainDefinition | StoreDefinition | SystemDefinition;

/** What `table(…)`, `collection(…)` and `objects(…)` make. */
export type EntityDefinition = CollectionDefinition | TableDefinition | ObjectsDefinition;
