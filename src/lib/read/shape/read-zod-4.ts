import * as z from 'zod-own';
import type * as core from 'zod-own/v4/core';
import { metadataOf, saidOfZod4 } from '../../dsl/field-meta.ts';
import { readFieldMeta } from '../options/field-meta.ts';
import { jsonValue } from './json-value.ts';
import { ASIDE, DISCRIMINATOR, FORMAT, INNER, KIND, META, type JsonShape } from './json-shape.ts';
import { commonShape, literalShape, plainShape, recordOf, unsupported } from './shape-parts.ts';
import { readDefault, shapeOfDefault, withProblem } from './read-default.ts';
import type { MayBeUndefined } from './is-optional.ts';
import type { Reader } from './read-shape.ts';

/** The shape of a schema of Zod 4, with what its metadata and the words say. */
export function readZod4(schema: core.$ZodTypes, read: Reader): JsonShape {
  const shape = shapeOf(schema, read);
  const words = saidOfZod4(schema);
  const said: JsonShape = words === undefined ? {} : { [META]: readFieldMeta(words) };
  return withProblem({ ...shape, ...annotations(metadataOf(schema)), ...said }, shape[META]?.problems);
}

/** The schemas of which one that is `undefined` makes the whole so, or `every` one has to be. */
export function undefinedThroughZod4(schema: core.$ZodTypes): MayBeUndefined {
  const { def, optout } = schema._zod;
  switch (def.type) {
    case 'optional':
    case 'undefined':
      return true;
    case 'literal':
      return def.values.includes(undefined);
    case 'nullable':
    case 'readonly':
    case 'catch':
      return { some: [def.innerType] };
    case 'lazy':
      return { some: [def.getter()] };
    case 'pipe':
      return { some: [def.out] };
    case 'union':
      return { some: def.options };
    case 'intersection':
      return { every: [def.left, def.right].filter((each) => !isAnything(each)) };
    default:
      return optout === 'optional';
  }
}

function isAnything(schema: core.$ZodType): boolean {
  return ['any', 'unknown'].includes(schema._zod.def.type);
}

function shapeOf(schema: core.$ZodTypes, read: Reader): JsonShape {
  const def = schema._zod.def;
  switch (def.type) {
    case 'object': {
      const names = Object.keys(def.shape);
      const required = names.filter((name) => !read.isOptional(def.shape[name]));
      const others = def.catchall === undefined || def.catchall._zod.def.type === 'never' ? false : read(def.catchall);
      const properties = Object.fromEntries(names.map((name) => [name, read(def.shape[name])]));
      return { type: 'object', properties, ...(required.length > 0 ? { required } : {}), additionalProperties: others };
    }
    case 'array':
      return { ...itemBounds(def), type: 'array', items: read(def.element) };
    case 'tuple': {
      const needed = def.items.findLastIndex((item) => !read.isOptional(item)) + 1;
      const most = def.rest === null ? { maxItems: def.items.length } : {};
      return {
        type: 'array', prefixItems: def.items.map(read), items: def.rest === null ? false : read(def.rest), ...(needed > 0 ? { minItems: needed } : {}), ...most, ...itemBounds(def),
      };
    }
    case 'record': {
      const keys = [...((def.keyType as core.$ZodType)._zod.values ?? [])].filter((key) => typeof key === 'string' || typeof key === 'number').map(String);
      const isPartial = (def as { readonly partial?: boolean }).partial === true;
      return recordOf({ key: def.keyType, value: def.valueType, keys, isPartial: isPartial || read.isOptional(def.valueType), isLoose: def.mode === 'loose' }, read);
    }
    case 'union': {
      const { inclusive = true, discriminator } = def as { readonly inclusive?: boolean; readonly discriminator?: string };
      const options = def.options.map(read);
      return inclusive ? { anyOf: options } : { oneOf: options, ...(discriminator !== undefined ? { [DISCRIMINATOR]: discriminator } : {}) };
    }
    case 'default':
      return shapeOfDefault(read(def.innerType), readDefault(() => def.defaultValue));
    case 'prefault':
      // It is parsed before it is stored: only what no parsing changes is known here.
      return isKept(def.innerType) ? shapeOfDefault(read(def.innerType), readDefault(() => def.defaultValue)) : { [INNER]: read(def.innerType) };
    case 'pipe':
      return { [INNER]: read(def.out), [ASIDE]: [read(def.in)] };
    case 'promise':
      return unsupported(def.type, [read(def.innerType)]);
    case 'custom':
      return instanceOf(classOf(schema)) ?? unsupported('custom');
    case 'template_literal': {
      const parts = def.parts.filter((part) => typeof part === 'object' && part !== null).map(read);
      return { ...keywordsOf(schema), type: 'string', ...(parts.length > 0 ? { [ASIDE]: parts, [FORMAT]: 'template' } : {}) };
    }
    case 'enum':
      return literalShape([...valuesOfEnum(def.entries)]);
    case 'literal':
      return literalShape(def.values);
    case 'string':
      return textOf(keywordsOf(schema), def);
    case 'number': {
      const keywords = keywordsOf(schema);
      return { ...keywords, type: keywords['type'] === 'integer' ? 'integer' : 'number', ...sizeOf(def) };
    }
    case 'bigint':
      return { ...plainShape('bigint'), ...sizeOf(def) };
    case 'file':
      return { ...keywordsOf(schema), type: 'string', [KIND]: 'binary' };
    default:
      return commonShape(def.type, def, read) ?? plainShape(def.type);
  }
}

