/**
 * What Zod 3 and Zod 4 ask of a schema. With it a field stands wherever either Zod takes a schema, and TypeScript does not compare the two: nothing calls a
 * method on `never`, so that calls go to the method's own type, which stands after this one in an intersection.
 */
export interface AnyZod {
  readonly _def: any;
  readonly _type: any;
  readonly def: any;
  readonly type: any;
  readonly description: any;
  readonly '~standard': any;
  readonly '~validate': any;
  readonly _parse: any;
  readonly _getType: any;
  readonly _getOrReturnCtx: any;
  readonly _processInputParams: any;
  readonly _parseSync: any;
  readonly _parseAsync: any;
  readonly _refinement: any;
  readonly refinement: any;
  readonly promise: any;
  readonly toJSONSchema: any;
  readonly check: any;
  readonly with: any;
  readonly clone: any;
  readonly register: any;
  readonly safeParse: any;
  readonly parseAsync: any;
  readonly safeParseAsync: any;
  readonly spa: any;
  readonly validate: any;
  readonly validateAsync: any;
  readonly encode: any;
  readonly decode: any;
  readonly encodeAsync: any;
  readonly decodeAsync: any;
  readonly safeEncode: any;
  readonly safeDecode: any;
  readonly safeEncodeAsync: any;
  readonly safeDecodeAsync: any;
  readonly superRefine: any;
  readonly overwrite: any;
  readonly exactOptional: any;
  readonly nonoptional: any;
  readonly prefault: any;
  readonly or: any;
  readonly and: any;
  readonly transform: any;
  readonly pipe: any;
  readonly isOptional: any;
  readonly isNullable: any;
  readonly apply: any;
  optional(this: never): any;
  nullable(this: never): any;
  nullish(this: never): any;
  array(this: never): any;
  default(this: never): any;
  catch(this: never): any;
  readonly(this: never): any;
  brand(this: never): any;
  refine(this: never): any;
  describe(this: never): any;
  meta(this: never): any;
  parse(this: never): any;
}
