import { shorten } from '../../model/shorten.ts';
import { zodVersion } from '../../dsl/zod-version.ts';

/** A value with nothing behind it: reading it again gives the same, and runs nobody's code. */
export type Plain = undefined | null | boolean | number | string | bigint | Mark | readonly Plain[] | PlainObject;

export interface PlainObject {
  readonly [key: string]: Plain;
}

/** Stands for what is no plain data; its description says what that is, in words that follow "is": `a function that was not called`. */
export type Mark = symbol;

/**
 * Copies whatever a definition or a configuration holds, once, into plain data: getters and proxies are asked here and nowhere else, and what they throw is
 * caught. What is no plain data (a function, a Zod schema, an instance of a class, an object that contains itself, more than anybody writes) becomes a mark.
 * Keys without a value are left out. What is plain already, marks included, stays as it is.
 */
export function plainData(value: unknown): Plain {
  return copy(value, { left: MOST_VALUES, inside: [] });
}

/** The same of a definition, which is copied once: who asks again, or asks about the copy, gets that copy. */
export function plainDefinition(definition: object): Plain {
  const known = copies.get(definition);
  if (known !== undefined) return known;
  const made = plainData(definition);
  copies.set(definition, made);
  if (typeof made === 'object' && made !== null) copies.set(made, made);
  return made;
}

const copies = new WeakMap<object, Plain>();

/** What a mark stands for. */
export function originalOf(mark: Mark): unknown {
  return originals.get(mark);
}

export function isPlainObject(value: Plain): value is PlainObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What somebody threw, in a few words of one line; empty when it does not say. */
export function thrownText(error: unknown): string {
  try {
    const text = error instanceof Error ? error.message : typeof error === 'object' || typeof error === 'function' ? '' : String(error);
    const line = String(text).split(/[\r\n\u2028\u2029]/, 1)[0] ?? '';
    return line.length > 120 ? `${line.slice(0, 119)}…` : line;
  } catch {
    return '';
  }
}

const MOST_VALUES = 100_000;
const MOST_LEVELS = 64;
const MOST_KEY_CHARACTERS = 1_000;

interface Copying {
  /** Values that may still be copied. */
  left: number;
  /** Objects that are being copied, outermost first. */
  readonly inside: object[];
}

const originals = new WeakMap<Mark, unknown>();

function mark(description: string, original: unknown): Mark {
  const made = Symbol(description);
  originals.set(made, original);
  return made;
}

/** Met so often where they are met that there is one of each. */
const TOO_DEEP = mark(`nested more than ${MOST_LEVELS} levels deep`, undefined);
const TOO_MUCH = mark(`part of something with more than ${count(MOST_VALUES)} values`, undefined);

function copy(value: unknown, copying: Copying): Plain {
  copying.left -= 1;
  switch (typeof value) {
    case 'symbol':
      return originals.has(value) ? value : mark('a symbol', value);
    case 'function':
      return mark('a function that was not called', value);
    case 'object':
      if (value === null) return null;
      try {
        return copyObject(value, copying);
      } catch (error) {
        return throwing(error, value);
      }
    default:
      return value as Plain;
  }
}

function throwing(error: unknown, original: unknown): Mark {
  const text = thrownText(error);
  return mark(`something that cannot be read${text === '' ? '' : ` (“${text}”)`}`, original);
}

function copyObject(value: object, copying: Copying): Plain {
  if (zodVersion(value) !== undefined) return mark('a Zod schema', value);
  const isList = Array.isArray(value);
  if (copying.inside.includes(value)) return mark(`${isList ? 'a list' : 'an object'} that contains itself`, value);
  if (copying.inside.length >= MOST_LEVELS) return TOO_DEEP;
  copying.inside.push(value);
  try {
    return isList ? copyList(value, copying) : copyKeys(value, copying);
  } finally {
    copying.inside.pop();
  }
}

function copyList(list: readonly unknown[], copying: Copying): Plain {
  const length: unknown = list.length;
  if (typeof length !== 'number' || !Number.isSafeInteger(length) || length < 0) return mark('a list without a length', list);
  if (length > copying.left) return mark(`a list of ${count(length)} items`, list);
  const keys = Object.keys(list);
  const extra = keys.find((key, index) => key !== String(index) && !isIndexBelow(key, length));
  if (extra !== undefined) return mark(`a list with the key \`${shorten(extra)}\``, list);
  if (keys.length < length) return mark('a list with empty places', list);
  return Array.from({ length }, (_, index): Plain => copyMember(list, index, copying));
}

function copyKeys(value: object, copying: Copying): Plain {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== null && Object.getPrototypeOf(prototype) !== null) return mark(describeInstance(value), value);
  const keys = Object.keys(value);
  if (keys.length > copying.left) return mark(`an object of ${count(keys.length)} keys`, value);
  // Without a prototype, so that nothing is found in it that is not its own.
  const copied = Object.create(null) as Record<string, Plain>;
  for (const key of keys) {
    if (key === '__proto__') return mark('an object with the key `__proto__`', value);
    if (key.length > MOST_KEY_CHARACTERS) return mark(`an object with a key of ${count(key.length)} characters`, value);
    const member = copyMember(value, key, copying);
    if (member !== undefined) copied[key] = member;
  }
  return copied;
}

function copyMember(value: object, key: string | number, copying: Copying): Plain {
  let member: unknown;
  try {
    member = (value as Readonly<Record<string | number, unknown>>)[key];
  } catch (error) {
    return throwing(error, undefined);
  }
  return copying.left <= 0 && typeof member === 'object' && member !== null ? TOO_MUCH : copy(member, copying);
}

function isIndexBelow(key: string, length: number): boolean {
  return /^(?:0|[1-9]\d*)$/.test(key) && Number(key) < length;
}

function describeInstance(value: object): string {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? 'an invalid date' : 'a date';
  if (value instanceof RegExp) return 'a regular expression';
  if (value instanceof Promise) return 'a promise that was not awaited';
  const name: unknown = value.constructor?.name;
  return typeof name === 'string' && /^[\w$]{1,40}$/.test(name) ? `an instance of \`${name}\`` : 'an instance of a class';
}

function count(number: number): string {
  return number.toLocaleString('en-US');
}
