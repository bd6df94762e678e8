import type { AnyZod } from './any-zod.ts';

/** A field as the words make it: a Zod schema, whose types are the same for every Zod. */
export type FieldSchema<Output, Input = Output, InKey = undefined, OutKey = undefined> = AnyZod & FieldMethods<Output, Input, InKey, OutKey>;

/** A field that holds text. */
export type TextField = FieldSchema<string> & TextChecks;

/** A field that holds a number. */
export type NumberField = FieldSchema<number> & NumberChecks;

/** A field that holds a moment in time. */
export type DateField = FieldSchema<Date> & DateChecks;

/** What can follow the word of a field, as in Zod: `.optional()`, `.nullable()`, `.default(…)`. */
export interface FieldMethods<Output, Input, InKey, OutKey> {
  readonly _output: Output;
  readonly _input: Input;
  readonly _zod: FieldInternals<Output, Input, InKey, OutKey>;
  optional(): FieldSchema<Output | undefined, Input | undefined, 'optional', 'optional'>;
  nullable(): FieldSchema<Output | null, Input | null, InKey, OutKey>;
  nullish(): FieldSchema<Output | null | undefined, Input | null | undefined, 'optional', 'optional'>;
  array(): FieldSchema<Output[], Input[]>;
  default(value: Exclude<Output, undefined> | (() => Exclude<Output, undefined>)): FieldSchema<Exclude<Output, undefined>, Input | undefined, 'optional'>;
  catch(value: Output | ((context: any) => Output)): FieldSchema<Output, Input, InKey, OutKey>;
  readonly(): FieldSchema<Readonly<Output>, Input, InKey, OutKey>;
  brand<Brand extends string | number | symbol>(brand?: Brand): this;
  refine(check: (value: Output) => unknown, params?: any): this;
  /** Its description; a doc comment above the field counts before it. */
  describe(description: string): this;
  /** What is known of it besides: `examples`, `title`, `deprecated`. */
  meta(data: Readonly<Record<string, unknown>>): this;
  meta(): Readonly<Record<string, unknown>> | undefined;
  parse(data: unknown, params?: any): Output;
}

/** What Zod 4 keeps below `_zod`. */
interface FieldInternals<Output, Input, InKey, OutKey> {
  readonly output: Output;
  readonly input: Input;
  readonly optin: InKey;
  readonly optout: OutKey;
  readonly version: any;
  readonly def: any;
  readonly deferred: any;
  readonly run: any;
  readonly parse: any;
  readonly traits: any;
  readonly pattern: any;
  readonly constr: any;
  readonly bag: any;
  readonly isst: any;
  readonly values?: any;
  readonly propValues?: any;
}

/** What a field with text can be checked for, as in Zod. */
export interface TextChecks {
  min(length: number, params?: any): this;
  max(length: number, params?: any): this;
  length(length: number, params?: any): this;
  nonempty(params?: any): this;
  regex(pattern: RegExp, params?: any): this;
  startsWith(text: string, params?: any): this;
  endsWith(text: string, params?: any): this;
  includes(text: string, params?: any): this;
  trim(): this;
  toLowerCase(): this;
  toUpperCase(): this;
}

/** What a field with a number can be checked for, as in Zod. */
export interface NumberChecks {
  min(value: number, params?: any): this;
  max(value: number, params?: any): this;
  gt(value: number, params?: any): this;
  gte(value: number, params?: any): this;
  lt(value: number, params?: any): this;
  lte(value: number, params?: any): this;
  int(params?: any): this;
  positive(params?: any): this;
  nonnegative(params?: any): this;
  negative(params?: any): this;
  nonpositive(params?: any): this;
  multipleOf(value: number, params?: any): this;
}

/** What a field with a date can be checked for, as in Zod. */
export interface DateChecks {
  min(value: Date, params?: any): this;
  max(value: Date, params?: any): this;
}
