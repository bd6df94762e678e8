import * as z from 'zod';
import { z as z3 } from 'zod/v3';
import * as words from '../../src/lib/dsl/index.ts';
import { hostileValue } from './hostile-values.ts';
import type { Random } from './random.ts';

/** Makes a value; anything at all, now and then. */
type Make = (given: Given) => unknown;

interface Given {
  readonly random: Random;
  /** How often something hostile stands in the place of what belongs there. */
  readonly hostility: number;
}

type AnyWord = (...args: readonly unknown[]) => unknown;

/** What a schema file might export: some definitions made of every word, each with anything in the place of any option. */
export function anyExports(random: Random): Readonly<Record<string, unknown>> {
  // One file in four is right, so that what follows from definitions is tried too.
  const given = { random, hostility: random.pick([0, 0.02, 0.1, 0.3]) };
  const exports: Record<string, unknown> = {};
  const count = 1 + random.below(5);
  for (let index = 0; index < count; index += 1) exports[`export${index}`] = wrapped(definition(given), given);
  if (random.chance(given.hostility)) exports['strange'] = hostileValue(random);
  return exports;
}

function wrapped(value: unknown, { random, hostility }: Given): unknown {
  if (!random.chance(hostility)) return value;
  return random.pick<() => unknown>([
    () => [value, hostileValue(random)],
    () => ({ inside: value, other: hostileValue(random) }),
    () => ({ get inside() { return value; } }),
    () => new Proxy(value as object, {}),
    () => (typeof value === 'object' ? { ...value, [random.pick(['name', 'kind', 'options', 'extra'])]: hostileValue(random) } : value),
    () => { const list: unknown[] = [value]; list.push(list, list); return list; },
  ])();
}

/** The value that belongs there, or whatever. */
function some(make: Make): Make {
  return (given) => (given.random.chance(given.hostility) ? hostileValue(given.random) : make(given));
}

const anyOf = (...values: readonly unknown[]): Make => some(({ random }) => random.pick(values));
const listOf = (make: Make, most = 3): Make => some((given) => Array.from({ length: given.random.below(most + 1) }, () => make(given)));
const one = (...makes: readonly Make[]): Make => some((given) => given.random.pick(makes)(given));
/** Each option is there or not; there may be one that does not exist. */
const options = (all: Readonly<Record<string, Make>>, likely = 0.4): Make => some((given) => {
  const made = Object.fromEntries(Object.entries(all).filter(() => given.random.chance(likely)).map(([name, make]) => [name, make(given)]));
  return given.random.chance(given.hostility / 2) ? { ...made, [given.random.pick(['nmae', 'toString', 'then', 'kind', 'args', 'name'])]: hostileValue(given.random) } : made;
});
/** A key can only be text. */
const textOf = (value: unknown): string => (typeof value === 'string' ? value : 'x');
const call = (name: keyof typeof words, ...args: readonly Make[]): Make => some((given) => (words[name] as AnyWord)(...args.map((make) => make(given))));

const NAMES = ['users', 'orders', 'logs', 'files', 'a.b', 'x'];
const FIELDS = ['id', 'ref_id', 'tenantId', 'createdAt', 'total', 'meta.by', 'tags[]'];
const text = anyOf('Because.', 'A **note** with `code`.', 'Tax law.');
const name = anyOf(...NAMES);
const path = anyOf(...FIELDS);
const address = anyOf(...NAMES.flatMap((each) => [`postgresql.${each}`, `mongodb.${each}`]), 's3.files');
const target = anyOf(...NAMES.flatMap((each) => [`postgresql.${each}.ref_id`, `mongodb.${each}.id`]));
const duration = anyOf('90 days', '1 hour', '7 years', '2 fortnights');
const transition = options({ to: anyOf('GLACIER', 'STANDARD_IA', 'TAPE'), after: duration }, 1);
const flag = anyOf(true, false);
const paths = listOf(path);
const note = { note: text };

