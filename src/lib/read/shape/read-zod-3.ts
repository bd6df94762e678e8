import type { ZodTypeAny } from 'zod-own/v3';
import { zodToJsonSchema } from 'zod-to-json-schema';
import { readFieldMeta } from '../options/field-meta.ts';
import { ASIDE, DISCRIMINATOR, INNER, META, type JsonShape } from './json-shape.ts';
import { readDefault, shapeOfDefault, withProblem } from './read-default.ts';
import type { MayBeUndefined } from './is-optional.ts';
import type { Reader } from './read-shape.ts';
import { commonShape, literalShape, plainShape, recordOf, unsupported } from './shape-parts.ts';
import { zodVersion } from '../../dsl/zod-version.ts';

/** The shape of a schema of Zod 3. */
export function readZod3(schema: ZodTypeAny, read: Reader): JsonShape {
  const def = schema._def as unknown as Def;
  const shape = shapeOf(schema, def, read);
  const said: JsonShape = def.polyref === undefined ? {} : { [META]: readFieldMeta(def.polyref) };
  return withProblem({ ...shape, ...(typeof def.description === 'string' ? { description: def.description } : {}), ...said }, shape[META]?.problems);
}

interface Def {
  readonly typeName: string;
  readonly description?: string;
  /** What the words say of it. */
  readonly polyref?: unknown;
  /** What a wrapper is about; also of an array or a promise (`type`) and of an effect (`schema`). */
  readonly innerType?: unknown;
  readonly type?: unknown;
  readonly schema?: unknown;
  readonly in?: unknown;
  readonly out?: unknown;
  readonly left?: unknown;
  readonly right?: unknown;
  readonly keyType?: unknown;
  readonly valueType?: unknown;
  readonly rest?: unknown;
  readonly items?: readonly unknown[];
  readonly options?: readonly unknown[];
  readonly discriminator?: string;
  readonly effect?: { readonly type: string };
  readonly defaultValue?: () => unknown;
  readonly getter?: () => unknown;
  readonly shape?: () => Readonly<Record<string, unknown>>;
  readonly unknownKeys?: string;
  readonly catchall?: unknown;
  readonly value?: unknown;
  readonly values?: readonly string[] | Readonly<Record<string, string | number>>;
  readonly minLength?: Bound;
  readonly maxLength?: Bound;
  readonly exactLength?: Bound;
}

type Bound = { readonly value: number } | null;

function shapeOf(schema: ZodTypeAny, def: Def, read: Reader): JsonShape {
  switch (def.typeName) {
    case 'ZodObject': {
      const shape = def.shape?.() ?? {};
      const required = Object.keys(shape).filter((name) => !read.isOptional(shape[name]));
      const properties = Object.fromEntries(Object.entries(shape).map(([name, each]) => [name, read(each)]));
      return { type: 'object', properties, ...(required.length > 0 ? { required } : {}), additionalProperties: othersOf(def, read) };
    }
    case 'ZodArray':
      return { ...bounds(def), type: 'array', items: read(def.type) };
    case 'ZodTuple': {
      const items = def.items ?? [];
      const isOpen = zodVersion(def.rest) !== undefined;
      return { type: 'array', prefixItems: items.map(read), items: isOpen ? read(def.rest) : false, ...(items.length > 0 ? { minItems: items.length } : {}), ...(isOpen ? {} : { maxItems: items.length }) };
    }
    case 'ZodRecord':
      // Zod 3 asks for none of the keys that it names.
      return recordOf({ key: def.keyType, value: def.valueType, keys: keysOf(def.keyType), isPartial: true, isLoose: false }, read);
    case 'ZodUnion':
      return { anyOf: (def.options ?? []).map(read) };
    case 'ZodDiscriminatedUnion':
      return { oneOf: (def.options ?? []).map(read), ...(def.discriminator !== undefined ? { [DISCRIMINATOR]: def.discriminator } : {}) };
    case 'ZodBranded':
      return { [INNER]: read(def.type) };
    case 'ZodDefault':
      return shapeOfDefault(read(def.innerType), readDefault(() => def.defaultValue?.()));
    case 'ZodPipeline':
      return { [INNER]: read(def.out), [ASIDE]: [read(def.in)] };
    case 'ZodEffects':
      return def.effect?.type === 'transform' ? unsupported('transform', [read(def.schema)]) : { [INNER]: read(def.schema) };
    case 'ZodPromise':
      return unsupported('promise', [read(def.type)]);
    case 'ZodLiteral':
      return literalShape([def.value]);
    case 'ZodEnum':
    case 'ZodNativeEnum':
      return literalShape(valuesOf(def));
    case 'ZodString':
      return { ...keywordsOf(schema), type: 'string' };
    case 'ZodNumber': {
      const keywords = keywordsOf(schema);
      return { ...keywords, type: keywords['type'] === 'integer' ? 'integer' : 'number' };
    }
    default: {
      const type = def.typeName.slice('Zod'.length).toLowerCase();
      return commonShape(type, def, read) ?? plainShape(type);
    }
  }
}

