import type * as z from 'zod-own';
import { didYouMean } from '../../model/suggest.ts';
import { asWord, saidOf, type Expectation, type UnknownKeys } from './expect.ts';
import { shorten } from '../../model/shorten.ts';
import { isPlainObject, type Plain } from './plain-data.ts';

/** What is wrong with one part of what was given. Plain texts: a message is `subject`, what that belongs to, and `predicate`. */
export interface OptionProblem {
  readonly rule: 'bad-option' | 'unknown-option';
  /** From the outside to the inside, for its place: `suppress.0.reason`, `suppress.0`, `suppress`. */
  readonly places: readonly string[];
  /** `` `note` of `expires()` in `retention` ``; empty for the whole. */
  readonly subject: string;
  /** ` is the number 7, not text.` */
  readonly predicate: string;
  readonly hint: string;
}

/**
 * What Zod found, in our words.
 * @param path of what was parsed, in what it belongs to: `['retention']`
 * @param whole what it belongs to
 */
export function problemsOf(error: z.ZodError, path: readonly (string | number)[], whole: Plain, nameOf: NameOf = asOption): readonly OptionProblem[] {
  return error.issues.flatMap((issue): readonly OptionProblem[] => {
    const at = [...path, ...(issue.path as readonly (string | number)[])];
    const said = saidOf(issue.message) ?? { expected: 'what it can be', hint: '' };
    if (issue.code === 'unrecognized_keys' && 'names' in said) return issue.keys.map((key) => unknownKey(key, said, at, whole, nameOf));
    return 'expected' in said ? [misfit(said, at, whole, nameOf)] : [];
  });
}

/** How the outermost part is called in messages; `undefined`: not at all, because the word that made it says enough. */
export type NameOf = (path: readonly (string | number)[], isWord: boolean) => string | undefined;

/** `foreignKeys[0]`, `references.meta.ownerId` */
const asOption: NameOf = (path) => `\`${shorten(path.map((step, index) => (typeof step === 'number' ? `[${step}]` : index === 0 ? step : `.${step}`)).join(''))}\``;

/** What a value is, for messages: "… is the number 7". */
export function describeValue(value: Plain): string {
  if (value === undefined) return 'missing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  switch (typeof value) {
    case 'string':
      return value.trim() === '' ? 'empty' : value.length > 1_000 ? `text of ${value.length.toLocaleString('en-US')} characters` : 'text';
    case 'number':
    case 'bigint':
      return `the number ${value}`;
    case 'boolean':
      return String(value);
    case 'symbol':
      return value.description ?? 'a symbol';
    default:
      return 'an object';
  }
}

function misfit(said: Expectation, path: readonly (string | number)[], whole: Plain, nameOf: NameOf): OptionProblem {
  const at = path.slice(0, path.length - (said.outwards ?? 0));
  const value = valueAt(whole, at);
  const key = at.at(-1);
  const places = placesOf(at);
  if (value === undefined && typeof key === 'string' && at.length > 1) {
    const hint = said.example === undefined ? said.hint : `Add ${key}: ${said.example}.`;
    return { rule: 'bad-option', places, subject: subjectOf(ownerOf(at, whole), whole, nameOf), predicate: ` has no \`${key}\`.`, hint };
  }
  const subject = subjectOf(at, whole, nameOf);
  if (said.choices !== undefined && typeof value === 'string') {
    return { rule: 'bad-option', places, subject, predicate: ` is \`${shorten(value)}\`, not ${said.expected}.`, hint: didYouMean(value, said.choices) || said.hint };
  }
  return { rule: 'bad-option', places, subject, predicate: ` is ${notExpected(value, said.expected)}.`, hint: said.hint };
}

/** "text, not a list of texts"; a list or an object that has the right form holds something wrong. */
export function notExpected(value: Plain, expected: string): string {
  const found = describeValue(value);
  if (found === 'missing') return found;
  if (Array.isArray(value) && expected.startsWith('a list')) return `not ${expected}`;
  return found === 'an object' ? `not ${expected}` : `${found}, not ${expected}`;
}

function unknownKey(key: string, { noun, names }: UnknownKeys, path: readonly (string | number)[], whole: Plain, nameOf: NameOf): OptionProblem {
  const hint = didYouMean(key, names) || (names.length === 0 ? 'It takes no options.' : `It takes ${names.map((each) => `\`${each}\``).join(', ')}.`);
  const within = nameOf(path.slice(0, 1), outermostOf(path, whole) !== path);
  const subject = `\`${shorten(key)}\` is not an option of ${noun ?? 'this'}${within === undefined ? '' : `, in ${within}`}`;
  return { rule: 'unknown-option', places: placesOf([...path, key]), subject, predicate: '.', hint };
}

/** The steps down to the first word, or all of them. */
function outermostOf(path: readonly (string | number)[], whole: Plain): readonly (string | number)[] {
  const first = path.findIndex((step, index) => step === 'args' && asWord(valueAt(whole, path.slice(0, index))) !== undefined);
  return first === -1 ? path : path.slice(0, first);
}

/** What has an option: the word that it is an option of, not the argument that it stands in. */
function ownerOf(path: readonly (string | number)[], whole: Plain): readonly (string | number)[] {
  const owner = path.slice(0, -1);
  return owner.at(-2) === 'args' && asWord(valueAt(whole, owner.slice(0, -2))) !== undefined ? owner.slice(0, -2) : owner;
}

const ORDINALS = ['first', 'second', 'third', 'fourth'];

function subjectOf(path: readonly (string | number)[], whole: Plain, nameOf: NameOf): string {
  const outermost = outermostOf(path, whole);
  const last = path.findLastIndex((step, index) => step === 'args' && asWord(valueAt(whole, path.slice(0, index))) !== undefined);
  const isWord = last === -1 && asWord(valueAt(whole, path)) !== undefined;
  const own = nameOf(outermost, last !== -1 || isWord);
  if (last === -1 && !isWord) return own ?? '';
  const call = asWord(valueAt(whole, isWord ? path : path.slice(0, last)));
  const said = `\`${shorten(call?.word ?? '')}()\``;
  const within = own === undefined ? '' : ` in ${own}`;
  if (isWord) return own === undefined ? said : `${said}${within}`;
  const inner = path.slice(last + 2);
  if (inner.length === 0) return `The ${ORDINALS[Number(path[last + 1])] ?? 'last'} argument of ${said}${within}`;
  return `${asOption(inner, false) ?? ''} of ${said}${within}`;
}

function placesOf(path: readonly (string | number)[]): readonly string[] {
  return path.map((_, index) => path.slice(0, path.length - index).join('.'));
}

function valueAt(whole: Plain, path: readonly (string | number)[]): Plain {
  let at = whole;
  for (const step of path) {
    if (Array.isArray(at) || isPlainObject(at)) at = (at as Readonly<Record<string | number, Plain>>)[step];
    else return undefined;
  }
  return at;
}
