import type { Location } from '../../model/location.ts';
import type { StrayComment } from '../../model/stray-comment.ts';

/** What the text of a file tells about the definitions in it. Plain data: it crosses from thread to thread. */
export interface LocatedFile {
  readonly syntaxErrors: readonly { readonly message: string; readonly at: Location }[];
  /** Export name → place. */
  readonly exports: ReadonlyMap<string, LocatedValue>;
  /** Calls at the top level that make a definition, exported or not. */
  readonly calls: readonly LocatedCall[];
  /** Doc comments that no definition and no field takes, in the order of the file. */
  readonly strays: readonly StrayComment[];
}

export interface LocatedValue {
  readonly at: Location;
  /** Markdown; empty without a doc comment. */
  readonly doc: string;
  /** Stands in another file and is only passed on by this one. */
  readonly passedOn: boolean;
  /** Options as written → where: `retention`, `foreignKeys.0`, `references.meta.ownerId`. */
  readonly options: ReadonlyMap<string, Location>;
  /** Path of a field → place. */
  readonly fields: ReadonlyMap<string, LocatedField>;
  /** Of a list or an object of definitions: index or name → place. */
  readonly members: ReadonlyMap<string, LocatedValue>;
}

export interface LocatedField {
  readonly at: Location;
  readonly doc: string;
  /** The call that makes it a reference. */
  readonly reference?: Location;
}

export interface LocatedCall {
  /** `collection`, `table`, … */
  readonly word: string;
  /** The first argument, where it is plain text. */
  readonly name: string | undefined;
  /** PostgreSQL schema, where the options say one. */
  readonly schema?: string;
  /** The constant that it is assigned to. */
  readonly binding?: string;
  readonly at: Location;
}
