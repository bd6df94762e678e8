import type { Claim } from './claim.ts';
import type { Entity } from './entity.ts';
import type { Reference } from './reference.ts';
import type { Store } from './store.ts';
import type { Location } from './location.ts';
import type { Suppression } from './suppression.ts';

/**
 * The whole model of a system: plain, frozen, sorted, JSON-serialisable. Published as `catalog.json`.
 * Every list is sorted by `address`, `id` or `name` (code-unit order), except fields, which keep the
 * order of their definition, because that order is the author's.
 */
export interface Catalog {
  /** Where the JSON Schema of this file is, relative to it. */
  readonly $schema: './catalog.schema.json';
  /** Grows when a reader of an older catalog could misread this one. */
  readonly catalogVersion: 1;
  readonly system: System;
  /** Only the stores that have an entity or a tombstone. */
  readonly stores: readonly Store[];
  readonly domains: readonly Domain[];
  readonly entities: readonly Entity[];
  readonly references: readonly Reference[];
  readonly tombstones: readonly Tombstone[];
  readonly processes: readonly Process[];
  readonly claims: readonly Claim[];
}

/** The documented system itself: title and introduction of the site. */
export interface System {
  readonly name: string;
  /** First sentence of `description`. */
  readonly summary: string;
  /** Markdown. */
  readonly description: string;
  /** Link to a source line, with `{file}` and `{line}` in it; absent: locations stay plain text. */
  readonly sourceUrl?: string;
  /** The system has no tenants. Absent: what each entity declares. */
  readonly tenancy?: 'none';
  readonly suppressions?: readonly Suppression[];
  readonly location?: Location;
}

/** A group of entities that cuts across stores. */
export interface Domain {
  /** As entities name it in `domain`. */
  readonly name: string;
  readonly summary: string;
  /** Markdown; empty when no `domain()` definition describes it. */
  readonly description: string;
  readonly owner?: string;
  /** Addresses, sorted. */
  readonly entities: readonly string[];
  readonly suppressions?: readonly Suppression[];
  readonly location?: Location;
}

/** An entity that is gone on purpose. Nothing may point at it; its page says what came instead. */
export interface Tombstone {
  /** `mongodb.contract_pdfs` */
  readonly address: string;
  readonly store: string;
  readonly name: string;
  readonly reason: string;
  /** Free text: a date, a release. */
  readonly since?: string;
  /** Address of the living entity that took its place. */
  readonly replacedBy?: string;
  readonly summary: string;
  /** Markdown. */
  readonly description: string;
  readonly suppressions?: readonly Suppression[];
  readonly location: Location;
}

/** A named piece of software that writes or reads entities: the carrier of relationships that no field shows. */
export interface Process {
  readonly name: string;
  readonly summary: string;
  /** Markdown. */
  readonly description: string;
  readonly reads: readonly EntityOrField[];
  readonly writes: readonly EntityOrField[];
  readonly deletes: readonly EntityOrField[];
  /** What it deliberately does not delete when it erases a tenant. */
  readonly retains?: readonly Retained[];
  /** It declares that it erases tenants. A process that deletes the entity whose records are the tenants erases them without this. */
  readonly erasesTenants?: true;
  /** Facts that it writes in two places with no pointer between them. */
  readonly copies: readonly Copy[];
  /** Why it touches what it touches; the sentence readers need most. */
  readonly because?: string;
  /** Path or URL of its code. */
  readonly code?: string;
  readonly owner?: string;
  readonly suppressions?: readonly Suppression[];
  readonly location: Location;
}

/** An entity that a process deliberately does not delete. */
export interface Retained {
  /** Address. */
  readonly entity: string;
  /** Markdown. */
  readonly reason: string;
}

/** One fact in two places, kept alike (or made from each other once) by a process alone. */
export interface Copy {
  readonly from: EntityOrField;
  readonly to: EntityOrField;
  /** Markdown. */
  readonly note?: string;
}

/** What a process touches: a whole entity, or one field of it. */
export interface EntityOrField {
  readonly entity: string;
  readonly field?: string;
}
