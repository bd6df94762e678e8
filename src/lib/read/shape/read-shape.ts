import type { core } from 'zod-own';
import type { ZodTypeAny } from 'zod-own/v3';
import type { JsonShape } from './json-shape.ts';
import { isOptional } from './is-optional.ts';
import { readZod3 } from './read-zod-3.ts';
import { readZod4 } from './read-zod-4.ts';
import { zodVersion } from '../../dsl/zod-version.ts';

/**
 * A Zod schema → its shape. A walk over the schema's own definition, which is where Zod keeps all that it knows; each Zod has its own walker, and either may
 * meet a schema of the other. Each schema is read once, so that shapes which contain themselves end.
 * @throws what the schema's own code throws: a getter, a `z.lazy(…)`
 */
export function readShape(schema: unknown): JsonShape | undefined {
  return zodVersion(schema) === undefined ? undefined : reader()(schema);
}

/** Several schemas as the properties of one object; `undefined` when one of them is no Zod schema. */
export function readProperties(properties: Readonly<Record<string, unknown>>): JsonShape | undefined {
  if (Object.values(properties).some((schema) => zodVersion(schema) === undefined)) return undefined;
  const read = reader();
  const required = Object.keys(properties).filter((name) => !isOptional(properties[name]));
  return {
    type: 'object',
    properties: Object.fromEntries(Object.entries(properties).map(([name, schema]) => [name, read(schema)])),
    ...(required.length > 0 ? { required } : {}),
    additionalProperties: false,
  };
}

/** Reads what is inside of a schema. */
export interface Reader {
  (schema: unknown): JsonShape;
  readonly isOptional: (schema: unknown) => boolean;
}

function reader(): Reader {
  const known = new Map<unknown, JsonShape>();
  const read = (schema: unknown): JsonShape => {
    const before = known.get(schema);
    if (before !== undefined) return before;
    const shape: Record<string, unknown> = {};
    known.set(schema, shape);
    Object.assign(shape, zodVersion(schema) === 4 ? readZod4(schema as core.$ZodTypes, inside) : readZod3(schema as ZodTypeAny, inside));
    return shape;
  };
  const inside: Reader = Object.assign(read, { isOptional });
  return inside;
}
