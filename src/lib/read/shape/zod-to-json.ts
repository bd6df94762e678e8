import * as z from 'zod';
import type * as core from 'zod/v4/core';
import { z as z3, type ZodTypeAny, type ZodTypeDef } from 'zod/v3';
import { zodToJsonSchema } from 'zod-to-json-schema';
import { readFieldMeta, sqlProblem, type ReadFieldMeta } from '../options/field-meta.ts';
import type { OptionProblem } from '../options/problems.ts';
import { inlineReferences } from './inline-references.ts';
import { COMPUTED_DEFAULT, KIND, META, type JsonShape, type ShapeKind } from './json-shape.ts';
import { zodVersion } from './zod-version.ts';

/**
 * A Zod schema → one JSON Schema. The only place that knows that there are two Zods: each must go through its own converter,
 * because the one for Zod 3 answers a Zod 4 schema with an empty schema and no complaint.
 * @throws what Zod throws on a schema that it cannot walk, such as two schemas with one `id`
 */
export function zodToJson(schema: unknown): JsonShape | undefined {
  switch (zodVersion(schema)) {
    case 4:
      return fromZod4(schema as core.$ZodType);
    case 3:
      return fromZod3(schema as ZodTypeAny);
    case undefined:
      return undefined;
  }
}

/** Several schemas as the properties of one object; `undefined` when one of them is no Zod schema. */
export function zodPropertiesToJson(properties: Readonly<Record<string, unknown>>): JsonShape | undefined {
  const names = Object.keys(properties);
  const ofVersion = (version: 3 | 4) => Object.fromEntries(Object.entries(properties).filter(([, schema]) => zodVersion(schema) === version));
  const [of4, of3] = [ofVersion(4), ofVersion(3)];
  if (Object.keys(of4).length + Object.keys(of3).length < names.length) return undefined;
  const parts: readonly Draft[] = [
    fromZod4(z.object(of4 as Record<string, core.$ZodType>)),
    ...(Object.keys(of3).length > 0 ? [fromZod3(z3.object(of3 as Record<string, ZodTypeAny>))] : []),
  ];
  const converted: Draft = Object.assign({}, ...parts.map((part) => part['properties'] ?? {}));
  const required = new Set(parts.flatMap((part) => (part['required'] ?? []) as readonly string[]));
  return { ...parts[0], properties: Object.fromEntries(names.map((name) => [name, converted[name]])), required: names.filter((name) => required.has(name)) } as JsonShape;
}

type Draft = Record<string, unknown>;

function fromZod4(schema: core.$ZodType): JsonShape {
  const options = {
    unrepresentable: ({ zodSchema }: { zodSchema: core.$ZodTypes }) => stored(zodSchema),
    override: ({ zodSchema, jsonSchema }: { zodSchema: core.$ZodTypes; jsonSchema: core.JSONSchema.BaseSchema }) => amend(zodSchema, jsonSchema as Draft),
  };
  return z.toJSONSchema(schema, options) as JsonShape;
}

/** What stands for a type that JSON does not have. */
function stored(schema: core.$ZodTypes): core.JSONSchema.BaseSchema {
  const def = schema._zod.def;
  switch (def.type) {
    case 'date':
      return { type: 'string', format: 'date-time', [KIND]: 'date' satisfies ShapeKind };
    case 'bigint':
      return { type: 'integer', [KIND]: 'bigint' satisfies ShapeKind };
    case 'map':
      return { type: 'object', additionalProperties: inner(def.valueType) };
    case 'set':
      return { type: 'array', uniqueItems: true, items: inner(def.valueType) };
    case 'undefined':
      return { [KIND]: 'undefined' satisfies ShapeKind };
    case 'literal':
      return { enum: def.values.filter((value) => value !== undefined).map((value) => (typeof value === 'bigint' ? Number(value) : value)) };
    case 'default':
    case 'prefault':
    case 'catch':
    case 'number':
    case 'object':
      return {};
    default:
      return { [KIND]: `unsupported:${def.type}` satisfies ShapeKind };
  }
}

function inner(schema: core.$ZodType): Draft {
  return inlineReferences(fromZod4(schema));
}

function amend(schema: core.$ZodTypes, json: Draft): void {
  if ('polyref' in json) {
    const { meta, shape } = readFieldMeta(json['polyref']);
    delete json['polyref'];
    Object.assign(json, shape === undefined ? {} : inlineReferences(fromZod3(shape)), { [META]: meta });
  }
  leaveOutWhatIsNoJson(json);
  const def = schema._zod.def;
  switch (def.type) {
    case 'default':
      amendDefault(json, () => def.defaultValue);
      return;
    case 'catch':
      // What stands in for a wrong value is not what is stored when none is given.
      delete json['default'];
      return;
    case 'file':
      json[KIND] = 'binary' satisfies ShapeKind;
      return;
    case 'promise':
    case 'never':
    case 'success':
      json[KIND] = `unsupported:${def.type}` satisfies ShapeKind;
      return;
    default:
      return;
  }
}

/** A default made by a function may differ from call to call; its value must not reach the pages, which have to be the same every time. */
function amendDefault(json: Draft, read: () => unknown): void {
  const [first, second] = [read(), read()];
  const problem = sqlProblem(first);
  if (problem !== undefined) json[META] = withProblem(json[META] as ReadFieldMeta | undefined, problem);
  const isNow = first instanceof Date && second instanceof Date && Math.abs(first.getTime() - Date.now()) < 60_000;
  const [value, again] = [jsonText(first), jsonText(second)];
  if (!isNow && value !== undefined && value === again) {
    json['default'] = JSON.parse(value);
    return;
  }
  delete json['default'];
  json[COMPUTED_DEFAULT] = isNow ? 'now()' : typeof first === 'bigint' ? String(first) : 'computed';
}

