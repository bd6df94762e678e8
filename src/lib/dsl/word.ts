/**
 * What a word of the schema language was given, untouched. No word looks into its arguments, so none can throw:
 * a mistake in one is a finding at its place, and hides no other. Reading looks into them.
 */
export interface Word<Kind extends string = string> {
  /** The word itself: `expires`. */
  readonly kind: Kind;
  readonly args: readonly unknown[];
}

export function word<Kind extends string>(kind: Kind, ...args: readonly unknown[]): Word<Kind> {
  return { kind, args };
}
