import * as z from 'zod/v4';
import type { Word } from './word.ts';
import { zodVersion } from './zod-version.ts';

/**
 * What a field's schema says beyond Zod, under the key `polyref` of its definition. There it survives what is called on the schema later: checks, which lose the
 * metadata before Zod 4.1, and what makes another object of one, which loses it in every Zod 4. It is what the words were given, untouched: reading looks into it.
 */
export interface FieldMeta {
  /** As the store says it: `varchar(24)`; or the word that makes it of its arguments. */
  readonly type?: string | Word<'varchar' | 'char' | 'numeric' | 'pgEnum' | 'sqlType'>;
  readonly reference?: Word;
  readonly classification?: 'personal' | 'secret';
  /** What the field was called before, as written. */
  readonly formerly?: string | Word<'formerly'>;
  /** SQL expression of a generated column. */
  readonly generated?: string | Word<'generated'>;
  /** A word that was given something else than a schema of Zod. */
  readonly misuse?: Word;
}

/** A copy of a schema of our own that says more. Its type is what the word promises, the same whichever Zod is installed. */
export function fieldOf<Made>(schema: z.ZodType, meta: FieldMeta): Made {
  return copyOfZod4(schema, meta) as Made;
}

/** The same of a schema that comes from outside, of either Zod; `undefined` of anything else. */
export function annotated<Schema>(schema: Schema, meta: FieldMeta): Schema | undefined {
  try {
    switch (zodVersion(schema)) {
      case 4:
        return copyOfZod4(schema as z.ZodType, meta) as Schema;
      case 3:
        return copyOfZod3(schema as Zod3, meta) as Schema | undefined;
      default:
        return undefined;
    }
  } catch {
    return undefined;
  }
}

/** What is no schema is kept, for reading to report; until then it is a field of any type. */
export function annotateGiven<Schema>(kind: string, schema: Schema, meta: FieldMeta): Schema {
  return annotated(schema, meta) ?? fieldOf<Schema>(z.unknown(), { ...meta, misuse: { kind, args: [schema] } });
}

/** An option of what may be no object at all. */
export function optionOf(options: unknown, name: string): unknown {
  try {
    return (options as Readonly<Record<string, unknown>>)[name];
  } catch {
    return undefined;
  }
}

/**
 * What the metadata of a schema of Zod 4 says, ours and its own. Before Zod 4.1 each copy of Zod has metadata of its own, and a schema that was made with another
 * copy than ours looks into that.
 */
export function metadataOf(schema: object): Readonly<Record<string, unknown>> {
  const { meta } = schema as { readonly meta?: unknown };
  const own: unknown = typeof meta === 'function' ? meta.call(schema) : undefined;
  return { ...(own as object | undefined), ...z.globalRegistry.get(schema as z.ZodType) };
}

/** What a schema of Zod 4 says beyond Zod: what words said of it, and what somebody wrote under `polyref` in its metadata, which may be anything. */
export function saidOfZod4(schema: object): unknown {
  const { polyref: words } = (schema as z.ZodType)._zod.def as { readonly polyref?: FieldMeta };
  const { polyref: written } = metadataOf(schema);
  return typeof written === 'object' && written !== null ? { ...written, ...words } : (written ?? words);
}

function copyOfZod4(schema: z.ZodType, meta: FieldMeta): z.ZodType {
  const before = saidOfZod4(schema) as FieldMeta | undefined;
  // As schemas themselves are copied; those of `zod/mini` have no method for it. The parent is where the copy finds the metadata.
  return z.core.clone(schema, definitionWith(schema._zod.def, { ...before, ...meta }), { parent: true });
}

/** A copy of a definition of Zod 4. Its getters, such as the shape of an object that contains itself, are left for later. */
function definitionWith<Definition extends object>(definition: Definition, polyref: FieldMeta): Definition {
  const properties = Object.entries(Object.getOwnPropertyDescriptors(definition)).map(([key, property]) => [key, property.get === undefined ? property : { ...property, get: () => definition[key as keyof Definition] }] as const);
  return Object.defineProperties({}, { ...Object.fromEntries(properties), polyref: { value: polyref, enumerable: true } }) as Definition;
}

interface Zod3 {
  readonly _def: Readonly<Record<string, unknown>>;
  readonly constructor: Function;
}

/** As `.describe()` does it in Zod 3. */
function copyOfZod3({ _def: def, constructor }: Zod3, meta: FieldMeta): unknown {
  const copy: unknown = Reflect.construct(constructor, [{ ...def, polyref: { ...(def['polyref'] as FieldMeta | undefined), ...meta } }]);
  return zodVersion(copy) === 3 ? copy : undefined;
}
