import { shorten } from '../../model/shorten.ts';
import { plainData } from '../options/plain-data.ts';
import { describeValue } from '../options/problems.ts';
import { zodVersion } from '../../dsl/zod-version.ts';

/** Thrown of a shape that is larger than anybody can read. */
export class ShapeTooLarge extends Error {}

/** Thrown of a shape with something else in it where a schema belongs. */
export class NotASchema extends Error {
  constructor(name: string, value: unknown) {
    super(`\`${shorten(name)}\` is ${describeValue(plainData(value))}, not a Zod schema.`);
  }
}

/** More parts than this, every shared one counted wherever it stands, and the documentation of a shape is of no use. */
const MOST_PARTS = 200_000;

/**
 * Makes sure that a shape can be written out: constants within constants within constants may be few, and what they stand for more than fits into memory.
 * @throws ShapeTooLarge, NotASchema
 */
export function measureShape(schema: unknown): void {
  partsOf(schema, new Map());
}

function partsOf(schema: unknown, known: Map<unknown, number>): number {
  const counted = known.get(schema);
  if (counted !== undefined) return counted;
  // While it is being counted, it is met again only where the shape contains itself, which is written once.
  known.set(schema, 1);
  let parts = 1;
  for (const inner of innerSchemas(schema)) {
    parts += partsOf(inner, known);
    if (parts > MOST_PARTS) throw new ShapeTooLarge();
  }
  known.set(schema, parts);
  return parts;
}

/** Whatever a Zod schema is made of: of either Zod, and of every kind, it stands in the schema's own definition. */
function* innerSchemas(schema: unknown): Iterable<unknown> {
  const { _zod: four, _def: three } = schema as { readonly _zod?: { readonly def: object }; readonly _def?: object };
  const def = (four?.def ?? three ?? {}) as Readonly<Record<string, unknown>>;
  // A default may be a function behind a getter, which is not called for this.
  for (const key of Object.keys(def).filter((each) => each !== 'defaultValue')) {
    const value = def[key];
    const part: unknown = typeof value === 'function' && (key === 'getter' || key === 'shape') ? (value as () => unknown)() : value;
    if (zodVersion(part) !== undefined) yield part;
    else if (key === 'shape') yield* propertiesOf(part);
    else if (INNER.has(key)) throw new NotASchema(key, part);
    else if (Array.isArray(part)) yield* part.filter((each) => zodVersion(each) !== undefined);
  }
}

/** Where the definition of a Zod schema, of either Zod, holds another. */
const INNER: ReadonlySet<string> = new Set(['element', 'innerType', 'valueType', 'keyType', 'left', 'right', 'getter', 'in', 'out']);

function* propertiesOf(shape: unknown): Iterable<unknown> {
  for (const [name, each] of Object.entries((shape ?? {}) as Readonly<Record<string, unknown>>)) {
    if (zodVersion(each) === undefined) throw new NotASchema(name, each);
    yield each;
  }
}
