import * as z from 'zod-own';
import type { Config, Ignored } from '../../dsl/config.ts';
import type { PageMaker } from '../../dsl/page-maker.ts';
import { COVERAGE_METRICS, type CoverageMetric } from '../../model/coverage-metric.ts';
import { SEVERITIES, type Severity } from '../../model/finding.ts';
import { originalOf, type Mark } from '../options/plain-data.ts';

/** What a configuration may hold. Each refusal is a whole message of its own, because what is wrong has a name only here. */

/** What is said of a part that does not fit, and what to do. */
export interface Refusal {
  readonly message: string;
  readonly hint: string;
}

/** What is said of a key that there is not: `{key}` in the message stands for it, and the hint for when no name is near. */
export interface UnknownKey extends Refusal {
  readonly names: readonly string[];
}

export type Rule = NonNullable<Config['own']>[number];
/** A rule as far as its settings go. */
export type KnownRule = Pick<Rule, 'id' | 'options'>;

export function refusing(message: string, hint: string): { readonly error: () => string } {
  return { error: () => JSON.stringify({ message, hint } satisfies Refusal) };
}

export function keys<Shape extends z.ZodRawShape>(shape: Shape, refusal: Refusal, unknown: UnknownKey) {
  return z.strictObject(shape, { error: ({ code }) => JSON.stringify(code === 'unrecognized_keys' ? unknown : refusal) });
}

export function listing(names: readonly string[]): string {
  return names.length === 0 ? 'It takes no options.' : `It takes ${names.map((each) => `\`${each}\``).join(', ')}.`;
}

const SEVERITY_HINT = "Write 'off', 'note', 'warning' or 'error'; with options, ['warning', { … }].";

export interface RuleSettingRead {
  readonly severity: Severity | 'off';
  readonly options: Readonly<Record<string, OptionValue>>;
}

type OptionValue = Rule['options'][string]['default'];

/** Rule id → severity, or severity and options. `'*'` stands for every rule that is not named. */
export function ruleSettings(known: readonly KnownRule[]) {
  const all = [...known, { id: '*', options: {} }];
  return keys(
    Object.fromEntries(all.map((rule) => [rule.id, settingOf(rule).exactOptional()])),
    { message: '`rules` is not an object of severities by rule.', hint: "Write rules: { 'missing-owner': 'error' }." },
    { message: 'There is no rule `{key}`.', hint: '`polyref explain` lists them.', names: known.map(({ id }) => id) },
  );
}

function settingOf({ id, options }: KnownRule) {
  const refusal = refusing(`The severity of \`${id}\` is not valid.`, SEVERITY_HINT);
  const severity = z.enum(['off', ...SEVERITIES], refusal);
  const names = Object.keys(options);
  const optionValues = keys(
    Object.fromEntries(names.map((name) => [name, optionOf(name, id, options[name]!.default).exactOptional()])),
    { message: `The severity of \`${id}\` is not valid.`, hint: SEVERITY_HINT },
    { message: `\`{key}\` is not an option of \`${id}\`.`, hint: listing(names), names },
  ) as unknown as z.ZodType<Readonly<Record<string, OptionValue>>>;
  const alone = severity.transform((each): RuleSettingRead => ({ severity: each, options: {} }));
  const withOptions = z.tuple([severity, optionValues.optional()], refusal).transform(([each, values = {}]): RuleSettingRead => ({ severity: each, options: values }));
  return z.unknown().transform((value, context) => handOn(context, Array.isArray(value) ? withOptions : alone, value));
}

/** An option has the type of its default. */
function optionOf(name: string, id: string, like: OptionValue): z.ZodType<OptionValue> {
  const saying = (expected: string) => refusing(`\`${name}\` of \`${id}\` is not ${expected}.`, `Its default is ${JSON.stringify(like)}.`);
  if (typeof like === 'object') return z.array(z.string(saying('a list of texts')), saying('a list of texts'));
  if (typeof like === 'number') return z.union([z.number(), z.literal(Infinity)], saying('a number'));
  return typeof like === 'boolean' ? z.boolean(saying('true or false')) : z.string(saying('text'));
}

const IGNORE_HINT = "Write ignore: [{ addresses: 'mongodb.legacy_*', reason: '…' }].";
export const NO_ADDRESSES: Refusal = { message: 'What is ignored has no `addresses`.', hint: IGNORE_HINT };
export const ignoreList = z.array(z.unknown(), refusing('`ignore` is not a list.', IGNORE_HINT));

/** @param addresses what the entry names, as far as it is text */
export function ignored(addresses: string, known: readonly string[]): z.ZodType<Ignored> {
  const rules = refusing(`\`rules\` of what is ignored at \`${addresses}\` is not a list of rule ids.`, "Write rules: ['missing-owner'], or leave it out for all.");
  const reason = refusing(`That \`${addresses}\` is ignored has no reason.`, "Say why, in a sentence: reason: '…'.");
  const names = ['addresses', 'rules', 'reason'];
  return keys(
    {
      addresses: z.string(refusing(NO_ADDRESSES.message, NO_ADDRESSES.hint)).refine((given) => given.length <= 1_000, refusing('The `addresses` of what is ignored have more than 1,000 characters.', IGNORE_HINT)),
      rules: z.array(z.string(rules).transform((id, context) => (known.includes(id) ? id : unknownRule(context, id, known))), rules).exactOptional(),
      reason: z.string(reason).refine((text) => text.trim() !== '', reason),
    },
    NO_ADDRESSES,
    { message: '`{key}` is not an option of what is ignored.', hint: listing(names), names },
  );
}

