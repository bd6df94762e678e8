/**
 * The paths of the fields of a shape, of either Zod: `meta.ownerId`, `items[].sku`. Options that lay something over a shape take `items.sku` too, and so does MongoDB.
 * What lies below something whose fields are not known (`z.record()`, `z.any()`, a `z.ZodType`) may have any name; so may every field of such a shape.
 */
export type PathOf<Shape> = Whole<Shape, []>;

/** An editor offers the paths, and takes any other text too: a field is also called by its last step where it stands beside another, and a suppression may outlive its field. */
export type PathHint<Path extends string> = Path | (string & {});

/** The columns of a table: the first steps of these paths. */
export type ColumnOf<Shape> = Whole<Shape, 'columns'>;

/** The placeholders of a key template, and the names of its parameters. */
export type PlaceholderOf<Key extends string, Parameters> =
  string extends Key ? string : InBraces<Key> | ([Parameters] extends [never] ? never : keyof Parameters & string);

type InBraces<Key extends string> = Key extends `${string}{${infer Name}}${infer Rest}` ? Name | InBraces<Rest> : never;

/** Depth is a list with an entry for each level that was gone through, or says that only columns are meant. */
type Whole<Shape, Depth extends unknown[] | 'columns'> =
  IsAny<Shape> extends true ? string
  : Shape extends { readonly shape: infer Fields } ? IsOpen<Shape> extends true ? string : NamesIn<Fields, '', Depth>
  : Unwrapped<Shape> extends { readonly wraps: infer Inner } ? Whole<Inner, Depth>
  : string;

// The inference at its end makes messages list the names instead of this type.
type NamesIn<Fields, Before extends string, Depth extends unknown[] | 'columns'> = {
  [Name in keyof Fields & string]: `${Before}${Name}` | (Depth extends unknown[] ? Below<Fields[Name], `${Before}${Name}`, Depth> : never);
}[keyof Fields & string] extends infer Name extends string ? Name : never;

type Below<Shape, At extends string, Depth extends unknown[]> =
  IsAny<Shape> extends true ? Anything<At>
  : Shape extends { readonly shape: infer Fields } ? Depth['length'] extends 4 ? Anything<At> : IsOpen<Shape> extends true ? Anything<At> : NamesIn<Fields, `${At}.`, [...Depth, 0]>
  : OutputOf<Shape> extends Scalar ? never
  : Unwrapped<Shape> extends infer Found
    ? Found extends { readonly lists: infer Item } ? `${At}[]` | Below<Item, At | `${At}[]`, Depth>
    : Found extends { readonly wraps: infer Inner } ? Below<Inner, At, Depth>
    : Anything<At>
  : never;

type Anything<At extends string> = `${At}${'.' | '[' | '{'}${string}`;

/** What a schema is around, as both Zods call it; a list is one around its items. */
type Unwrapped<Shape> =
  Shape extends { readonly element: infer Item } ? OutputOf<Shape> extends readonly unknown[] ? { readonly lists: Item } : Unknown // A record of Zod 3 has one too.
  : Shape extends { readonly _zod: { readonly def: infer Def } } ? InDef<Def>
  : Shape extends { readonly _def: infer Def } ? InDef<Def>
  : Unknown;

type InDef<Def> =
  IsAny<Def> extends true ? Unknown
  : Def extends { readonly element: infer Item } ? { readonly lists: Item }
  : Def extends { readonly innerType: infer Inner } ? { readonly wraps: Inner }
  : Def extends { readonly out: infer Inner } ? { readonly wraps: Inner }
  : Def extends { readonly schema: infer Inner } ? { readonly wraps: Inner }
  : Def extends { readonly options: readonly (infer Inner)[] } ? { readonly wraps: Inner }
  : Def extends { readonly left: infer Left; readonly right: infer Right } ? { readonly wraps: Left | Right }
  : Unknown;

type Unknown = { readonly holds: unknown };

/** Fields that the shape does not name may be there: `.passthrough()`, `z.looseObject()`, `.catchall()`. */
type IsOpen<Shape> =
  Shape extends { readonly _zod: { readonly config: { readonly out: infer Others } } } ? string extends keyof Others ? true : false
  : Shape extends { readonly _def: { readonly unknownKeys: 'passthrough' } } ? true
  : Shape extends { readonly _def: { readonly catchall: infer Others } } ? Others extends { readonly _any: true } ? true : [OutputOf<Others>] extends [never] ? false : IsAny<OutputOf<Others>> extends true ? false : true
  : Shape extends { readonly _zod: { readonly def: { readonly shape: object } } } ? false
  : true;

type OutputOf<Shape> = Shape extends { readonly _zod: { readonly output: infer Output } } ? Output : Shape extends { readonly _output: infer Output } ? Output : unknown;
type Scalar = string | number | boolean | bigint | symbol | Date | null | undefined;
type IsAny<Type> = 0 extends 1 & Type ? true : false;