const retention = one(
  call('permanent', options(note)),
  call('expires', duration, options({ after: path, where: text, ...note }, 0.7)),
  call('keptAtLeast', duration, options({ reason: text, ...note }, 0.9)),
  call('locked', duration, options({ mode: anyOf('governance', 'compliance'), ...note })),
  call('withParent', address, options({ within: duration, by: text, ...note })),
);
const tenancy = one(
  call('perTenant', path, options({ except: listOf(options({ value: anyOf('global', 1, null), reason: text }, 0.9)), ...note })),
  call('tenantItself', path, options(note)),
  call('viaParent', path, options(note)),
  call('shared', text, options(note)),
);
const status = one(some(() => words.stable), call('experimental', text), call('deprecated', text, options({ since: text, useInstead: address })));
const suppress = listOf(one(call('suppress', anyOf('missing-owner', 'unkept-reference'), options({ reason: text, at: path, until: anyOf('2027-03-01'), issue: text }, 0.7)), options({ rule: anyOf('missing-owner'), reason: text }, 0.9)));
const loss = one(call('nothing', text), call('never', text), call('nullifies', options({ within: duration, reason: text })), call('deletes', options({ within: duration, reason: text })));
const referenceOptions = {
  enforcedBy: anyOf('database', 'application'), onDelete: anyOf('cascade', 'set null'), keptBy: text, whenTargetGoes: loss,
  cardinality: options({ from: anyOf('one', 'many'), to: anyOf('exactly one', 'at most one') }, 1), mirrorOf: target, ...note,
};
const as = { as: one(call('varchar', anyOf(24)), some(() => z.string())) };
const targets = listOf(target);
const byType = some((given) => Object.fromEntries(['a', 'b'].map((each) => [each, target(given)])));
const anyTarget = { field: anyOf('ref_id', 'id'), discriminator: path, undiscriminated: text };
const bind = some((given) => ({ tenantId: path(given), ext: call('constant', text)(given) }));

const references = some((given) => Object.fromEntries(FIELDS.filter(() => given.random.chance(0.2)).map((each) => [each, one(
  call('to', target, options(referenceOptions, 0.2)), call('toByType', path, byType, options(referenceOptions, 0.2)),
  call('toOneOf', targets, options({ undiscriminated: text, ...referenceOptions }, 0.2)), call('toAny', anyOf('postgresql', 'mongodb'), options({ ...anyTarget, ...referenceOptions }, 0.3)),
  call('toObjects', address, options({ bind, ...referenceOptions }, 0.2)),
)(given)])));

const conditions = anyOf({ level: 'error' }, 'deleted_at is null', { at: { $gt: new Date(0) }, name: /x/i, size: { $gt: 5n } });
const index = one(
  call('index', one(some((given) => ({ [textOf(path(given))]: given.random.pick([1, -1, 'text', '2dsphere']) })), listOf(one(path, call('expression', text)))), options({
    name, unique: flag, method: anyOf('gin', 'btree'), where: conditions, include: paths, sparse: flag, hidden: flag, nullsNotDistinct: flag, expireAfterSeconds: anyOf(60, 0, -1, Number.NaN), collation: anyOf({ locale: 'en' }, 'C'), ...note,
  }, 0.2)),
  options({ keys: paths, unique: flag }, 0.9),
);

const scalar = one(
  ...(['text', 'citext', 'uuid', 'smallint', 'integer', 'bigint', 'real', 'doublePrecision', 'boolean', 'date', 'time', 'timestamp', 'timestamptz', 'interval', 'bytea', 'objectId', 'int32', 'long', 'double', 'decimal128', 'binary', 'ulid'] as const).map((each) => call(each)),
  call('varchar', anyOf(24)), call('char', anyOf(2)), call('numeric', anyOf(12, undefined), anyOf(2, undefined)), call('sqlType', anyOf('tsvector')),
  call('pgEnum', name, anyOf(['a', 'b'])), call('jsonb', one(some(() => z.object({ utm: z.string() })), some(() => z3.object({ utm: z3.string() })), some(() => undefined))),
  call('ref', target, options({ ...referenceOptions, ...as }, 0.2)), call('refByType', path, byType, options({ ...referenceOptions, ...as }, 0.2)),
  call('refToOneOf', targets, options({ undiscriminated: text, ...referenceOptions }, 0.2)), call('refToAny', anyOf('postgresql'), options({ ...anyTarget, ...referenceOptions }, 0.3)),
  call('objectKey', anyOf('s3.files'), options({ bind, ...referenceOptions, ...as }, 0.2)),
  some(() => z.string()), some(() => z.date()), some(() => z.enum(['a', 'b'])),
);

