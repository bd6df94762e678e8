/** One fact of the page that this documentation replaces. */
export interface SeedFact {
  readonly id: string;
  /** The seed page's own words. */
  readonly wording: string;
  /** What the page got wrong, and how the model has it. */
  readonly mended?: string;
  readonly inCatalog: CatalogProbe;
  readonly onPages: readonly PageProbe[];
}

/** Addresses of fields come as entity and field path, because names may hold dots. */
export type FieldProbe = readonly [entity: string, field: string];

export type CatalogProbe =
  | { readonly kind: 'reference'; readonly from: FieldProbe; readonly to: FieldProbe; readonly type?: string }
  | { readonly kind: 'collections'; readonly living: readonly string[]; readonly eliminated: readonly string[] }
  | { readonly kind: 'anyReference'; readonly from: FieldProbe; readonly store: string; readonly field: string; readonly discriminator: string }
  /** Bindings: placeholder → field of the pointing entity, or `(parameter)` for one that the family declares itself. */
  | { readonly kind: 'objectReference'; readonly from: FieldProbe; readonly family: string; readonly template: string; readonly bindings: Readonly<Record<string, string>> }
  | { readonly kind: 'onlyTenantReference'; readonly entity: string; readonly words: readonly string[] }
  | { readonly kind: 'everyCollectionReferences'; readonly store: string }
  | { readonly kind: 'mirror'; readonly from: FieldProbe; readonly authority: string }
  | { readonly kind: 'referenceNote'; readonly from: FieldProbe; readonly words: readonly string[] }
  /** `content`: the object families that hold its bytes, all of them permanent. */
  | { readonly kind: 'lifetime'; readonly entity: string; readonly retention: Readonly<Record<string, string>>; readonly content: readonly string[]; readonly words: readonly string[] }
  | { readonly kind: 'tenancy'; readonly entity: string; readonly field: string; readonly exceptions: readonly TenancyProbe[] }
  | { readonly kind: 'tombstone'; readonly address: string; readonly replacedBy: string; readonly words: readonly string[] }
  | { readonly kind: 'objectLock'; readonly entity: string; readonly mode: string; readonly retention: string; readonly bucketHoldsNothingElse: true }
  | { readonly kind: 'index'; readonly entity: string; readonly on: readonly string[]; readonly order?: string; readonly ttl?: string }
  | { readonly kind: 'claim'; readonly words: readonly string[]; readonly exceptions?: readonly string[] }
  | { readonly kind: 'process'; readonly name: string; readonly writes: readonly string[]; readonly words: readonly string[] }
  | { readonly kind: 'onlyImplicit'; readonly store: string; readonly process: string; readonly entities: readonly string[] }
  | { readonly kind: 'says'; readonly of: 'system'; readonly words: readonly string[] };

export interface TenancyProbe {
  readonly value: string | null;
  readonly reason: string;
}

/** Words that one line of a page (with the headings above it) must show together. */
export interface PageProbe {
  readonly page: string;
  readonly together: readonly string[];
}
