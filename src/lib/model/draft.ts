import type { Claim } from './claim.ts';
import type { Process, Tombstone } from './catalog.ts';
import type { Collection, ObjectFamily, Table } from './entity.ts';
import type { Field } from './field.ts';
import type { Location } from './location.ts';
import type { OpenType } from './open-type.ts';
import type { OnDelete } from './reference.ts';
import type { Suppression } from './suppression.ts';
import type { ReferenceSpec } from './reference-spec.ts';

/** A schema as it was read: Zod and TypeScript are gone, addresses are still text that nobody has looked up. */
export interface Drafts {
  readonly system?: Described & { readonly name: string; readonly tenancy?: 'none' };
  /** From the configuration: a link to a line of the definitions, with `{file}` and `{line}` in it. */
  readonly sourceUrl?: string;
  readonly stores: readonly (Described & { readonly id: string })[];
  readonly domains: readonly (Described & { readonly name: string; readonly owner?: string })[];
  readonly entities: readonly EntityDraft[];
  readonly tombstones: readonly Omit<Tombstone, 'store' | 'name' | 'summary'>[];
  readonly processes: readonly ProcessDraft[];
  readonly claims: readonly Claim[];
  /** Addresses of entities whose file could not be read: pointing at them is no mistake of its own. */
  readonly unreadable: readonly string[];
}

interface Described {
  readonly description: string;
  readonly suppressions?: readonly Suppression[];
  readonly location: Location;
}

export type EntityDraft = CollectionDraft | TableDraft | ObjectFamilyDraft;

export type CollectionDraft = DraftOf<Collection>;
export type TableDraft = DraftOf<Table> & { readonly foreignKeys: readonly ForeignKeyDraft[] };
/** `key` is still text; its placeholders come from there, their declared parameters are `fields`. */
export type ObjectFamilyDraft = DraftOf<Omit<ObjectFamily, 'key' | 'parameters'>> & { readonly key: string };

/** What an entity is before anything is resolved: names instead of addresses, fields that may take their type from their target. */
type DraftOf<Kind> = Omit<Kind, 'address' | 'store' | 'summary' | 'fields' | 'referencesOut' | 'referencesIn'> & {
  readonly fields: readonly FieldDraft[];
  /** Options as written → where: `retention`, `tenancy`, `key`, `primaryKey`, `indexes`, `references.meta.ownerId`, … */
  readonly optionLocations: Readonly<Record<string, Location>>;
};

export type FieldDraft = Omit<Field, 'keys' | 'type'> & {
  readonly type: OpenType;
  readonly reference?: FieldReference;
  /** Where the reference stands, when that is elsewhere than the field. */
  readonly referenceLocation?: Location;
};

/** @see Reference.allowsOtherValues */
export type FieldReference = ReferenceSpec & { readonly allowsOtherValues?: true };

export interface ForeignKeyDraft {
  readonly columns: readonly string[];
  readonly target: string;
  readonly targetColumns: readonly string[];
  readonly onDelete?: OnDelete;
  readonly note?: string;
  readonly location: Location;
}

export type ProcessDraft = Omit<Process, 'reads' | 'writes' | 'deletes' | 'copies' | 'summary'> & {
  readonly reads: readonly string[];
  readonly writes: readonly string[];
  readonly deletes: readonly string[];
  readonly copies: readonly { readonly from: string; readonly to: string; readonly note?: string }[];
};
