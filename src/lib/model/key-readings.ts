import type { KeyPart } from './entity.ts';
import { fitsPlaceholder } from './fits-placeholder.ts';
import { valuesOf, type PlaceholderOwner } from './placeholder-values.ts';

/** What each placeholder of a key stands for, once each, in the order of the key. */
export type KeyReading = readonly { readonly placeholder: string; readonly value: string }[];

export interface ReadingOptions {
  /** Values may hold slashes where their type allows it. */
  readonly withSlashes: boolean;
  /** So many readings are looked for. */
  readonly most: number;
}

/**
 * The ways to read a text as these parts: values as long as possible first. A placeholder that is named twice has one value.
 * There may be several: `a-b-c` is `{x}-{y}` in two ways.
 */
export function readingsOf(text: string, parts: readonly KeyPart[], family: PlaceholderOwner, { withSlashes, most }: ReadingOptions): readonly KeyReading[] {
  const found: KeyReading[] = [];
  const values = new Map<string, string>();
  const isRepeated = new Set(parts.flatMap((part, at) => (part.kind === 'placeholder' && parts.some((other, index) => index > at && other.kind === 'placeholder' && other.name === part.name) ? [part.name] : [])));
  // Ways that led nowhere; what is read so far matters only where it must come again.
  const dead = new Set<string>();
  let steps = 0;
  const walk = (at: number, from: number): boolean => {
    const part = parts[at];
    if (part === undefined) {
      if (from !== text.length) return false;
      found.push([...values].map(([placeholder, value]) => ({ placeholder, value })));
      return true;
    }
    if (part.kind === 'literal') return text.startsWith(part.text, from) && walk(at + 1, from + part.text.length);
    const known = values.get(part.name);
    if (known !== undefined) return text.startsWith(known, from) && walk(at + 1, from + known.length);
    const state = `${at} ${from} ${[...isRepeated].map((name) => values.get(name) ?? '').join('\0')}`;
    if (dead.has(state)) return false;
    let leads = false;
    for (const end of endsOf(text, from, part.name, family, withSlashes)) {
      if (found.length >= most || (steps += 1) > MOST_STEPS) return leads;
      const next = parts[at + 1];
      if (next === undefined ? end !== text.length : next.kind === 'literal' && !text.startsWith(next.text, end)) continue;
      const value = text.slice(from, end);
      if (!fitsPlaceholder(family, part.name, value)) continue;
      values.set(part.name, value);
      leads = walk(at + 1, end) || leads;
      values.delete(part.name);
    }
    if (!leads) dead.add(state);
    return leads;
  };
  walk(0, 0);
  return found;
}

/** A key has at most 1,024 bytes; whatever is longer is not read to the end. */
const MOST_STEPS = 1_000_000;

/** Where a value that begins at a place can end, the longest first. */
function endsOf(text: string, from: number, placeholder: string, family: PlaceholderOwner, withSlashes: boolean): readonly number[] {
  const values = valuesOf(family, placeholder);
  if (values.kind === 'words') return [...new Set(values.words)].filter((word) => text.startsWith(word, from)).map((word) => from + word.length).sort((a, b) => b - a);
  const ends: number[] = [];
  let count = 0;
  for (let at = from; at < text.length && count < values.max; ) {
    const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
    if (values.chars === undefined ? character === '/' && !withSlashes : !values.chars.includes(character)) break;
    at += character.length;
    count += 1;
    if (count >= values.min) ends.push(at);
  }
  return ends.reverse();
}
