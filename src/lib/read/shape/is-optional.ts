import type { core } from 'zod-own';
import type { ZodTypeAny } from 'zod-own/v3';
import { undefinedThroughZod3 } from './read-zod-3.ts';
import { undefinedThroughZod4 } from './read-zod-4.ts';
import { zodVersion } from '../../dsl/zod-version.ts';

/** Whether a schema lets a value be `undefined`, or which schemas in it decide that. */
export type MayBeUndefined = boolean | { readonly some: readonly unknown[] } | { readonly every: readonly unknown[] };

/** May a property of this schema be missing from what is stored? A default makes it present. */
export function isOptional(schema: unknown): boolean {
  return mayBeUndefined(schema, new Set());
}

function mayBeUndefined(schema: unknown, asked: ReadonlySet<unknown>): boolean {
  // A schema that only leads back to itself says nothing.
  const version = asked.has(schema) ? undefined : zodVersion(schema);
  if (version === undefined) return false;
  const said = version === 4 ? undefinedThroughZod4(schema as core.$ZodTypes) : undefinedThroughZod3(schema as ZodTypeAny);
  if (typeof said === 'boolean') return said;
  const within = new Set([...asked, schema]);
  const ask = (inner: unknown) => mayBeUndefined(inner, within);
  return 'some' in said ? said.some.some(ask) : said.every.length > 0 && said.every.every(ask);
}
