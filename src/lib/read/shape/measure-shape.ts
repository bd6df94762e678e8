import { zodVersion } from './zod-version.ts';

/** Thrown of a shape that is larger than anybody can read. */
export class ShapeTooLarge extends Error {}

/** More parts than this, every shared one counted wherever it stands, and the documentation of a shape is of no use. */
const MOST_PARTS = 200_000;

/**
 * Makes sure that a shape can be written out: constants within constants within constants may be few, and what they stand for more than fits into memory.
 * @throws ShapeTooLarge
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
  for (const [key, value] of Object.entries(four?.def ?? three ?? {})) {
    const part: unknown = typeof value === 'function' && (key === 'getter' || key === 'shape') ? (value as () => unknown)() : value;
    if (zodVersion(part) !== undefined) yield part;
    else if (typeof part === 'object' && part !== null && (Array.isArray(part) || key === 'shape')) for (const each of Object.values(part)) if (zodVersion(each) !== undefined) yield each;
  }
}
