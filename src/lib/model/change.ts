import type { Location } from './location.ts';

/** One thing that a change of the schema means, for the data that exists and for whoever uses it. */
export interface Change {
  /** Permanent id in kebab-case: `retention-shortened`. */
  readonly kind: string;
  readonly level: ChangeLevel;
  /** Of the store, entity or field, as it is called now, or, where it is gone, as it was; `process:…`, `claim:…`, `domain:…` with the name; `system`. */
  readonly address: string;
  /** What it was called before, where that is what changed. */
  readonly was?: string;
  /** Address of the entity that it is about, where it is about one. */
  readonly entity?: string;
  /** Path of the field that it is about. */
  readonly field?: string;
  /** One sentence, Markdown: what is different. */
  readonly message: string;
  /** What it does to data that exists, Markdown; never empty: that nothing happens is said too. */
  readonly effect: string;
  /** What to do before merging, Markdown; empty only for what is safe, when there is nothing to do. */
  readonly todo: string;
  readonly affected: Affected;
  /** In the schema as it is now; of what is gone, where it was. */
  readonly location?: Location;
}

/**
 * `breaking`: data that exists is lost, cannot be found, is shown to others or is no longer what it is said to be, or software that was right is wrong now.
 * `dangerous`: so it may be, depending on the data and on the software. `safe`: neither.
 */
export type ChangeLevel = 'breaking' | 'dangerous' | 'safe';

/** Worst first. */
export const CHANGE_LEVELS: readonly ChangeLevel[] = ['breaking', 'dangerous', 'safe'];

/** Who is downstream. Each list sorted. */
export interface Affected {
  /** Addresses of the fields that reference it or whose value is made with it, and, of a whole entity, of those that live as long as it does. */
  readonly entities: readonly string[];
  /** Names of the processes that touch it; of a field, those that name it. */
  readonly processes: readonly string[];
  /** Who answers for it, for what points at it and for what touches it. */
  readonly owners: readonly string[];
}

/** What the last commits that touched the catalog did to it, the newest first. */
export interface Changelog {
  /** How many commits were asked for; there may be fewer. None: no changelog is wanted. */
  readonly asked: number;
  readonly entries: readonly ChangelogEntry[];
}

/** What one commit of the history did to the catalog. */
export interface ChangelogEntry {
  /** Day of the commit, as its committer's calendar had it: `2027-03-01`. */
  readonly date: string;
  /** Abbreviated hash. */
  readonly commit: string;
  /** First line of its message. */
  readonly subject: string;
  readonly content:
    | { readonly kind: 'changes'; readonly changes: readonly Change[] }
    /** The first catalog of all. */
    | { readonly kind: 'begin'; readonly entities: number }
    /** Its catalog, or that before it, cannot be read; continues a sentence: `it is …`. */
    | { readonly kind: 'unreadable'; readonly problem: string };
}
