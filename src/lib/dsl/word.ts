/**
 * What a word of the schema language was given, untouched. No word looks into its arguments, so none can throw:
 * a mistake in one is a finding at its place, and hides no other. Reading looks into them.
 */
export interface Word<Kind extends string = string> {
  /** The word itself: `expires`. */
  readonly kind: Kind;
  readonly args: readonly unknown[];
}

/**
 * One that names fields: where it stands among the options of an entity, only paths of that entity. A path that is only known to be text may be any;
 * so may every path where none is known, as in a function that TypeScript looks into before it knows the shape.
 *
 * A function that makes one has two type parameters. `Path` is what the entity has, and comes from where the call stands alone (`NoInfer`), so that an editor offers it all;
 * `Named` is what the call names, and stands for it where a word is made outside of an entity.
 */
export type WordOn<Kind extends string, Path extends string> = WordOfPaths<Kind, [Path] extends [never] ? any : string extends Path ? any : Path>;

/**
 * To TypeScript alone a function, which nobody can call: of calls among the arguments of another call it looks last at those that make functions, and only then
 * does it know the shape that stands beside them.
 */
export interface WordOfPaths<Kind extends string, Path> {
  (this: never): { readonly kind: Kind; readonly on?: Path };
}

export function word<Kind extends string>(kind: Kind, ...args: readonly unknown[]): Word<Kind> {
  return { kind, args };
}

export function wordOn<Kind extends string, Path extends string>(kind: Kind, ...args: readonly unknown[]): WordOn<Kind, Path> {
  return word(kind, ...args) as unknown as WordOn<Kind, Path>;
}
