import type { Cardinality } from '../../lib/model/reference.ts';
import type { LaidOutSystem } from './lay-out-system.ts';

/** What the picture of a whole system needs of its catalog, laid out: small enough to be sent to a browser. Numbers are places in the lists of this same object. */
export interface System {
  readonly name: string;
  readonly stores: readonly SystemStore[];
  readonly groups: readonly SystemGroup[];
  readonly entities: readonly SystemEntity[];
  readonly references: readonly SystemReference[];
  readonly layout: LaidOutSystem;
}

export interface SystemStore {
  readonly id: string;
  readonly label: string;
  /** What its people call an entity: `table`, `tables`. */
  readonly words: readonly [one: string, many: string];
}

/** A domain, or the entities of a store that are in none. */
export interface SystemGroup {
  readonly kind: 'domain' | 'store';
  readonly name: string;
  /** Route of its page, without slashes around it: `reference/domains/billing`. */
  readonly page: string;
}

export interface SystemEntity {
  readonly address: string;
  readonly name: string;
  readonly store: number;
  readonly group: number;
  readonly page: string;
  readonly summary: string;
  readonly domain?: string;
  readonly owner?: string;
  readonly tags: readonly string[];
  readonly status: 'stable' | 'experimental' | 'deprecated';
  /** Kind of tenancy or retention; absent: nothing was declared. */
  readonly tenancy?: string;
  readonly retention?: string;
  /** `90 days after createdAt` */
  readonly lives: string;
  readonly fields: readonly SystemField[];
  /** Fields that the box shows, as places in `fields`: keys and what takes part in references come first. */
  readonly rows: readonly number[];
}

/** Path, type, key marks (`PK FK`), and what the field's values are where that is sensitive. */
export type SystemField = readonly [path: string, type: string, marks: string, classification?: 'personal' | 'secret'];

export interface SystemReference {
  readonly from: number;
  /** Several for a composite foreign key. */
  readonly fields: readonly number[];
  /** What it may mean; a field of -1 is the object's key. */
  readonly targets: readonly (readonly [entity: number, field: number])[];
  readonly kind: 'field' | 'oneOf' | 'any' | 'objects';
  readonly by: 'database' | 'application';
  readonly cardinality: readonly [from: Cardinality['from'], to: Cardinality['to']];
  /** What else there is to say of it, as a sentence without its stop. */
  readonly remark?: string;
}
