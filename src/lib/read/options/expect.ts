import * as z from 'zod-own';
import { inSequence } from '../../model/in-sequence.ts';
import { zodVersion } from '../../dsl/zod-version.ts';
import { isPlainObject, originalOf, type Mark, type Plain, type PlainObject } from './plain-data.ts';

/**
 * The parts that the schemas of options are made of. Zod says where plain data does not fit; what a message says of it is said here, beside the type.
 */

/** What is said of a value that does not fit: it `is …, not <expected>.`, and what to write instead. */
export interface Expectation {
  readonly expected: string;
  readonly hint: string;
  /** What to write where the value is missing. */
  readonly example?: string;
  /** The words that it may be, for "Did you mean". */
  readonly choices?: readonly string[];
  /** Steps outwards to what the message is about: a list of texts, not each text in it. */
  readonly outwards?: number;
}

/** What is said of an object with a key that it may not have. */
export interface UnknownKeys {
  /** `an index`; absent: what the message is about has a name of its own. */
  readonly noun?: string;
  readonly names: readonly string[];
}

/** Zod carries one text with each issue; ours is made of several parts. */
export function saying(expectation: Expectation): { readonly error: () => string } {
  return { error: () => JSON.stringify(expectation) };
}

/** The parts of that text; `undefined` of a text that Zod wrote itself. */
export function saidOf(message: string): Expectation | UnknownKeys | undefined {
  try {
    return JSON.parse(message) as Expectation | UnknownKeys;
  } catch {
    return undefined;
  }
}

/** Longest text that a page can reasonably hold, and longest name that a message can. */
const MOST_TEXT = 100_000;
const MOST_NAME = 1_000;

/** Markdown, SQL: anything that readers read. */
export const text = textOf(MOST_TEXT);
/** An address, a path, a name of something, a duration: what messages repeat. */
export const name = textOf(MOST_NAME);

function textOf(most: number, more: Partial<Expectation> = {}) {
  const expectation = { expected: 'text', hint: 'Write it between quotes.', example: "'…'", ...more };
  const tooLong = { ...expectation, expected: `text of at most ${most.toLocaleString('en-US')} characters`, hint: 'Shorten it.' };
  // A check of Zod's own for the length would run on whatever has a length.
  return z.string(saying(expectation)).refine((given) => given.length <= most, saying(more.outwards === undefined ? tooLong : expectation));
}

export const flag = z.boolean(saying({ expected: 'true or false', hint: 'Write true or false.', example: 'true' }));

/** A number above 0. */
export function size(example: string) {
  const expectation = { expected: 'a whole number above 0', hint: `Write ${example}.`, example };
  return z.int(saying(expectation)).positive(saying(expectation));
}

/** A list of names, spoken of as a whole. */
export function names(expectation: Expectation = { expected: 'a list of texts', hint: "Write ['…', '…'].", example: "['…']" }) {
  return z.array(textOf(MOST_NAME, { ...expectation, outwards: 1 }), saying(expectation)).readonly();
}

/** Names by name, spoken of as a whole. */
export function namesByName(expectation: Expectation) {
  return z.record(z.string(), textOf(MOST_NAME, { ...expectation, outwards: 1 }).refine((given) => given !== '', saying({ ...expectation, outwards: 1 })), saying(expectation));
}

export function listOf<Item extends z.ZodType>(item: Item, expectation: Expectation) {
  return z.array(item, saying(expectation)).readonly();
}

export function recordOf<Value extends z.ZodType>(value: Value, expectation: Expectation) {
  return z.record(z.string(), value, saying(expectation));
}

/** One of a few words. */
export function choice<const Words extends readonly [string, ...string[]]>(words: Words) {
  const quoted = words.map((word) => `'${word}'`);
  const expected = inSequence(words.map((word) => `\`${word}\``), 'or');
  return z.enum(words, saying({ expected, hint: `Write ${inSequence(quoted, 'or')}.`, example: quoted[0] ?? '', choices: words }));
}

/** An object with these keys and no others. */
export function keysOf<Shape extends z.ZodRawShape>(shape: Shape, expectation: Expectation, noun?: string) {
  const unknown: UnknownKeys = { ...(noun === undefined ? {} : { noun }), names: Object.keys(shape) };
  return z.strictObject(shape, { error: ({ code }) => JSON.stringify(code === 'unrecognized_keys' ? unknown : expectation) });
}