/** Zod's own words for what its checks ask of a value that holds no other. */
function keywordsOf(schema: core.$ZodTypes): JsonShape {
  try {
    const { $schema: _dialect, ...keywords } = z.toJSONSchema(schema, { unrepresentable: 'any', metadata: z.registry() });
    return keywords;
  } catch {
    return {};
  }
}

/**
 * Of the forms that a text has to have, the first one: each check of a part of it, `.endsWith('x')`, counts as a form for Zod too, and Zod's last one counts.
 */
function textOf({ format: _last, ...keywords }: JsonShape, def: core.$ZodStringDef): JsonShape {
  const formats = [def, ...(def.checks ?? []).map((check) => check._zod.def)] as readonly TextForm[];
  const form = formats.find(({ format }) => format !== undefined && !PARTS.has(format));
  // Of these JSON Schema asks more than Zod does.
  const isLax = form?.format === 'time' || form?.local === true || form?.precision === -1;
  const format = form === undefined || isLax ? {} : { format: NAMES[form.format as string] ?? form.format };
  return { type: 'string', ...format, ...keywords, ...(form?.format === 'time' ? { [FORMAT]: 'time' } : {}) };
}

interface TextForm {
  readonly format?: string;
  /** Of a date with time: may it lack the offset? */
  readonly local?: boolean;
  /** Digits of the seconds; -1: it has none. */
  readonly precision?: number | null;
}

const PARTS: ReadonlySet<string> = new Set(['regex', 'starts_with', 'ends_with', 'includes', 'lowercase', 'uppercase']);

/** Where JSON Schema has another word for it. */
const NAMES: Readonly<Record<string, string>> = { guid: 'uuid', url: 'uri', datetime: 'date-time', json_string: 'json-string' };

/** The size of a number that has a type of its own in some store, while JSON Schema has none for it. */
function sizeOf(def: { readonly format?: string; readonly checks?: readonly core.$ZodCheck[] | undefined }): JsonShape {
  const formats = [def.format, ...(def.checks ?? []).map((check) => (check._zod.def as { readonly format?: string }).format)];
  const format = formats.find((each) => each !== undefined && SIZED.has(each));
  return format === undefined ? {} : { [FORMAT]: format };
}

const SIZED: ReadonlySet<string> = new Set(['float32', 'uint32', 'uint64']);

function itemBounds(def: { readonly checks?: readonly core.$ZodCheck[] | undefined }): JsonShape {
  const bounds: Record<string, number> = {};
  for (const check of def.checks ?? []) {
    const { check: kind, minimum, maximum, length } = check._zod.def as { readonly check: string; readonly minimum?: number; readonly maximum?: number; readonly length?: number };
    if (kind === 'min_length' && minimum !== undefined) bounds['minItems'] = Math.max(minimum, bounds['minItems'] ?? 0);
    if (kind === 'max_length' && maximum !== undefined) bounds['maxItems'] = Math.min(maximum, bounds['maxItems'] ?? Infinity);
    if (kind === 'length_equals' && length !== undefined) Object.assign(bounds, { minItems: length, maxItems: length });
  }
  return bounds;
}

/** An enum of TypeScript names each of its numbers twice. */
function valuesOfEnum(entries: Readonly<Record<string, string | number>>): ReadonlySet<string | number> {
  const numbers = new Set(Object.values(entries).filter((value) => typeof value === 'number'));
  return new Set(Object.entries(entries).flatMap(([key, value]) => (numbers.has(Number(key)) ? [] : [value])));
}

/** Kept where the schema was made; a copy knows what it was copied from. */
function classOf(schema: core.$ZodType): unknown {
  for (let at: core.$ZodType | undefined = schema; at !== undefined; at = at._zod.parent) {
    const made = (at._zod.bag as { readonly Class?: unknown }).Class;
    if (made !== undefined) return made;
  }
  return undefined;
}

/** `z.instanceof(Date)` */
function instanceOf(made: unknown): JsonShape | undefined {
  if (made === Date) return plainShape('date');
  return typeof made === 'function' && (made === ArrayBuffer || made === Uint8Array || made.prototype instanceof Uint8Array) ? { type: 'string', [KIND]: 'binary' } : undefined;
}

/** Does parsing leave a value as it is? */
function isKept(schema: core.$ZodType): boolean {
  const { type, checks = [] } = (schema as core.$ZodTypes)._zod.def;
  return ['string', 'number', 'bigint', 'boolean', 'date', 'enum', 'literal'].includes(type) && !checks.some((check) => check._zod.def.check === 'overwrite');
}

/** What metadata says beside the structure, as far as it is JSON. */
function annotations(meta: Readonly<Record<string, unknown>>): JsonShape {
  const said = Object.entries(meta).filter(([key]) => !STRUCTURE.has(key) && !key.startsWith('polyref'));
  return Object.fromEntries(said.flatMap(([key, value]) => { const json = jsonValue(value); return json === undefined ? [] : [[key, json]]; }));
}

const STRUCTURE: ReadonlySet<string> = new Set([
  'id', 'type', 'enum', 'const', 'required', '$ref', '$defs', 'definitions', 'properties', 'patternProperties', 'additionalProperties', 'propertyNames', 'unevaluatedProperties', 'items', 'prefixItems', 'contains', 'anyOf', 'oneOf', 'allOf',
  'not', 'if', 'then', 'else',
]);