/** What stands in the place of a field: a schema, with words around it. Zod's own methods throw at what they do not like, and so does a schema file then. */
const field: Make = (given) => {
  const { random, hostility } = given;
  const inner = one(scalar, call('personal', scalar), call('secret', scalar), call('formerly', scalar, path), call('generated', scalar, text))(given);
  try {
    const schema = inner as z.ZodType;
    return random.pick<() => unknown>([
      () => schema, () => schema, () => schema, () => schema.optional(), () => schema.nullable(), () => z.array(schema), () => z.record(z.string(), schema),
      () => z.object({ inner: schema }), () => z.array(z.object({ deep: schema })), () => z.union([schema, z.object({ or: schema })]), () => z.intersection(z.object({ a: schema }), z.object({ b: schema })),
      () => schema.default(random.chance(hostility) ? hostileValue(random) : words.sql(text(given) as string)),
      () => schema.default(() => (random.chance(hostility) ? hostileValue(random) : 'x')),
      () => schema.meta({ polyref: random.chance(hostility) ? hostileValue(random) : { type: 'money' } } as never),
      () => schema.meta({ examples: [random.chance(hostility) ? hostileValue(random) : 'x'] } as never), () => schema.describe('A field.'),
    ])();
  } catch {
    return z.string();
  }
};

const shape: Make = some((given) => {
  const fields: Record<string, unknown> = { id: words.bigint(), ref_id: words.ulid(), createdAt: z.date(), tenantId: z.string() };
  const count = given.random.below(4);
  for (let index = 0; index < count; index += 1) fields[given.random.pick(['total', 'meta', 'tags', 'owner', '__proto__', 'constructor', 'a b', ''])] = field(given);
  return given.random.chance(0.1) ? z3.object(Object.fromEntries(Object.keys(fields).map((each) => [each, z3.string()]))) : z.object(fields as z.ZodRawShape);
});

const entity = {
  tenancy, retention: one(retention, listOf(retention)), references, classification: some((given) => ({ [textOf(path(given))]: anyOf('personal', 'secret')(given) })),
  formerFields: some((given) => ({ tenantId: path(given) })), formerly: name, referencesNothing: text, owner: text, domain: name, tags: listOf(text), status, suppress,
};