/** The last argument of a word: its options, each with a name. They may be left out where none of them is needed. */
export function optionsOf<Shape extends z.ZodRawShape>(noun: string, shape: Shape) {
  const names = Object.keys(shape).map((key) => `\`${key}\``);
  return keysOf(shape, { expected: 'an object of options', hint: `Its options are ${names.join(', ')}.` }, noun).prefault({} as never);
}

/** A Zod schema, of either Zod: the mark that stands for it, because Zod looks at what it hands out, and what looks like a schema may be anything. */
export const shape = shapeSaying({ expected: 'a Zod schema', hint: "Write z.object({ … }), with z from 'zod' or 'zod/v3'.", example: 'z.object({ … })' });

export function shapeSaying(expectation: Expectation) {
  return z.unknown().transform((value, context): Mark => (typeof value === 'symbol' && zodVersion(originalOf(value)) !== undefined ? value : refuse(context, value, expectation)));
}

/** The arguments of one word, and what the model makes of them. */
export interface WordSchema<Value = unknown> {
  readonly word: string;
  readonly args: z.ZodType<Value>;
}

/** @param args of the word, in their order; the last one may be its options */
export function wordOf<const Args extends readonly [] | readonly [z.ZodType, ...z.ZodType[]], Value>(
  word: string,
  args: Args,
  make: (args: { -readonly [At in keyof Args]: z.output<Args[At]> }) => Value,
): WordSchema<Value> {
  const tuple = z.tuple(args as unknown as [z.ZodType, ...z.ZodType[]], saying({ expected: `what \`${word}(…)\` makes`, hint: `Write ${word}(…).` }));
  return { word, args: tuple.transform((given) => make(given as { -readonly [At in keyof Args]: z.output<Args[At]> })) };
}

/** What one of these words makes. */
export function oneOfWords<Value>(words: readonly WordSchema<Value>[], expectation: Expectation): z.ZodType<Value> {
  const byName = new Map(words.map((each) => [each.word, each.args]));
  return z.unknown().transform((value, context): Value => {
    const said = asWord(value as Plain);
    const schema = said === undefined ? undefined : byName.get(said.word);
    return said === undefined || schema === undefined ? refuse(context, value, expectation) : delegate(context, schema, said.args, ['args']);
  });
}

/** What one of these words makes, or the same written out as an object. */
export function wordsOr<Value>(words: readonly WordSchema<Value>[], written: z.ZodType<Value>, expectation: Expectation): z.ZodType<Value> {
  const made = oneOfWords(words, expectation);
  return either((value) => asWord(value) !== undefined, made, either(isPlainObject, written, nothing<Value>(expectation)));
}

export function either<One, Other>(isOne: (value: Plain) => boolean, one: z.ZodType<One>, other: z.ZodType<Other>): z.ZodType<One | Other> {
  return z.unknown().transform((value, context): One | Other => delegate(context, (isOne(value as Plain) ? one : other) as z.ZodType<One | Other>, value as Plain, []));
}

/** What a word of the schema language makes: its name and its arguments. */
export function asWord(value: Plain): { readonly word: string; readonly args: readonly Plain[] } | undefined {
  if (!isPlainObject(value)) return undefined;
  const { kind, args } = value as PlainObject & { readonly kind?: Plain; readonly args?: Plain };
  return typeof kind === 'string' && Array.isArray(args) ? { word: kind, args: args as readonly Plain[] } : undefined;
}

export function refuse(context: z.RefinementCtx, value: unknown, expectation: Expectation): never {
  context.issues.push({ code: 'custom', input: value, message: JSON.stringify(expectation) });
  return z.NEVER;
}

function nothing<Value>(expectation: Expectation): z.ZodType<Value> {
  return z.unknown().transform((value, context): Value => refuse(context, value, expectation));
}

function delegate<Value>(context: z.RefinementCtx, schema: z.ZodType<Value>, value: Plain, path: readonly string[]): Value {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  for (const issue of result.error.issues) context.issues.push({ ...issue, path: [...path, ...issue.path], input: value } as never);
  return z.NEVER;
}
