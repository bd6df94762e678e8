import * as z from 'zod';
import { z as z3 } from 'zod/v3';
import type { Random } from './random.ts';

/** Anything that may stand in the place of an option: each time made anew, because some of them remember that they were looked at. */
export function hostileValue(random: Random): unknown {
  return random.pick(MAKERS)(random);
}

const LONG = 'x'.repeat(200_000);
const VERY_LONG = 'y'.repeat(20_000_000);
const TEXTS = ['', ' ', 'x', '__proto__', 'constructor', 'toString', 'then', 'a.b.c', '90 days', '9e999 years', '{a}/{b', '\u0000', '\ud800', '\u202e', '`', '$&', '${x}', '\n# x', '</script>', 'polyref.table'];
const NUMBERS = [0, -0, 1, -1, 1.5, Number.NaN, Infinity, -Infinity, 2 ** 31, 2 ** 53, Number.MAX_VALUE, Number.MIN_VALUE];
const KEYS = ['kind', 'args', 'name', 'options', 'length', 'toString', 'valueOf', 'toJSON', 'then', 'constructor', 'hasOwnProperty', '0', '', 'a', '_zod', '_def', 'config', 'polyref', '$sql', 'constant', 'columns', 'rule'];

class Instance {
  readonly kind = 'permanent';
  readonly args = [];
}

class Strange {
  get [Symbol.toStringTag](): never {
    throw new Error('toStringTag');
  }
}
Object.defineProperty(Strange.prototype, 'constructor', { get: () => { throw new Error('constructor'); } });

const MAKERS: readonly ((random: Random) => unknown)[] = [
  () => undefined,
  () => null,
  ({ chance }) => chance(0.5),
  ({ pick }) => pick(NUMBERS),
  ({ pick }) => pick(TEXTS),
  () => LONG,
  ({ chance }) => (chance(0.1) ? VERY_LONG : LONG),
  ({ pick }) => pick([Symbol('text'), Symbol.iterator, Symbol.for('polyref')]),
  ({ pick }) => pick([0n, -5n, 2n ** 200n]),
  ({ pick }) => pick([() => 'text', async () => 'text', function* () { yield 1; }, Instance, Date, z.object, Symbol, throwingFunction()]),
  () => new Date(Number.NaN),
  () => new Date(0),
  () => /x/giu,
  () => new Map([['kind', 'permanent']]),
  () => new Set([1]),
  () => new Error('boom'),
  () => Promise.resolve({}),
  () => Object.create(null) as unknown,
  () => Object.create({ kind: 'permanent', args: [] }) as unknown,
  () => new Instance(),
  () => new Strange(),
  () => new String('text'),
  () => new Uint8Array(8),
  () => Buffer.from('text'),
  () => globalThis,
  () => process.env,
  () => Math,
  () => new WeakMap(),
  () => (function anyArguments(..._given: unknown[]) { return arguments; })(1, 2),
  () => throwingProxy({}),
  () => throwingProxy([]),
  () => throwingProxy(() => undefined),
  () => revokedProxy({}),
  () => revokedProxy([]),
  ({ pick }) => answeringProxy(pick(['polyref.table', 'text', 7, true, null, undefined])),
  () => endlessProxy(),
  () => lyingList(),
  ({ pick }) => ({ get [pick(KEYS)](): never { throw new Error('a getter'); } }),
  () => ({ get kind(): never { throw throwingProxy({}); } }),
  () => cyclicList(),
  () => cyclicObject(),
  () => [, 'a', , 'b'],
  () => Object.assign(['a'], { extra: 1, '-1': 2 }),
  () => new Array(4_000_000_000),
  () => Array.from({ length: 3_000 }, (_, index) => index),
  ({ below }) => nested(below(2) === 0 ? 100 : 20_000, (inner) => [inner]),
  ({ below }) => nested(below(2) === 0 ? 100 : 20_000, (inner) => ({ a: inner })),
  () => wide(),
  () => JSON.parse('{ "__proto__": { "kind": "permanent" }, "kind": "permanent", "args": [] }') as unknown,
  (random) => Object.fromEntries(Array.from({ length: 1 + random.below(4) }, () => [random.pick(KEYS), random.chance(0.5) ? random.pick(TEXTS) : hostileValue(random)])),
  (random) => ({ kind: random.pick(['expires', 'perTenant', 'index', 'to', 'ref', 'polyref.table', 'polyref.rule', 'field']), args: random.chance(0.5) ? [] : [hostileValue(random), hostileValue(random)] }),
  (random) => Array.from({ length: random.below(4) }, () => hostileValue(random)),
  (random) => ({ [random.pick(TEXTS)]: hostileValue(random) }),
  () => ({ ['k'.repeat(100_000)]: 1 }),
  () => z.string(),
  () => z.object({ a: z.string() }),
  () => z.lazy(() => { throw new Error('lazy'); }),
  () => z3.object({ a: z3.string() }),
  () => ({ _zod: { def: { type: 'object' } } }),
  () => ({ _def: { typeName: 'ZodObject' } }),
  () => ({ _zod: throwingProxy({}) }),
  () => ({ toJSON() { throw new Error('toJSON'); } }),
  () => ({ [Symbol.toPrimitive]() { throw new Error('toPrimitive'); }, toString() { throw new Error('toString'); } }),
  () => ({ [Symbol.iterator]: () => ({ next: () => ({ done: false, value: 1 }) }) }),
  () => Object.freeze({ a: Object.freeze([]) }),
];

const TRAPS = ['get', 'has', 'set', 'ownKeys', 'getOwnPropertyDescriptor', 'getPrototypeOf', 'isExtensible', 'defineProperty', 'deleteProperty', 'setPrototypeOf', 'preventExtensions', 'apply', 'construct'];

/** Throws whatever is done with it. */
export function throwingProxy(target: object): object {
  return new Proxy(target, Object.fromEntries(TRAPS.map((trap) => [trap, () => { throw new Error(trap); }])));
}

function throwingFunction(): () => never {
  return () => {
    throw new Error('called');
  };
}

function revokedProxy(target: object): object {
  const { proxy, revoke } = Proxy.revocable(target, {});
  revoke();
  return proxy;
}

/** Has everything, and it is always the same. */
function answeringProxy(answer: unknown): object {
  return new Proxy({}, { get: () => answer, has: () => true, ownKeys: () => ['kind', 'args', 'name', 'options'], getOwnPropertyDescriptor: () => ({ value: answer, enumerable: true, configurable: true }) });
}

/** Holds itself under any name, each time another one. */
function endlessProxy(): object {
  return new Proxy({}, { get: () => endlessProxy(), ownKeys: () => ['a', 'b'], getOwnPropertyDescriptor: () => ({ value: 1, enumerable: true, configurable: true }) });
}

function lyingList(): object {
  return new Proxy(['a'], { get: (target, key) => (key === 'length' ? 'many' : Reflect.get(target, key)) });
}

function cyclicList(): unknown[] {
  const list: unknown[] = ['a'];
  list.push(list);
  return list;
}

function cyclicObject(): object {
  const object: Record<string, unknown> = { kind: 'permanent' };
  object['args'] = [object];
  object['self'] = object;
  return object;
}

function nested(levels: number, wrap: (inner: unknown) => unknown): unknown {
  let value: unknown = 'a';
  for (let level = 0; level < levels; level += 1) value = wrap(value);
  return value;
}

/** Few objects that are many when they are written out. */
function wide(): unknown {
  let value: unknown = { a: 1 };
  for (let level = 0; level < 40; level += 1) value = [value, value];
  return value;
}
