/**
 * What a word of the schema language was given, untouched. No word looks into its arguments, so none can throw:
 * a mistake in one is a finding at its place, and hides no other. Reading looks into them.
 */
export interface Word<Kind extends string = string> {
  /** The word itself: `expires`. */
  readonly kind: Kind;
  readonly args: readonly unknown[];
}

/** One that names fields: where it stands among the options of an entity, only paths of that entity. A path that is only known to be text may be any. */
export type WordOn<Kind extends string, Path extends string> = WordOfPaths<Kind, string extends Path ? any : Path>;

/** No such property exists: it carries the paths from the entity to the word. */
export interface WordOfPaths<Kind extends string, Path> extends Word<Kind> {
  readonly on?: Path;
}

export function word<Kind extends string>(kind: Kind, ...args: readonly unknown[]): Word<Kind> {
  return { kind, args };
}
