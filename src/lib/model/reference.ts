import type { Location } from './location.ts';

/** One field (or several, for a composite foreign key) that points at something. */
export interface Reference {
  /** Unique and stable: `mongodb.event_logs.goalId → postgresql.goals.ref_id`. */
  readonly id: string;
  readonly from: FieldAddress;
  /** Further columns of a composite foreign key, pairwise with those of the target. */
  readonly alsoFrom?: readonly string[];
  readonly target: Target;
  readonly enforcement: Enforcement;
  readonly cardinality: Cardinality;
  /** Field address of the pointer that is the authority, when this one only repeats its fact. */
  readonly mirrorOf?: string;
  /** The field may also hold values that are not references: it is a union, and some of its variants are none. */
  readonly allowsOtherValues?: true;
  /** Markdown. */
  readonly note?: string;
  readonly location: Location;
}

/** A field of an entity: both parts apart, because names may hold dots. */
export interface FieldAddress {
  /** `mongodb.event_logs` */
  readonly entity: string;
  /** `goalId` */
  readonly field: string;
}

export type Target =
  | { readonly kind: 'field'; readonly entity: string; readonly field: string; readonly alsoTo?: readonly string[] }
  | {
      readonly kind: 'oneOf';
      /** `when` is the discriminator's value that selects this target. */
      readonly targets: readonly (FieldAddress & { readonly when?: string })[];
      readonly discriminator: Discriminator;
    }
  | { readonly kind: 'any'; /** Store id. */ readonly store: string; /** `ref_id` */ readonly field: string; readonly discriminator: Discriminator }
  | { readonly kind: 'objects'; readonly entity: string; readonly bindings: readonly KeyBinding[] };

/** What tells which target is meant. */
export type Discriminator = { readonly kind: 'field'; readonly field: string } | { readonly kind: 'none'; /** Why that is tolerable; absent: nobody has said. */ readonly reason?: string };

/** Where the value of a placeholder comes from. */
export interface KeyBinding {
  readonly placeholder: string;
  readonly from:
    | { readonly kind: 'field'; readonly field: string }
    /** Declared by the object family itself. */
    | { readonly kind: 'parameter' }
    | { readonly kind: 'constant'; readonly value: string };
}

export type Enforcement =
  | { readonly by: 'database'; readonly onDelete: OnDelete }
  | {
      readonly by: 'application';
      /** Path, URL or name of the code that keeps the reference true. */
      readonly keptBy?: string;
      readonly whenTargetGoes?: WhenTargetGoes;
    };

export type OnDelete = 'no action' | 'restrict' | 'cascade' | 'set null' | 'set default';

/** What the application does to the pointing record when its target goes. */
export interface WhenTargetGoes {
  /** `never`: the target cannot go first. */
  readonly action: 'nothing' | 'nullify' | 'delete' | 'never';
  /** How late at most: `1 hour`. */
  readonly within?: string;
  readonly reason?: string;
}

/** How many records of the source share one target, and how many targets one record has. */
export interface Cardinality {
  /** How many records share one target. */
  readonly from: 'one' | 'many';
  /** How many targets one record has. */
  readonly to: 'exactly one' | 'at most one' | 'many';
}
