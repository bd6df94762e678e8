import type { KeyPart, ObjectFamily } from './entity.ts';
import { valuesOf, type PlaceholderOwner, type PlaceholderValues } from './placeholder-values.ts';

/** What there is to know of a family to find its keys; small and pure, because it runs in the browser too. */
export type KeyFamily = Pick<ObjectFamily, 'address' | 'key' | 'tenancy'> & PlaceholderOwner;

/** A family whose template makes a key. */
export interface KeyMatch {
  /** Its address. */
  readonly family: string;
  /** Each placeholder once, in the order of the key. */
  readonly values: readonly { readonly placeholder: string; readonly value: string }[];
  /** The value of the placeholder that names the tenant, where one does. */
  readonly tenant?: string;
}

/** A family that comes nearest to a key that none makes. */
export interface NearMatch {
  readonly family: string;
  readonly template: string;
  /** The first step of the key that does not fit, and what would stand there; absent where only the number of steps differs. */
  readonly misfit?: { readonly step: string; readonly expected: string };
}

/**
 * The families that can have made a key. A family that needs no slash inside of a value stands before one that does; of these, the one with more
 * literal text first.
 */
export function matchKey(key: string, families: readonly KeyFamily[]): readonly KeyMatch[] {
  const found = families.flatMap((family) => {
    const strict = valuesIn(key, family, '[^/]');
    const values = strict ?? valuesIn(key, family, '[^]');
    return values === undefined ? [] : [{ family, values, rank: (strict === undefined ? 0 : 1_000_000) + literalLength(family.key.parts) }];
  });
  return found.sort((a, b) => b.rank - a.rank).map(({ family, values }) => ({ family: family.address, values, ...tenantOf(family, values) }));
}

/** The family that most steps of a key fit, the first of them where several do; undefined where none fits at all. */
export function nearestFamily(key: string, families: readonly KeyFamily[]): NearMatch | undefined {
  const steps = key.split('/');
  const scored = families.map((family) => {
    const wanted = stepsOf(family.key.parts);
    const fits = wanted.map((parts, at) => steps[at] !== undefined && patternOf(parts, family, '[^/]').test(steps[at]));
    const misfit = fits.findIndex((fit, at) => !fit && at < steps.length);
    const score = fits.filter(Boolean).length - Math.abs(wanted.length - steps.length) / 2;
    return { family, wanted, misfit, score };
  });
  const best = scored.filter(({ score }) => score > 0).sort((a, b) => b.score - a.score)[0];
  if (best === undefined) return undefined;
  const { family, wanted, misfit } = best;
  const expected = (wanted[misfit] ?? []).map((part) => (part.kind === 'literal' ? part.text : `{${part.name}}`)).join('');
  return { family: family.address, template: family.key.template, ...(misfit < 0 ? {} : { misfit: { step: steps[misfit] ?? '', expected } }) };
}

/** The parts of a key between its slashes. */
export function stepsOf(parts: readonly KeyPart[]): readonly (readonly KeyPart[])[] {
  const steps: KeyPart[][] = [[]];
  for (const part of parts) {
    if (part.kind === 'placeholder') {
      steps.at(-1)?.push(part);
      continue;
    }
    for (const [at, text] of part.text.split('/').entries()) {
      if (at > 0) steps.push([]);
      if (text !== '') steps.at(-1)?.push({ kind: 'literal', text });
    }
  }
  return steps;
}

function valuesIn(key: string, family: KeyFamily, anyCharacter: string): KeyMatch['values'] | undefined {
  const found = patternOf(family.key.parts, family, anyCharacter).exec(key);
  if (found === null) return undefined;
  return namesOf(family.key.parts).map((placeholder, at) => ({ placeholder, value: found[at + 1] ?? '' }));
}

/** Each placeholder is a group, in the order in which it is first named; named again, it must have the same value. */
function patternOf(parts: readonly KeyPart[], family: KeyFamily, anyCharacter: string): RegExp {
  const names = namesOf(parts);
  const seen = new Set<string>();
  const source = parts.map((part) => {
    if (part.kind === 'literal') return literally(part.text);
    const group = names.indexOf(part.name) + 1;
    if (seen.has(part.name)) return `(?:\\${group})`;
    seen.add(part.name);
    return `(${valuePattern(valuesOf(family, part.name), anyCharacter)})`;
  });
  return new RegExp(`^${source.join('')}$`, 'u');
}

function valuePattern(values: PlaceholderValues, anyCharacter: string): string {
  // The longest word first: `tar.gz` before `tar`.
  if (values.kind === 'words') return [...values.words].sort((a, b) => b.length - a.length).map(literally).join('|');
  const character = values.chars === undefined ? anyCharacter : `[${values.chars.replace(/[\]\\^-]/g, '\\$&')}]`;
  return `${character}{${values.min},${values.max === Infinity ? '' : values.max}}`;
}

function literally(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}

function namesOf(parts: readonly KeyPart[]): readonly string[] {
  return [...new Set(parts.flatMap((part) => (part.kind === 'placeholder' ? [part.name] : [])))];
}

function literalLength(parts: readonly KeyPart[]): number {
  return parts.reduce((sum, part) => sum + (part.kind === 'literal' ? part.text.length : 0), 0);
}

function tenantOf({ tenancy }: KeyFamily, values: KeyMatch['values']): { readonly tenant?: string } {
  const named = tenancy !== undefined && tenancy.kind !== 'shared' ? values.find(({ placeholder }) => placeholder === tenancy.field) : undefined;
  return named === undefined ? {} : { tenant: named.value };
}