/** The schemas of which one that is `undefined` makes the whole so, or `every` one has to be. */
export function undefinedThroughZod3(schema: ZodTypeAny): MayBeUndefined {
  const def = schema._def as unknown as Def;
  switch (def.typeName) {
    case 'ZodOptional':
    case 'ZodUndefined':
      return true;
    case 'ZodLiteral':
      return def.value === undefined;
    case 'ZodNullable':
    case 'ZodReadonly':
    case 'ZodCatch':
      return { some: [def.innerType] };
    case 'ZodBranded':
      return { some: [def.type] };
    case 'ZodLazy':
      return { some: [def.getter?.()] };
    case 'ZodEffects':
      return { some: [def.schema] };
    case 'ZodPipeline':
      return { some: [def.out] };
    case 'ZodUnion':
    case 'ZodDiscriminatedUnion':
      return { some: def.options ?? [] };
    case 'ZodIntersection':
      return { every: [def.left, def.right] };
    default:
      return false;
  }
}

function othersOf({ catchall, unknownKeys }: Def, read: Reader): JsonShape | false {
  const type = zodVersion(catchall) === 3 ? (catchall as { readonly _def: Def })._def.typeName : undefined;
  if (type !== undefined && type !== 'ZodNever') return read(catchall);
  return zodVersion(catchall) === 4 ? read(catchall) : unknownKeys === 'passthrough' ? {} : false;
}

function bounds({ minLength, maxLength, exactLength }: Def): JsonShape {
  const [least, most] = [exactLength ?? minLength, exactLength ?? maxLength];
  return { ...(least ? { minItems: least.value } : {}), ...(most ? { maxItems: most.value } : {}) };
}

/** The keys that a type of keys names: an enum, a literal, a union of these. */
function keysOf(key: unknown): readonly string[] {
  if (zodVersion(key) !== 3) return [];
  const def = (key as { readonly _def: Def })._def;
  switch (def.typeName) {
    case 'ZodEnum':
    case 'ZodNativeEnum':
      return valuesOf(def).map(String);
    case 'ZodLiteral':
      return typeof def.value === 'string' || typeof def.value === 'number' ? [String(def.value)] : [];
    case 'ZodBranded':
      return keysOf(def.type);
    case 'ZodEffects':
      return def.effect?.type === 'refinement' ? keysOf(def.schema) : [];
    case 'ZodUnion': {
      const each = (def.options ?? []).map(keysOf);
      return each.some((keys) => keys.length === 0) ? [] : [...new Set(each.flat())];
    }
    default:
      return [];
  }
}

/** An enum of TypeScript names each of its numbers twice. */
function valuesOf({ values = [] }: Def): readonly (string | number)[] {
  if (Array.isArray(values)) return values as readonly string[];
  const entries = Object.entries(values as Readonly<Record<string, string | number>>);
  return [...new Set(entries.filter(([key]) => typeof (values as Readonly<Record<string, unknown>>)[(values as Readonly<Record<string, string | number>>)[key] as string] !== 'number').map(([, value]) => value))];
}

/** The words of JSON Schema for what its checks ask of a value that holds no other. */
function keywordsOf(schema: ZodTypeAny): JsonShape {
  try {
    const { $schema: _dialect, ...keywords } = zodToJsonSchema(schema, { target: 'jsonSchema2019-09' }) as JsonShape;
    return keywords;
  } catch {
    return {};
  }
}
