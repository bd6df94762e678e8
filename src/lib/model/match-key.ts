import type { KeyPart, ObjectFamily } from './entity.ts';
import { readingsOf, type KeyReading } from './key-readings.ts';
import { parameterSchema, type PlaceholderOwner } from './placeholder-values.ts';

/** What there is to know of a family to find its keys; small and pure, because it runs in the browser too. */
export type KeyFamily = Pick<ObjectFamily, 'address' | 'key' | 'tenancy'> & PlaceholderOwner;

/** A family whose template makes a key. */
export interface KeyMatch {
  /** Its address. */
  readonly family: string;
  readonly values: KeyReading;
  /** Further ways to read the key by the same template; absent where there is one way alone. */
  readonly alsoReadAs?: readonly KeyReading[];
  /** The value of the placeholder that names the tenant, where one does. */
  readonly tenant?: string;
}

/** A family that comes nearest to a key that none makes. */
export interface NearMatch {
  readonly family: string;
  readonly template: string;
  readonly why: Misfit;
}

export type Misfit =
  /** The first step of the key that does not fit, and what would stand there. */
  | { readonly kind: 'step'; readonly step: string; readonly expected: string }
  /** A placeholder would have a value that it cannot have. */
  | { readonly kind: 'value'; readonly placeholder: string; readonly value: string }
  /** A placeholder that is named twice would have two values. */
  | { readonly kind: 'differs'; readonly placeholder: string; readonly values: readonly [string, string] }
  /** How many steps the key has, and the template. */
  | { readonly kind: 'steps'; readonly found: number; readonly expected: number };

/** The others that are told beside the first. */
const MOST_OTHER_READINGS = 4;

/**
 * The families that can have made a key. A family that needs no slash inside of a value stands before one that does; of these, the one with more
 * literal text first.
 */
export function matchKey(key: string, families: readonly KeyFamily[]): readonly KeyMatch[] {
  const found = families.flatMap((family) => {
    const strict = readingsIn(key, family, false);
    const [values, ...others] = strict.length > 0 ? strict : readingsIn(key, family, true);
    if (values === undefined) return [];
    return [{ family, values, others, rank: (strict.length === 0 ? 0 : 1_000_000) + literalLength(family.key.parts) }];
  });
  return found.sort((a, b) => b.rank - a.rank).map(({ family, values, others }) => ({ family: family.address, values, ...(others.length === 0 ? {} : { alsoReadAs: others }), ...tenantOf(family, values) }));
}

function readingsIn(key: string, family: KeyFamily, withSlashes: boolean): readonly KeyReading[] {
  return readingsOf(key, family.key.parts, family, { withSlashes, most: MOST_OTHER_READINGS + 1 });
}

/** The family that most steps of a key fit, the first of them where several do; undefined where none fits at all. */
export function nearestFamily(key: string, families: readonly KeyFamily[]): NearMatch | undefined {
  const steps = key.split('/');
  const scored = families.flatMap((family): readonly (NearMatch & { readonly score: number })[] => {
    const { address, key: { template, parts } } = family;
    const differs = differingIn(key, family);
    const wanted = stepsOf(parts);
    if (differs !== undefined) return [{ family: address, template, why: differs, score: wanted.length }];
    const fits = wanted.map((part, at) => steps[at] !== undefined && readsStep(steps[at], part, family));
    const score = fits.filter(Boolean).length - Math.abs(wanted.length - steps.length) / 2;
    const misfit = fits.findIndex((fit, at) => !fit && at < steps.length);
    if (score > 0) return [{ family: address, template, score, why: misfit < 0 ? { kind: 'steps', found: steps.length, expected: wanted.length } : misfitOf(steps[misfit] ?? '', wanted[misfit] ?? [], family) }];
    // Where there is one step alone it may still be only a value that is wrong.
    const value = wanted.length === steps.length && wanted.length === 1 ? misfitOf(steps[0] ?? '', wanted[0] ?? [], family) : undefined;
    return value?.kind === 'value' ? [{ family: address, template, why: value, score: 0 }] : [];
  });
  const best = scored.sort((a, b) => b.score - a.score)[0];
  return best === undefined ? undefined : { family: best.family, template: best.template, why: best.why };
}

function readsStep(step: string, parts: readonly KeyPart[], family: KeyFamily): boolean {
  return readingsOf(step, parts, family, { withSlashes: false, most: 1 }).length > 0;
}

/** Why a step does not fit: one of its values, or the whole of it. */
function misfitOf(step: string, parts: readonly KeyPart[], family: KeyFamily): Misfit {
  const expected = parts.map((part) => (part.kind === 'literal' ? part.text : `{${part.name}}`)).join('');
  const [loose] = readingsOf(step, parts, { fields: [] }, { withSlashes: false, most: 1 });
  const wrong = loose?.find(({ placeholder, value }) => !readsStep(value, [{ kind: 'placeholder', name: placeholder }], family));
  // Of text alone there is nothing more to say than that it does not fit.
  return wrong === undefined || parts.length === 1 || loose?.length !== 1 ? { kind: 'step', step, expected } : { kind: 'value', placeholder: wrong.placeholder, value: wrong.value };
}

/** A placeholder that is named twice and would have two values, where nothing else keeps the family from making the key. */
function differingIn(key: string, family: KeyFamily): Misfit | undefined {
  const names: string[] = [];
  const parts = family.key.parts.map((part): KeyPart => (part.kind === 'literal' ? part : { kind: 'placeholder', name: `${names.push(part.name) - 1}` }));
  if (new Set(names).size === names.length) return undefined;
  const apart: PlaceholderOwner = { fields: names.map((name, at) => ({ type: 'string', ...family.fields.find(({ path }) => path === name), path: String(at) })), jsonSchema: { properties: Object.fromEntries(names.map((name, at) => [String(at), parameterSchema(family, name)])) } };
  const [reading] = [false, true].flatMap((withSlashes) => readingsOf(key, parts, apart, { withSlashes, most: 1 }));
  const values = reading?.map(({ value }) => value) ?? [];
  const second = names.findIndex((name, at) => names.indexOf(name) < at && values[names.indexOf(name)] !== values[at]);
  const first = names.indexOf(names[second] ?? '');
  return reading === undefined || second < 0 ? undefined : { kind: 'differs', placeholder: names[second] ?? '', values: [values[first] ?? '', values[second] ?? ''] };
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

function literalLength(parts: readonly KeyPart[]): number {
  return parts.reduce((sum, part) => sum + (part.kind === 'literal' ? part.text.length : 0), 0);
}

function tenantOf({ tenancy }: KeyFamily, values: KeyMatch['values']): { readonly tenant?: string } {
  const named = tenancy !== undefined && tenancy.kind !== 'shared' ? values.find(({ placeholder }) => placeholder === tenancy.field) : undefined;
  return named === undefined ? {} : { tenant: named.value };
}
