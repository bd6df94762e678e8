import type { Random } from './random.ts';

/** A text with a few of its pieces changed, moved, repeated or taken out, and pieces in it that mean something to parsers. */
export function mutateText(random: Random, text: string): string {
  let changed = text;
  for (let times = 1 + random.below(4); times > 0; times -= 1) {
    const [from, length] = [random.below(changed.length + 1), random.below(random.chance(0.1) ? 400 : 12)];
    const [before, piece, after] = [changed.slice(0, from), changed.slice(from, from + length), changed.slice(from + length)];
    changed = before + random.pick([() => '', () => piece + piece, () => random.pick(PIECES), () => [...piece].reverse().join(''), () => String.fromCharCode(random.below(0x1_0000)), () => piece.toUpperCase()])() + after;
  }
  return random.chance(0.05) ? changed.slice(0, random.below(changed.length + 1)) : changed;
}

/** A JSON value with a few of its values replaced, removed or nested in one another. */
export function mutateJson(random: Random, value: unknown): unknown {
  const copy = structuredClone(value);
  for (let times = 1 + random.below(4); times > 0; times -= 1) mutateSomewhere(random, copy);
  return copy;
}

const PIECES = ['', '\0', '\uFEFF', '\u2028', '\uD800', '{', '}', '[', ']', '(', ')', '`', '${', "'", '"', '/*', '*/', '//', '/**', '=>', 'await ', 'export default ', 'import(', '<', '<!--', '#!', '\r\n', '\t', '__proto__', 'constructor', '1e999', '-0', '𝔘', '日本', '\\u{110000}', '@'] as const;
const VALUES: readonly unknown[] = [null, true, false, 0, -1, 1e300, '', ' ', 'x'.repeat(5_000), '__proto__', [], {}, [[]], [null], { kind: 'nothing' }, ['a', 1, null], { length: -1 }, '\u2028', 'mongodb.', '.'];

function mutateSomewhere(random: Random, value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  const keys = Object.keys(value);
  if (keys.length === 0) return;
  const holder = value as Record<string, unknown>;
  const key = random.pick(keys);
  const inner = holder[key];
  if (typeof inner === 'object' && inner !== null && random.chance(0.75)) return mutateSomewhere(random, inner);
  if (random.chance(0.25)) delete holder[key];
  else holder[key] = random.chance(0.2) ? holder[random.pick(keys)] : structuredClone(random.pick(VALUES));
}
