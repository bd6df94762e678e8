import type { KeyPart } from '../model/entity.ts';
import { stepsOf, type KeyFamily } from '../model/match-key.ts';
import { holdsSlash, valuesOf, type PlaceholderValues } from '../model/placeholder-values.ts';

/**
 * Every two of some families whose keys touch: both can make one key, or a key of the one can begin those of the other. Free text in a key is taken to hold no slash.
 * A placeholder that is named twice counts as two, and very many words as their letters: where that matters, the answer is rather yes than no.
 */
export function touchingKeys<Family extends KeyFamily>(families: readonly Family[]): readonly TouchingKeys<Family>[] {
  const outlined = families.map((family) => ({ family, outline: outlineOf(family) }));
  return outlined.flatMap((first, at) =>
    outlined.slice(at + 1).flatMap((second) => {
      if (neverMeet(first.outline, second.outline)) return [];
      const comparison = compareKeys(first.family, second.family);
      return comparison.same || comparison.firstBegins || comparison.secondBegins ? [{ first: first.family, second: second.family, ...comparison }] : [];
    }),
  );
}

export interface TouchingKeys<Family extends KeyFamily> extends KeyComparison {
  readonly first: Family;
  readonly second: Family;
}

/** How the keys of two templates lie to each other. */
interface KeyComparison {
  /** One key can be made by both. */
  readonly same: boolean;
  /** A key of the first can be the beginning of a longer key of the second. */
  readonly firstBegins: boolean;
  /** The other way round. */
  readonly secondBegins: boolean;
}

function compareKeys(first: KeyFamily, second: KeyFamily): KeyComparison {
  const found = { same: false, firstBegins: false, secondBegins: false };
  for (const a of atomsOf(first)) for (const b of atomsOf(second)) walk(a, b, found);
  return found;
}

/** So many characters of a kind; a literal is one for each of its characters. `chars` absent: any but a slash. */
interface Atom {
  readonly chars?: string;
  readonly min: number;
  readonly max: number;
}

/** More ways than this to choose words are taken together. */
const MOST_CHOICES = 64;

/** The ways to write a template as a row of atoms: one for each choice of words. */
function atomsOf(family: KeyFamily): readonly (readonly Atom[])[] {
  let rows: readonly (readonly Atom[])[] = [[]];
  for (const part of family.key.parts) {
    const ways = waysOf(part, family);
    const choices = rows.length * ways.length > MOST_CHOICES ? [[together(ways)]] : ways;
    rows = rows.flatMap((row) => choices.map((way) => [...row, ...way]));
  }
  return rows;
}

function waysOf(part: KeyPart, family: KeyFamily): readonly (readonly Atom[])[] {
  if (part.kind === 'literal') return [lettersOf(part.text)];
  const values = valuesOf(family, part.name);
  if (values.kind === 'words') return values.words.map(lettersOf);
  const { min, max } = values;
  return [[{ ...(values.chars !== undefined ? { chars: values.chars } : {}), min, max }]];
}

function lettersOf(text: string): readonly Atom[] {
  return [...text].map((chars) => ({ chars, min: 1, max: 1 }));
}

function together(ways: readonly (readonly Atom[])[]): Atom {
  const lengths = ways.map((way) => way.length);
  return { chars: ways.flatMap((way) => way.map((atom) => atom.chars ?? '')).join(''), min: Math.min(...lengths), max: Math.max(...lengths) };
}

/** Reads both rows at once, character by character, through every state that some key leads to. */
function walk(a: readonly Atom[], b: readonly Atom[], found: { same: boolean; firstBegins: boolean; secondBegins: boolean }): void {
  const seen = new Set<string>();
  const open: (readonly [i: number, used: number, j: number, used: number])[] = [[0, 0, 0, 0]];
  for (let state = open.pop(); state !== undefined; state = open.pop()) {
    const mark = state.join();
    if (seen.has(mark)) continue;
    seen.add(mark);
    const [i, usedA, j, usedB] = state;
    const here = a[i];
    const there = b[j];
    if (here !== undefined && usedA >= here.min) open.push([i + 1, 0, j, usedB]);
    if (there !== undefined && usedB >= there.min) open.push([i, usedA, j + 1, 0]);
    if (here === undefined && there === undefined) found.same = true;
    else if (here === undefined) found.firstBegins ||= j < b.length && needsMore(b, j, usedB);
    else if (there === undefined) found.secondBegins ||= needsMore(a, i, usedA);
    else if (usedA < here.max && usedB < there.max && share(here, there)) open.push([i, Math.min(usedA + 1, ceiling(here)), j, Math.min(usedB + 1, ceiling(there))]);
  }
}

/** Can at least one more character be read? */
function needsMore(row: readonly Atom[], at: number, used: number): boolean {
  const atom = row[at];
  return (atom !== undefined && used < atom.max) || row.slice(at + 1).some((each) => each.max > 0);
}

/** Beyond its minimum an atom without an end has no memory. */
function ceiling({ min, max }: Atom): number {
  return max === Infinity ? min : max;
}

function share(a: Atom, b: Atom): boolean {
  if (a.chars === undefined || b.chars === undefined) return a.chars === b.chars || /[^/]/.test(a.chars ?? b.chars ?? '');
  return a.chars.length <= b.chars.length ? includesOne(b.chars, a.chars) : includesOne(a.chars, b.chars);
}

function includesOne(text: string, chars: string): boolean {
  for (const char of chars) if (text.includes(char)) return true;
  return false;
}

/** What a look at the steps of a template shows. */
interface Outline {
  /** Of each step its text, where it is written out. */
  readonly words: readonly (string | undefined)[];
  /** Values may add steps. */
  readonly holdsSlash: boolean;
}

function outlineOf(family: KeyFamily): Outline {
  const words = stepsOf(family.key.parts).map((step) => (step.every((part) => part.kind === 'literal') ? step.map((part) => (part.kind === 'literal' ? part.text : '')).join('') : undefined));
  // Free text is taken to hold none.
  const isOpen = (values: PlaceholderValues) => (values.kind === 'words' ? holdsSlash(values) : values.chars !== undefined && holdsSlash(values));
  return { words, holdsSlash: family.fields.some(({ path }) => isOpen(valuesOf(family, path))) };
}

/** Most templates of a bucket differ in a step that both write out. */
function neverMeet({ words: a, holdsSlash: aIsOpen }: Outline, { words: b, holdsSlash: bIsOpen }: Outline): boolean {
  if (aIsOpen || bIsOpen) return false;
  const last = Math.min(a.length, b.length) - 1;
  for (let at = 0; at <= last; at += 1) {
    const [one, other] = [a[at], b[at]];
    if (one === undefined || other === undefined || one === other) continue;
    // In its last step a key may go on where the other one ends.
    if (at < last || !((at === a.length - 1 && other.startsWith(one)) || (at === b.length - 1 && one.startsWith(other)))) return true;
  }
  return false;
}
