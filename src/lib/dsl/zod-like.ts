/**
 * A schema of Zod 3 or Zod 4, whichever copy of it is installed: a shape that a team already has works as is.
 * TypeScript compares no more than this; comparing a type of one Zod with that of another can take it minutes.
 */
export type ZodLike = { readonly _zod: object } | { readonly _def: object };
