import { memberTypes } from '../model/open-type.ts';

/**
 * Can a pointer of one type hold every value of another? Undefined when it can, or when a type is not known well enough to tell;
 * else what keeps them apart, as the end of a sentence: "26 characters do not fit into 24".
 * @param isMixed the reference has targets of several types, whose numbers a text column holds as text
 */
export function incompatibility(pointer: string, target: string, isMixed = false): string | undefined {
  const reasons = memberTypes(pointer).map((type) => incompatibilityOf(type.replace(/(\[\])+$/, ''), target, isMixed));
  return reasons.includes(undefined) ? undefined : reasons[0];
}

/** The same for one of the types in a union. */
function incompatibilityOf(pointer: string, target: string, isMixed: boolean): string | undefined {
  const holds = shapeOf(pointer);
  const held = isMixed && holds?.kind === 'text' ? asText(shapeOf(target)) : shapeOf(target);
  if (holds === undefined || held === undefined) return undefined;
  if (holds.kind !== held.kind) return `${WORDS[holds.kind]} cannot hold ${WORDS[held.kind]}`;
  if (held.size > holds.size && held.size !== Infinity) return `${held.size} ${UNITS[held.kind]} do not fit into ${holds.size}`;
  // A type of exactly so many characters holds nothing shorter.
  if (holds.exact && held.exact && holds.size !== held.size) return `it holds exactly ${holds.size} characters, and there are ${held.size}`;
  return undefined;
}

/** The length of a whole number as text, with its sign. */
function asText(shape: TypeShape | undefined): TypeShape | undefined {
  return shape?.kind === 'number' ? { kind: 'text', size: shape.size === 2 ? 6 : shape.size === 4 ? 11 : 20, exact: false } : shape;
}

interface TypeShape {
  readonly kind: 'text' | 'number' | 'boolean' | 'date';
  /** Characters of text, bytes of a number; `Infinity` where there is no limit. */
  readonly size: number;
  readonly exact: boolean;
}

function shapeOf(type: string): TypeShape | undefined {
  const sized = /^(var)?char\((\d+)\)$/.exec(type);
  if (sized !== null) return { kind: 'text', size: Number(sized[2]), exact: sized[1] === undefined };
  return SHAPES[type];
}

const text = (size: number, exact = true): TypeShape => ({ kind: 'text', size, exact });
const number = (size: number): TypeShape => ({ kind: 'number', size, exact: false });
const date: TypeShape = { kind: 'date', size: 8, exact: false };

const SHAPES: Readonly<Record<string, TypeShape>> = {
  ulid: text(26), ObjectId: text(24), uuid: text(36), text: text(Infinity, false), string: text(Infinity, false), citext: text(Infinity, false),
  smallint: number(2), smallserial: number(2), int: number(4), integer: number(4), serial: number(4), bigint: number(8), long: number(8), bigserial: number(8),
  bool: { kind: 'boolean', size: 1, exact: false }, boolean: { kind: 'boolean', size: 1, exact: false },
  date, timestamptz: date, timestamp: date,
};

const WORDS: Readonly<Record<TypeShape['kind'], string>> = { text: 'text', number: 'a whole number', boolean: 'a truth value', date: 'a date' };
const UNITS: Readonly<Record<TypeShape['kind'], string>> = { text: 'characters', number: 'bytes', boolean: 'bytes', date: 'bytes' };