function unknownRule(context: z.RefinementCtx, id: string, names: readonly string[]): never {
  context.issues.push({ code: 'unrecognized_keys', input: { [id]: id }, keys: [id], message: JSON.stringify({ message: 'There is no rule `{key}`.', hint: '`polyref explain` lists them.', names } satisfies UnknownKey) });
  return z.NEVER;
}

export const ownList = z.array(z.unknown(), refusing('`own` is not a list of rules.', 'Write own: [defineRule({ … })].'));

const FAMILIES = ['references', 'lifetimes', 'keys', 'tenancy', 'stores', 'documentation', 'exceptions'] as const;
export const OWN_HINT = 'Write defineRule({ id, family, severity, statement, why, mend, check }).';

/** A rule whose function is still behind its mark. */
export type ReadRule = Omit<Rule, 'check'> & { readonly check: Mark };

/** @param label what messages call it: its id, or its number in the list */
export function ownRule(label: string): z.ZodType<ReadRule> {
  const saying = (what: string) => refusing(`${label} ${what}.`, OWN_HINT);
  const said = (part: string) => z.string(saying(`has no \`${part}\``)).refine((text) => text.trim() !== '', saying(`has no \`${part}\``));
  const option = z.object({
    default: z.union([z.number(), z.literal(Infinity), z.string(), z.boolean(), z.array(z.string())], saying('has an option whose `default` is not a number, text, true, false or list of texts')),
    description: z.string(saying('has an option without a `description`')),
  }, saying('has an option without a `default`'));
  return z.object({
    kind: z.literal('polyref.rule'),
    id: z.string(saying('has no id in kebab-case')).refine((given) => given.length <= 100 && /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(given), saying('has no id in kebab-case')),
    family: z.enum(FAMILIES, saying(`has no family: one of ${FAMILIES.join(', ')}`)),
    severity: z.enum(['error', 'warning', 'note'], saying("has no severity: 'error', 'warning' or 'note'")),
    statement: said('statement'),
    why: said('why'),
    example: z.string(saying('has an `example` that is not text')).exactOptional(),
    mend: said('mend'),
    suppress: z.string(saying('has a `suppress` that is not text')).exactOptional(),
    summary: z.object({
      message: said('summary.message'),
      hint: z.string(saying('has a `summary.hint` that is not text')).exactOptional(),
    }, saying('has a `summary` without a `message`')).exactOptional(),
    options: z.record(z.string(), option, saying('has `options` that are no object')),
    check: functionMark(saying('has no `check`')),
  }) as z.ZodType<ReadRule>;
}

const COVERAGE = { message: '`coverage` takes `min`: a percentage, or one for each thing.', hint: 'Write coverage: { min: 80 } or coverage: { min: { fields: 80, owners: 100 } }.' };

/** One number stands for every metric. */
export const coverage = keys(
  {
    min: z.unknown().transform((value, context): Readonly<Partial<Record<CoverageMetric, number>>> =>
      handOn(context, typeof value === 'number' ? z.number().transform((each) => Object.fromEntries(COVERAGE_METRICS.map((metric) => [metric, each]))).pipe(minimums()) : minimums(), value),
    ).exactOptional(),
  },
  COVERAGE,
  { ...COVERAGE, names: [] },
);

export function minimums() {
  const percent = (metric: string) => z.number(percentRefusal(metric)).min(0, percentRefusal(metric)).max(100, percentRefusal(metric));
  return keys(
    Object.fromEntries(COVERAGE_METRICS.map((metric) => [metric, percent(metric).exactOptional()])) as Readonly<Record<CoverageMetric, z.ZodExactOptional<z.ZodNumber>>>,
    COVERAGE,
    { message: 'Coverage knows no `{key}`.', hint: `It knows ${COVERAGE_METRICS.map((metric) => `\`${metric}\``).join(', ')}.`, names: COVERAGE_METRICS },
  );
}

function percentRefusal(metric: string) {
  return refusing(`The minimum of \`${metric}\` is not a valid percentage.`, 'Write a number from 0 to 100.');
}

/** Its function is still behind its mark, as that of a rule. */
export type ReadPage = Omit<PageMaker, 'make'> & { readonly make: Mark };

export const PAGE_HINT = 'Write definePage({ path, title, make }).';

/** @param label what messages call it: its path, or its number in the list */
export function customPage(label: string): z.ZodType<ReadPage> {
  const saying = (what: string) => refusing(`${label} ${what}.`, PAGE_HINT);
  const title = saying('has no `title`');
  const path = saying('has no path in kebab-case');
  return z.object({
    kind: z.literal('polyref.page'),
    path: z.string(path).refine((given) => given.length <= 100 && /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(given), path),
    title: z.string(title).refine((text) => text.trim() !== '', title),
    description: z.string(saying('has a `description` that is not text')).exactOptional(),
    make: functionMark(saying('has no `make`')),
  }) as z.ZodType<ReadPage>;
}

/** The mark of a function: Zod looks at what it hands out, and a function may throw when it is looked at. */
function functionMark({ error }: { readonly error: () => string }): z.ZodType<Mark> {
  return z.unknown().transform((value, context): Mark => {
    if (typeof value === 'symbol' && typeof originalOf(value) === 'function') return value;
    context.issues.push({ code: 'custom', input: value, message: error() });
    return z.NEVER;
  });
}

export function handOn<Value>(context: z.RefinementCtx, schema: z.ZodType<Value>, value: unknown): Value {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  for (const issue of result.error.issues) context.issues.push({ ...issue, input: value } as never);
  return z.NEVER;
}
