import * as z from 'zod-own';
import type { ReferenceSpec } from '../../model/reference-spec.ts';
import { asWord, choice, either, name, names, oneOfWords, saying, text, wordOf } from './expect.ts';
import { shorten } from '../../model/shorten.ts';
import { isPlainObject, plainData, type Plain } from './plain-data.ts';
import { notExpected, problemsOf, type NameOf, type OptionProblem } from './problems.ts';
import { fieldReference } from './reference.ts';

/** What a field's schema says beyond Zod, looked at. */
export interface ReadFieldMeta {
  /** As the store says it: `varchar(24)`. */
  readonly type?: string;
  readonly reference?: ReferenceSpec;
  readonly classification?: 'personal' | 'secret';
  /** What the field was called before, as written. */
  readonly formerly?: string;
  /** SQL expression of a generated column. */
  readonly generated?: string;
  readonly problems?: readonly OptionProblem[];
}

/** @param value what stands under `polyref` in a schema's metadata: anything at all */
export function readFieldMeta(value: unknown): ReadFieldMeta {
  const whole = plainData(value);
  if (!isPlainObject(whole)) return { problems: [bad('`polyref` in the metadata', whole, 'an object', "Write .meta({ polyref: { type: '…' } }).")] };
  const { misuse, ...rest } = whole;
  const problems: OptionProblem[] = [];
  const meta: Record<string, unknown> = {};
  for (const [key, part] of Object.entries(rest)) {
    const schema = Object.hasOwn(PARTS, key) ? PARTS[key as keyof typeof PARTS] : z.never();
    const result = schema.safeParse(part);
    if (result.success) meta[key] = result.data;
    else if (!Object.hasOwn(PARTS, key)) problems.push(unknownPart(key));
    else problems.push(...problemsOf(result.error, [key], whole, inMetadata));
  }
  const misused = asWord(misuse);
  if (misused !== undefined) problems.push(misusedWord(misused.word, misused.args[0]));
  return { ...meta, ...(problems.length > 0 ? { problems } : {}) };
}

/** What is wrong with what `sql()` was given, which stands in the place of a default. */
export function sqlProblem(value: unknown): OptionProblem | undefined {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, '$sql')) return undefined;
  const given = plainData((value as { readonly $sql: unknown }).$sql);
  return text.safeParse(given).success ? undefined : bad('The first argument of `sql()`', given, 'text', "Write sql('gen_random_uuid()').");
}

const digits = z.int(saying({ expected: 'a whole number', hint: 'Write numeric(12, 2).' })).nonnegative(saying({ expected: 'a whole number from 0', hint: 'Write numeric(12, 2).' })).optional();
const VALUES = { expected: 'a list of texts', hint: "Write pgEnum('level', ['info', 'error'])." };

const type = either((value) => typeof value === 'object' && value !== null, oneOfWords<string>(
  [
    wordOf('varchar', [length('varchar(24)')], ([most]) => `varchar(${most})`),
    wordOf('char', [length('char(2)')], ([exactly]) => `char(${exactly})`),
    wordOf('numeric', [digits, digits], ([precision, scale]) => `numeric${precision === undefined ? '' : scale === undefined ? `(${precision})` : `(${precision},${scale})`}`),
    wordOf('pgEnum', [name, names(VALUES).refine((values) => values.length > 0, { error: () => JSON.stringify(VALUES) })], ([named]) => named),
    wordOf('sqlType', [name], ([as]) => as),
  ],
  { expected: 'a type', hint: "Write it as the store says it: .meta({ polyref: { type: '…' } })." },
), name);

const PARTS = {
  type,
  reference: fieldReference,
  classification: choice(['personal', 'secret']),
  formerly: either((value) => typeof value === 'object' && value !== null, oneOfWords<string>([wordOf('formerly', [z.undefined(), name], ([, before]) => before)], { expected: 'text', hint: 'Write it between quotes.' }), name),
  generated: either((value) => typeof value === 'object' && value !== null, oneOfWords<string>([wordOf('generated', [z.undefined(), text], ([, as]) => as)], { expected: 'text', hint: 'Write it between quotes.' }), text),
};

function length(example: string) {
  const expectation = { expected: 'a whole number above 0', hint: `Write ${example}.` };
  return z.int(saying(expectation)).positive(saying(expectation));
}

/** What a word was given is described by the word; only what was written by hand needs the name of its part. */
const inMetadata: NameOf = (path, isWord) => (isWord ? undefined : `\`polyref.${shorten(path.join('.'))}\` in the metadata`);

function unknownPart(key: string): OptionProblem {
  return { rule: 'unknown-option', places: [], subject: `\`${shorten(key)}\` is not a part of \`polyref\` in the metadata`, predicate: '.', hint: `It takes ${Object.keys(PARTS).map((each) => `\`${each}\``).join(', ')}.` };
}

function misusedWord(word: string, given: Plain): OptionProblem {
  const hint = word === 'jsonb' ? 'Write jsonb(z.object({ … })), or jsonb() where anything may be in it.' : `Write ${word}(z.string()).`;
  return bad(`The first argument of \`${word}()\``, given, 'a Zod schema', hint);
}

function bad(subject: string, value: Plain, expected: string, hint: string): OptionProblem {
  return { rule: 'bad-option', places: [], subject, predicate: ` is ${notExpected(value, expected)}.`, hint };
}
