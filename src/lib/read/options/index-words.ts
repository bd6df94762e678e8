import * as z from 'zod-own';
import type { IndexExpression } from '../../dsl/index-words.ts';
import { asWord, either, flag, keysOf, listOf, name, names, optionsOf, recordOf, refuse, saying, text, wordOf, wordsOr, type Expectation } from './expect.ts';
import { isPlainObject, originalOf, plainData, type Plain } from './plain-data.ts';

/** An index as it was written, with its conditions as text. */
export interface ReadIndex extends z.output<z.ZodObject<typeof OPTIONS>> {
  readonly keys: z.output<typeof keys>;
}

const COLUMN: Expectation = { expected: 'a column or an expression', hint: "Write 'created_at desc' or expression('lower(email)')." };
const expression = wordsOr<IndexExpression>(
  [wordOf('expression', [text], ([each]) => ({ expression: each }))],
  keysOf({ expression: text }, COLUMN, 'an expression'),
  COLUMN,
);

const KEYS: Expectation = { expected: 'what an index is made of', hint: "Write { tenantId: 1, createdAt: -1 }, or a list of columns.", example: "{ tenantId: 1 }" };
const ORDER = saying({ expected: 'an order of keys', hint: "Write 1, -1, 'text', 'hashed', '2dsphere' or '2d'.", choices: ['text', 'hashed', '2dsphere', '2d'] });
const order = z.union([z.literal([1, -1], ORDER), z.enum(['text', 'hashed', '2dsphere', '2d'], ORDER)], ORDER);
const keys = either(Array.isArray, listOf(either((value) => typeof value === 'object' && value !== null, expression, name), KEYS), recordOf(order, KEYS));

const CONDITION: Expectation = { expected: 'a condition', hint: 'Write SQL text, or an object of plain values as MongoDB takes it.' };
const conditionObject = z.unknown().transform((value, context) => {
  const json = isPlainObject(value as Plain) ? asJson(value as Plain, true) : undefined;
  if (json === undefined) return refuse(context, value, CONDITION);
  const written = text.safeParse(JSON.stringify(json));
  return written.success ? written.data : refuse(context, value, { ...CONDITION, expected: 'a condition of at most 100,000 characters' });
});
/** SQL as it stands, or a condition of MongoDB as compact JSON. */
const condition = either(isPlainObject, conditionObject, z.string(saying(CONDITION)).pipe(text));

// A rule says which numbers MongoDB takes.
const seconds = z.unknown().transform((value, context): number => (typeof value === 'number' ? value : refuse(context, value, { expected: 'a number of seconds', hint: 'Write 86_400.' })));

const OPTIONS = {
  name: name.exactOptional(),
  unique: flag.exactOptional(),
  method: name.exactOptional(),
  where: condition.exactOptional(),
  include: names().exactOptional(),
  sparse: flag.exactOptional(),
  hidden: flag.exactOptional(),
  nullsNotDistinct: flag.exactOptional(),
  collation: condition.exactOptional(),
  expireAfterSeconds: seconds.exactOptional(),
  note: text.exactOptional(),
};
const NOUN = 'an index';

function indexSaying(expectation: Expectation): z.ZodType<ReadIndex> {
  return wordsOr<ReadIndex>([wordOf('index', [keys, optionsOf(NOUN, OPTIONS)], ([on, options]) => ({ keys: on, ...options }))], keysOf({ keys, ...OPTIONS }, expectation, NOUN), expectation);
}

export const documentIndexes = listOf(indexSaying({ expected: 'an index', hint: 'Write index({ tenantId: 1, createdAt: -1 }).' }), {
  expected: 'a list of indexes', hint: 'Write [index({ tenantId: 1, createdAt: -1 })].',
});

/** A bare list of columns is an index too. */
export const tableIndexes = listOf(
  either(Array.isArray, names(), indexSaying({ expected: 'an index', hint: "Write ['tenant_id', 'created_at'] or index(['tenant_id'], { … })." })),
  { expected: 'a list of indexes', hint: "Write [['tenant_id', 'created_at']] or [index(['tenant_id'], { … })]." },
);

/**
 * What JSON cannot hold, as MongoDB's Extended JSON writes it; `undefined` of what that cannot hold either.
 * @param mayAsk objects of MongoDB's own types say how they are written; what they say has to be plain
 */
function asJson(value: Plain, mayAsk: boolean): unknown {
  if (typeof value === 'bigint') return { $numberLong: String(value) };
  if (typeof value === 'symbol') return markAsJson(originalOf(value), mayAsk);
  if (typeof value === 'number' && !Number.isFinite(value)) return undefined;
  if (typeof value !== 'object' || value === null) return value;
  const inner = Object.entries(value).map(([key, each]) => [key, asJson(each, mayAsk)] as const);
  if (asWord(value) !== undefined || inner.some(([, each]) => each === undefined)) return undefined;
  return Array.isArray(value) ? inner.map(([, each]) => each) : Object.fromEntries(inner);
}

function markAsJson(original: unknown, mayAsk: boolean): unknown {
  try {
    if (original instanceof RegExp) return { $regex: original.source, ...(original.flags === '' ? {} : { $options: original.flags }) };
    if (original instanceof Date) return Number.isNaN(original.getTime()) ? undefined : { $date: original.toISOString() };
    const toJson: unknown = mayAsk && typeof original === 'object' && original !== null && 'toJSON' in original ? original.toJSON : undefined;
    return typeof toJson === 'function' ? asJson(plainData(toJson.call(original)), false) : undefined;
  } catch {
    return undefined;
  }
}
