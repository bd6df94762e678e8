import { isDeepStrictEqual } from 'node:util';
import { codeSpan } from '../../model/code-span.ts';
import type { Entity } from '../../model/entity.ts';
import type { EntityPair } from './change-context.ts';
import { defineFamily, type ChangeDraft } from './change-family.ts';
import { newPath } from './find-renames.ts';
import { recordsOf, refusesMisfits } from './words.ts';

type Kind = 'field-limits-widened' | 'field-limits-narrowed';

/** What validation demands of a value beyond its type: lengths, bounds, patterns, formats. */
export const fieldLimitChanges = defineFamily<Kind>({
  title: 'Limits of fields',
  kinds: {
    'field-limits-widened': 'Validation lets pass more than it did.',
    'field-limits-narrowed': 'Validation lets pass less than it did, or something else.',
  },
  *find({ pairs, renames }) {
    for (const pair of pairs) {
      if (pair.base.kind !== pair.head.kind || isDeepStrictEqual(pair.base.jsonSchema, pair.head.jsonSchema)) continue;
      const before = [...renames.entities].find(([, now]) => now === pair.head.address)?.[0] ?? pair.head.address;
      yield* limitsChanged(pair, renames.fields.get(before) ?? new Map());
    }
  },
});

function* limitsChanged(pair: EntityPair, renamed: ReadonlyMap<string, string>): Iterable<ChangeDraft<Kind>> {
  const base = new Map([...limitsOf(pair.base.jsonSchema)].map(([path, limits]) => [newPath(path, renamed), limits]));
  const head = limitsOf(pair.head.jsonSchema);
  for (const { base: old, head: field } of pair.fields) {
    // The limits of a column of another type are another type's.
    if (old.type !== field.type) continue;
    const own = [field.path, `${field.path}[]`, `${field.path}{}`].filter((path) => path === field.path || !pair.head.fields.some((other) => other.path === path));
    const differences = own.flatMap((path) => differencesOf(base.get(path) ?? {}, head.get(path) ?? {}));
    if (differences.length === 0) continue;
    yield limitChange(pair.head, field, differences);
  }
}

function limitChange(entity: Entity, field: Entity['fields'][number], differences: readonly Difference[]): ChangeDraft<Kind> {
  const isNarrower = differences.some((difference) => difference.isNarrower);
  const words = differences.map(({ limit, before, after }) => {
    const now = after === undefined ? '' : `is ${codeSpan(after)}`;
    return `${codeSpan(limit)} ${before === undefined ? now : after === undefined ? `is no longer ${codeSpan(before)}` : `${now} instead of ${codeSpan(before)}`}`;
  });
  return {
    kind: isNarrower ? 'field-limits-narrowed' : 'field-limits-widened',
    level: isNarrower ? 'dangerous' : 'safe',
    entity: entity.address,
    field: field.path,
    message: `${codeSpan(`${entity.address}.${field.path}`)} has ${isNarrower ? 'narrower' : 'wider'} limits: ${words.join(', ')}.`,
    effect: isNarrower ? `Existing values outside of them ${refusesMisfits(entity) && entity.kind === 'collection' ? `make MongoDB refuse their ${recordsOf(entity)} when these are next written` : 'fail the validation of whoever reads them'}.` : 'Every existing value still fits.',
    todo: isNarrower ? 'Look for values that do not fit, and mend them first.' : '',
    location: field.location,
  };
}

interface Difference {
  readonly limit: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
  readonly isNarrower: boolean;
}

type Limits = Readonly<Record<string, readonly unknown[]>>;

function differencesOf(base: Limits, head: Limits): readonly Difference[] {
  return [...new Set([...Object.keys(base), ...Object.keys(head)])].flatMap((limit): readonly Difference[] => {
    const [before, after] = [base[limit], head[limit]];
    if (isDeepStrictEqual(before, after)) return [];
    return [{ limit, before: textOf(before), after: textOf(after), isNarrower: isNarrower(limit, before, after) }];
  });
}

/** A limit that went is wider, one that came is narrower; of two numbers it depends on the side that they are on. */
function isNarrower(limit: string, before: readonly unknown[] | undefined, after: readonly unknown[] | undefined): boolean {
  if (after === undefined) return false;
  const [a, b] = [before?.[0], after[0]];
  if (before?.length !== 1 || after.length !== 1 || typeof a !== 'number' || typeof b !== 'number') return true;
  return /^min|^exclusiveMin/.test(limit) ? b > a : /^max|^exclusiveMax/.test(limit) ? b < a : true;
}

function textOf(values: readonly unknown[] | undefined): string | undefined {
  return values?.map((value) => (typeof value === 'string' ? value : JSON.stringify(value))).join(' or ');
}

const LIMITS: ReadonlySet<string> = new Set([
  'minLength', 'maxLength', 'minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf', 'pattern', 'format', 'minItems', 'maxItems', 'uniqueItems', 'minProperties', 'maxProperties',
]);

/** Path → limit → its values, one for each variant that has it. */
function limitsOf(schema: Readonly<Record<string, unknown>>): ReadonlyMap<string, Limits> {
  const found = new Map<string, Record<string, unknown[]>>();
  visit(schema, '', found);
  return found;
}

function visit(value: unknown, path: string, found: Map<string, Record<string, unknown[]>>): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    if (LIMITS.has(key)) {
      const limits = found.get(path) ?? {};
      limits[key] = [...(limits[key] ?? []), inner];
      found.set(path, limits);
    } else if (key === 'properties') for (const [name, shape] of Object.entries(inner as object)) visit(shape, path === '' ? name : `${path}.${name}`, found);
    else if (key === 'items') visit(inner, `${path}[]`, found);
    else if (key === 'additionalProperties') visit(inner, `${path}{}`, found);
    else if (key === 'prefixItems') for (const shape of inner as readonly unknown[]) visit(shape, `${path}[]`, found);
    else if (key === 'patternProperties') for (const shape of Object.values(inner as object)) visit(shape, `${path}{}`, found);
    else if (key === 'anyOf' || key === 'oneOf' || key === 'allOf') for (const shape of inner as readonly unknown[]) visit(shape, path, found);
  }
}
