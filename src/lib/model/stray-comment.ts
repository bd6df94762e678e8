import type { Location } from './location.ts';

/** A doc comment in a definition or a shape that documents nothing. */
export interface StrayComment {
  /** Markdown. */
  readonly says: string;
  readonly at: Location;
  /** The lines of the statement that it is in or above, both counted from 1. */
  readonly statement: { readonly first: number; readonly last: number };
}
