import type { Random } from './random.ts';

/** Changes bytes of a text: flips, cuts, repeats, and puts in what parsers stumble over. What comes out is decoded as a file is, whatever it holds. */
export function mutateText(text: string, others: readonly string[], random: Random): string {
  let bytes = Buffer.from(text);
  const changes = 1 + random.below(8);
  for (let change = 0; change < changes; change += 1) bytes = random.pick(MUTATIONS)(bytes, others, random);
  return bytes.toString('utf8');
}

const TOKENS = [
  '{', '}', '[', ']', '(', ')', '"', "'", '`', '\\', '/', '*/', '/**', '//', '${', ';', ',', ':', '\n', '\r', '\u2028', '\0', '\ufeff', '\ud83d', '<', '=>', '...', '\\u{110000}', '\\x', '0x', '1e999', '-0', '#!', '@', '&&', '??=', 'null',
  '__proto__', 'constructor', 'import(', 'export ', 'export * from ', 'await ', 'yield ', 'class ', 'enum ', 'namespace ', 'declare ', 'as const', 'satisfies ', '<T>', 'using ', 'collection(', 'z.object(', 'ref(', 'undefined', 'NaN', '9'.repeat(400), '['.repeat(3_000), '{"a":'.repeat(3_000), 'x'.repeat(10_000),
];

const MUTATIONS: readonly ((bytes: Buffer, others: readonly string[], random: Random) => Buffer<ArrayBuffer>)[] = [
  (bytes, _, random) => {
    const copy = Buffer.from(bytes);
    if (copy.length > 0) copy[random.below(copy.length)] = random.below(256);
    return copy;
  },
  (bytes, _, random) => splice(bytes, random.below(bytes.length + 1), random.below(64), Buffer.alloc(0)),
  (bytes, _, random) => bytes.subarray(0, random.below(bytes.length + 1)) as Buffer<ArrayBuffer>,
  (bytes, _, random) => splice(bytes, random.below(bytes.length + 1), 0, Buffer.from(random.pick(TOKENS))),
  (bytes, _, random) => splice(bytes, random.below(bytes.length + 1), random.below(16), Buffer.from(random.pick(TOKENS))),
  (bytes, _, random) => splice(bytes, random.below(bytes.length + 1), 0, Buffer.from(Array.from({ length: random.below(32) }, () => random.below(256)))),
  (bytes, _, random) => {
    const from = random.below(bytes.length + 1);
    return splice(bytes, random.below(bytes.length + 1), 0, bytes.subarray(from, from + random.below(400)));
  },
  (bytes, others, random) => {
    const other = Buffer.from(random.pick(others));
    const from = random.below(other.length + 1);
    return splice(bytes, random.below(bytes.length + 1), random.below(200), other.subarray(from, from + random.below(1_000)));
  },
];

function splice(bytes: Buffer, at: number, cut: number, put: Uint8Array): Buffer<ArrayBuffer> {
  return Buffer.concat([bytes.subarray(0, at), put, bytes.subarray(at + cut)]);
}

/** Changes parts of a value that JSON can hold: what mutated bytes seldom reach, because they are seldom JSON. */
export function mutateJson(value: unknown, random: Random): unknown {
  const copy = JSON.parse(JSON.stringify(value)) as unknown;
  const holder = { value: copy };
  const changes = 1 + random.below(4);
  for (let change = 0; change < changes; change += 1) changeOne(holder, random);
  return holder.value;
}

const VALUES: readonly (() => unknown)[] = [
  () => null, () => true, () => 0, () => -1, () => 1.5, () => 1e308, () => '', () => 'x', () => '__proto__', () => '90 days', () => [], () => ({}), () => [null], () => [[]], () => ({ kind: 'x' }), () => ({ kind: 'field' }),
  () => JSON.parse('{ "__proto__": { "a": 1 }, "constructor": 1, "toString": 2, "length": -1 }') as unknown, () => 'x'.repeat(5_000), () => JSON.parse('['.repeat(500) + ']'.repeat(500)) as unknown,
];

/** Goes down at random, and changes what it comes to: replaces, removes, adds, or puts one part in the place of another. */
function changeOne(root: { value: unknown }, random: Random): void {
  let holder: Record<string, unknown> = root;
  let key = 'value';
  for (let depth = random.below(10); depth > 0; depth -= 1) {
    const inner = holder[key];
    if (typeof inner !== 'object' || inner === null) break;
    const keys = Object.keys(inner);
    if (keys.length === 0) break;
    holder = inner as Record<string, unknown>;
    key = random.pick(keys);
  }
  if (random.chance(0.25) && holder !== root) {
    if (Array.isArray(holder)) holder.splice(Number(key), 1);
    else delete holder[key];
  } else if (random.chance(0.2) && typeof holder[key] === 'object' && holder[key] !== null && !Array.isArray(holder[key])) {
    Object.defineProperty(holder[key], random.pick(['__proto__', 'kind', 'extra', 'constructor']), { value: random.pick(VALUES)(), enumerable: true, configurable: true, writable: true });
  } else if (holder !== root) holder[key] = random.pick(VALUES)();
  else root.value = random.chance(0.1) ? random.pick(VALUES)() : root.value;
}
