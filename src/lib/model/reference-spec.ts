import type { Cardinality, OnDelete, WhenTargetGoes } from './reference.ts';

/** What can be said of every reference. */
export interface ReferenceOptions {
  /** Who keeps it true; `'application'` unless told otherwise. */
  readonly enforcedBy?: 'database' | 'application';
  /** For references that the database enforces. */
  readonly onDelete?: OnDelete;
  /** The code that keeps it: a path, a URL, a name. */
  readonly keptBy?: string;
  /** What the application does when the target goes: `nothing('…')`, `nullifies()`, `deletes()`, `never('…')`. */
  readonly whenTargetGoes?: WhenTargetGoes;
  /** Derived from uniqueness, arrays and nullability unless given. */
  readonly cardinality?: Cardinality;
  /** Address of the field that is the authority, when this pointer only repeats its fact from the other side. */
  readonly mirrorOf?: string;
  /** Markdown. */
  readonly note?: string;
}

/** A reference as written: addresses are still text. */
export type ReferenceSpec = ReferenceOptions &
  (
    | { readonly kind: 'field'; readonly to: string }
    | { readonly kind: 'byType'; readonly discriminator: string; readonly targets: Readonly<Record<string, string>> }
    | { readonly kind: 'oneOf'; readonly targets: readonly string[]; readonly undiscriminated?: string }
    | { readonly kind: 'any'; readonly store: string; readonly field: string; readonly discriminator?: string; readonly undiscriminated?: string }
    | { readonly kind: 'objects'; readonly to: string; readonly bind: Bind }
  );

/** Placeholder → field of the pointing entity, or a fixed value. */
export type Bind = Readonly<Record<string, string | { readonly constant: string }>>;