const definition = (given: Given): unknown => given.random.pick<Make>([
  required('collection', { document: shape }, {
    indexes: listOf(index), validator: flag, capped: options({ maxBytes: anyOf(1_000), maxDocuments: anyOf(10) }, 0.9), timeSeries: options({ timeField: path, metaField: path, granularity: anyOf('hours') }, 0.7), clustered: flag, ...entity,
  }),
  required('table', { columns: shape }, {
    schema: anyOf('public', 'billing'), primaryKey: paths, unique: listOf(one(paths, call('unique', paths, options({ name })), options({ columns: paths }, 1))), checks: listOf(call('check', name, text)),
    foreignKeys: listOf(call('foreignKey', paths, address, paths, options({ onDelete: anyOf('cascade'), ...note }))), indexes: listOf(one(index, paths)), partitionBy: call('partitionBy', anyOf('range', 'hash'), paths, options(note)), ...entity,
  }),
  required('objects', { bucket: name, key: anyOf('{tenantId}/{name}.md', 'x/{a', '{a}{b}') }, {
    parameters: some((inner) => ({ name: scalar(inner) })), contentType: text, versioning: flag,
    lifecycle: listOf(call('lifecycle', options({ prefix: anyOf('tmp/'), tag: options({ key: text, value: text }, 1), expireAfter: duration, transitions: listOf(transition), expireOldVersionsAfter: duration, oldVersionTransitions: listOf(transition), abortUploadsAfter: duration, ...note }))),
    objectLock: one(call('compliance', duration, options({ prefix: text })), call('governance', duration, options({ prefix: text }))), ...entity,
  }),
  (inner) => words.eliminated(some(() => 'mongodb.gone')(inner) as string, options({ reason: text, since: text, replacedBy: address, suppress }, 0.8)(inner) as never),
  required('process', {}, { reads: listOf(address), writes: listOf(address), deletes: listOf(address), retains: listOf(options({ entity: address, reason: text }, 0.9)), erasesTenants: flag, copies: listOf(options({ from: address, to: address, ...note }, 0.9)), because: text, code: text, owner: text, suppress }),
  required('claim', { holds: one(
    call('noReferences', options({ from: address, to: address, except: listOf(options({ address, reason: text }, 0.9)) }, 0.9)),
    call('everyReference', options({ from: address, to: address, enforcedBy: anyOf('application'), toField: path, type: text, except: listOf(options({ address, reason: text }, 0.9)) }, 0.8)),
    call('everyEntity', options({ in: address, scopedBy: path, retention: anyOf('declared', 'permanent'), except: listOf(options({ address, reason: text }, 0.9)) }, 0.8)),
  ) }, { because: text, suppress }),
  required('domain', {}, { owner: text, suppress }),
  required('store', {}, { suppress }),
  required('system', {}, { suppress }),
])(given);

function required(word: 'collection' | 'table' | 'objects' | 'process' | 'claim' | 'domain' | 'store' | 'system', needed: Readonly<Record<string, Make>>, others: Readonly<Record<string, Make>>): Make {
  return (given) => {
    const first = (word === 'store' ? anyOf('mongodb', 'postgresql') : name)(given);
    const all = Object.entries(others).filter(() => given.random.chance(0.25));
    const made = options({ ...needed, ...Object.fromEntries(all) }, 0.97)(given);
    return (words[word] as unknown as AnyWord)(first, made);
  };
}

/** What a configuration might export. */
export function anyConfig(random: Random): unknown {
  const given = { random, hostility: random.pick([0, 0.05, 0.2, 0.5]) };
  const severity = anyOf('error', 'warning', 'note', 'off');
  const rule = call('defineRule', options({
    id: anyOf('acme-names', 'acme-other'), family: anyOf('documentation'), severity: anyOf('note'), statement: text, why: text, mend: text, suppress: text, example: text,
    options: some((inner) => ({ limit: options({ default: anyOf(3, 'x', ['a'], true), description: text }, 1)(inner) })),
    check: some(() => function* check() { yield hostileReport(random, given.hostility); }),
  }, 0.95));
  const made = options({
    rules: some((inner) => ({ [textOf(anyOf('missing-owner', '*', 'acme-names', 'no-such-rule')(inner))]: one(severity, some((each) => [severity(each), options({ limit: anyOf(1) })(each)]))(inner) })),
    ignore: listOf(options({ addresses: anyOf('mongodb.*', '*', '(((('), rules: listOf(anyOf('missing-owner')), reason: text }, 0.9)),
    own: listOf(rule, 2), coverage: options({ min: one(anyOf(80, 101), some((inner) => ({ fields: anyOf(50)(inner) }))) }, 0.9), docs: anyOf('https://docs.example.com', 'x'),
  }, 0.5)(given);
  return words.defineConfig(made as never);
}

function hostileReport(random: Random, hostility: number): unknown {
  if (random.chance(hostility)) return hostileValue(random);
  const report: Record<string, unknown> = { entity: 'postgresql.users', message: 'It is so.' };
  if (random.chance(hostility)) report[random.pick(['entity', 'message', 'hint', 'location', 'field', 'system'])] = hostileValue(random);
  return report;
}
