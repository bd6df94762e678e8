import type { ReadFieldMeta } from '../options/field-meta.ts';
import { sqlProblem } from '../options/field-meta.ts';
import type { OptionProblem } from '../options/problems.ts';
import { COMPUTED_DEFAULT, INNER, META, type JsonShape } from './json-shape.ts';
import { jsonValue } from './json-value.ts';
import { inMoments, PROBES } from './probe-moments.ts';

/** A default as it is shown, and as JSON where it is a constant that JSON can hold. */
export interface ReadDefault {
  /** `"draft"`, `now()`, `computed`, an SQL expression; `undefined`: there is none. */
  readonly text?: string;
  readonly json?: unknown;
  readonly problem?: OptionProblem;
}

/**
 * Zod answers for a constant and for a function alike, so the default is read several times, each time with another clock and other random numbers.
 * What stays the same is a constant. What changes is not on any page: pages have to be the same at each run.
 */
export function readDefault(read: () => unknown): ReadDefault {
  let values: readonly unknown[];
  try {
    values = inMoments(read);
  } catch {
    return { text: 'computed' };
  }
  const [first] = values;
  if (first === undefined) return {};
  const expression = asExpression(first);
  if (expression !== undefined) {
    const problem = sqlProblem(first);
    return problem === undefined ? { text: String(expression) } : { problem };
  }
  const texts = values.map(constantText);
  if (texts[0] !== undefined && texts.every((text) => text === texts[0]) && !isOfThisRun(first)) return constant(first, texts[0]);
  return { text: values.every((value, index) => isMoment(value, PROBES[index]?.clock)) ? 'now()' : (generatedId(values) ?? 'computed') };
}

export function shapeOfDefault(inner: JsonShape, { text, json, problem }: ReadDefault): JsonShape {
  return {
    [INNER]: inner,
    ...(json !== undefined ? { default: json } : {}),
    ...(text !== undefined && text !== JSON.stringify(json) ? { [COMPUTED_DEFAULT]: text } : {}),
    ...(problem !== undefined ? { [META]: { problems: [problem] } } : {}),
  };
}

/** Adds what is wrong with a default to what is said of its field. */
export function withProblem(shape: JsonShape, problems: readonly OptionProblem[] | undefined): JsonShape {
  if (problems === undefined) return shape;
  const meta: ReadFieldMeta = shape[META] ?? {};
  const others = (meta.problems ?? []).filter((each) => !problems.includes(each));
  return { ...shape, [META]: { ...meta, problems: [...others, ...problems] } };
}

function asExpression(value: unknown): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, '$sql') ? (value as { readonly $sql: unknown }).$sql : undefined;
}

function constant(value: unknown, text: string): ReadDefault {
  const json = value instanceof Map || value instanceof Set || !isJsonNumber(value) ? undefined : jsonValue(value);
  return { text, ...(json !== undefined ? { json } : {}) };
}

function isJsonNumber(value: unknown): boolean {
  return typeof value === 'number' ? Number.isFinite(value) : typeof value !== 'bigint' || Number.isSafeInteger(Number(value));
}

/** Of a constant, as it is written; `undefined` of what no text can say: a function, a promise, an instance of a class, what contains itself. */
function constantText(value: unknown): string | undefined {
  try {
    return textOf(value, 0);
  } catch {
    return undefined;
  }
}

const DEEPEST = 64;

function textOf(value: unknown, depth: number): string | undefined {
  if (depth > DEEPEST) return undefined;
  if (typeof value === 'bigint' || typeof value === 'number') return String(value);
  if (typeof value === 'function' || typeof value === 'symbol') return undefined;
  if (typeof value !== 'object' || value === null || value instanceof Date) return JSON.stringify(value);
  if (Array.isArray(value) || value instanceof Set) return listText([...value].map((each) => textOf(each, depth + 1) ?? (each === undefined ? 'null' : undefined)), '[', ']');
  if (value instanceof Map) return listText([...value].map(([key, each]) => member(key, textOf(each, depth + 1))), '{', '}');
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== null && Object.getPrototypeOf(prototype) !== null) return undefined;
  return listText(Object.entries(value).filter(([, each]) => each !== undefined).map(([key, each]) => member(key, textOf(each, depth + 1))), '{', '}');
}

function member(key: unknown, text: string | undefined): string | undefined {
  return text === undefined ? undefined : `${JSON.stringify(String(key))}:${text}`;
}

function listText(parts: readonly (string | undefined)[], open: string, close: string): string | undefined {
  return parts.includes(undefined) ? undefined : `${open}${parts.join(',')}${close}`;
}

function isMoment(value: unknown, clock: number | undefined): boolean {
  return value instanceof Date ? value.getTime() === clock : value === clock || (clock !== undefined && value === new Date(clock).toISOString());
}

/** The moment at which the schema was loaded, `z.date().default(new Date())`, or a clock that nobody can set: another one at the next run. */
function isOfThisRun(value: unknown): boolean {
  if (value instanceof Date) return isNear(value.getTime());
  if (typeof value === 'number') return isNear(value);
  if (typeof value === 'string') return /^\d{4}-\d\d-\d\dT/.test(value) && isNear(Date.parse(value));
  return typeof value === 'object' && value !== null && Object.values(value).some(isOfThisRun);
}

function isNear(time: number): boolean {
  return time >= STARTED && time <= Date.now();
}

const STARTED = Math.floor(performance.timeOrigin);

const IDS: readonly (readonly [form: RegExp, name: string])[] = [
  [/^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i, 'generated uuid'],
  [/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/i, 'generated ulid'],
  [/^[0-9a-f]{24}$/i, 'generated ObjectId'],
];

/** An identifier of a known form, another one each time. */
function generatedId(values: readonly unknown[]): string | undefined {
  const texts = values.map(idText);
  if (new Set(texts).size < texts.length) return undefined;
  return IDS.find(([form]) => texts.every((text) => form.test(text)))?.[1];
}

/** Of an ObjectId of MongoDB's driver, its digits. */
function idText(value: unknown): string {
  if (typeof value === 'string') return value;
  try {
    const { toHexString } = (value ?? {}) as { readonly toHexString?: unknown };
    return typeof toHexString === 'function' ? String(toHexString.call(value)) : '';
  } catch {
    return '';
  }
}