function withProblem(meta: ReadFieldMeta = {}, problem: OptionProblem): ReadFieldMeta {
  return { ...meta, problems: [...(meta.problems ?? []), problem] };
}

/** `undefined` of what is no JSON. */
function jsonText(value: unknown): string | undefined {
  try {
    return JSON.stringify(value ?? null);
  } catch {
    return undefined;
  }
}

/** Metadata may hold anything, and Zod gives up the whole schema for one value of it that is no JSON. */
function leaveOutWhatIsNoJson(json: Draft): void {
  for (const [key, value] of Object.entries(json)) {
    if (SCHEMAS_IN.has(key) || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' || value === null) continue;
    const text = value === undefined ? undefined : jsonText(value);
    if (text === undefined) delete json[key];
    else json[key] = JSON.parse(text);
  }
}

/** Keywords that hold schemas, which may contain themselves. */
const SCHEMAS_IN: ReadonlySet<string> = new Set([
  '$defs', 'definitions', 'properties', 'patternProperties', 'additionalProperties', 'propertyNames', 'unevaluatedProperties', 'items', 'prefixItems', 'contains', 'anyOf', 'oneOf', 'allOf', 'not', 'if', 'then', 'else',
]);

interface Zod3Def extends ZodTypeDef {
  readonly typeName: string;
  readonly innerType?: { readonly _def: Zod3Def };
  readonly schema?: { readonly _def: Zod3Def };
  readonly type?: { readonly _def: Zod3Def };
  readonly out?: { readonly _def: Zod3Def };
  readonly options?: readonly { readonly _def: Zod3Def }[];
  readonly effect?: { readonly type: string };
  readonly defaultValue?: () => unknown;
  readonly shape?: () => Readonly<Record<string, { readonly _def: Zod3Def }>>;
}

function fromZod3(schema: ZodTypeAny): JsonShape {
  const json = zodToJsonSchema(schema, {
    target: 'jsonSchema2019-09',
    $refStrategy: 'root',
    pipeStrategy: 'output',
    mapStrategy: 'record',
    postProcess: (converted, def) => amendZod3({ ...converted }, def as Zod3Def) as typeof converted,
  });
  return { ...json, $schema: 'https://json-schema.org/draft/2020-12/schema' };
}

function amendZod3(json: Draft, def: Zod3Def): Draft {
  switch (def.typeName) {
    case 'ZodDate':
      return { type: 'string', format: 'date-time', ...described(json), [KIND]: 'date' satisfies ShapeKind };
    case 'ZodBigInt':
      return { ...json, [KIND]: 'bigint' satisfies ShapeKind };
    case 'ZodNullable':
      return def.innerType?._def.typeName === 'ZodBigInt' ? { ...json, [KIND]: 'bigint' satisfies ShapeKind } : json;
    case 'ZodDefault':
      if (def.defaultValue !== undefined) amendDefault(json, def.defaultValue);
      return json;
    case 'ZodTuple': {
      const { items, additionalItems, ...rest } = json;
      return { ...rest, prefixItems: items, items: additionalItems ?? false };
    }
    case 'ZodObject': {
      const shape = def.shape?.() ?? {};
      const required = Object.keys(shape).filter((key) => !isOptional(shape[key]));
      const { required: _required, properties, ...rest } = json;
      const converted = (properties ?? {}) as Readonly<Record<string, unknown>>;
      // A reference, or another of Polyref's words, is a Zod 4 schema: the converter would leave it out without a word.
      const all = Object.fromEntries(Object.keys(shape).map((key) => [key, zodVersion(shape[key]) === 4 ? inner(shape[key] as unknown as core.$ZodType) : converted[key]]));
      return { ...rest, properties: all, ...(required.length > 0 ? { required } : {}) };
    }
    case 'ZodArray':
      return zodVersion(def.type) === 4 ? { ...json, items: inner(def.type as unknown as core.$ZodType) } : json;
    case 'ZodEffects':
      return def.effect?.type === 'transform' ? { ...described(json), [KIND]: 'unsupported:transform' satisfies ShapeKind } : json;
    case 'ZodUndefined':
      return { [KIND]: 'undefined' satisfies ShapeKind };
    case 'ZodFunction':
    case 'ZodPromise':
    case 'ZodSymbol':
    case 'ZodVoid':
    case 'ZodNaN':
    case 'ZodNever':
      return { ...described(json), [KIND]: `unsupported:${def.typeName.slice('Zod'.length).toLowerCase()}` satisfies ShapeKind };
    default:
      return json;
  }
}

function described(json: Draft): Draft {
  return typeof json['description'] === 'string' ? { description: json['description'] } : {};
}

function isOptional(schema: unknown): boolean {
  return zodVersion(schema) === 4 ? (schema as core.$ZodType)._zod.optout === 'optional' : mayBeUndefined((schema as { readonly _def: Zod3Def })._def);
}

/** May the property be missing from what is stored? A default makes it present. */
function mayBeUndefined(def: Zod3Def): boolean {
  switch (def.typeName) {
    case 'ZodOptional':
    case 'ZodUndefined':
      return true;
    case 'ZodNullable':
    case 'ZodReadonly':
    case 'ZodCatch':
      return def.innerType !== undefined && mayBeUndefined(def.innerType._def);
    case 'ZodBranded':
      return def.type !== undefined && mayBeUndefined(def.type._def);
    case 'ZodEffects':
      return def.schema !== undefined && mayBeUndefined(def.schema._def);
    case 'ZodPipeline':
      return def.out !== undefined && mayBeUndefined(def.out._def);
    case 'ZodUnion':
      return def.options?.some((option) => mayBeUndefined(option._def)) ?? false;
    default:
      return false;
  }
}
