/** Ends a `switch` over a union: a new kind that nobody handles fails the type check, and, should it come from outside, the run. */
export function assertNever(value: never): never {
  throw new Error(`Unhandled kind: ${JSON.stringify(value)}`);
}
