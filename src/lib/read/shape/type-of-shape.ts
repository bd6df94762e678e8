import type { OpenType } from '../../model/open-type.ts';
import { typeText } from '../../model/open-type.ts';
import { alone, flattenShapes, type FlatShape, type Open, type Variant } from './flatten-shape.ts';
import { KIND, type JsonShape } from './json-shape.ts';
import { scalarWord, type Vocabulary } from './type-words.ts';
import { elementsOf, enumValues, kindOf, recordValues, scalarKindOf } from './variant-kind.ts';

/** What finding a type needs of the walk that it is a part of. */
export interface TypeWalk {
  readonly vocabulary: Vocabulary;
  readonly isTooLarge: () => boolean;
  /** Takes a type of Zod that nothing can store. */
  readonly report: (path: string, type: string) => void;
}

interface TypePlace {
  readonly path: string;
  /** The field that holds the references among the values. */
  readonly pointer?: string;
}

export const ROOT_TYPE: TypePlace = { path: '' };

/** The type of a value as its store names it; open where a reference takes it from its target. */
export function typeOfShape(flat: FlatShape, place: TypePlace, walk: TypeWalk, open: Open | undefined): OpenType {
  const { vocabulary } = walk;
  if (walk.isTooLarge()) return scalarWord('any', {}, vocabulary);
  const types = flat.variants.flatMap((variant) => typesOf(variant, place, walk, open));
  for (const target of flat.recursive) types.push(`recursive: → ${target === '' ? 'the whole record' : target}`);
  const [first] = types;
  if (first === undefined) return scalarWord(flat.nullable ? 'null' : 'any', {}, vocabulary);
  if (vocabulary === 'postgresql') {
    const column = columnType(types, flat.variants);
    if (column !== undefined) return column;
  }
  const several: OpenType = types.length === 1 ? first : { oneOf: types };
  return isClosed(several) ? typeText(several, () => '') : several;
}

/** A column has one type: the one that holds every variant, and JSON where only that does. `undefined` while a reference's type is open. */
function columnType(types: readonly OpenType[], variants: readonly Variant[]): string | undefined {
  if (types.includes('jsonb')) return 'jsonb';
  const words = types.filter((type) => typeof type === 'string');
  if (words.length < types.length) return undefined;
  const [first, ...others] = new Set(words);
  if (others.length === 0) return first;
  if (variants.every(({ shape }) => shape['type'] === 'string' && shape[KIND] === undefined)) return 'text';
  const isOf = (allowed: readonly string[]) => words.every((word) => allowed.includes(word));
  if (isOf(['smallint', 'integer', 'bigint'])) return words.includes('bigint') ? 'bigint' : 'integer';
  if (isOf(['smallint', 'integer', 'real', 'double precision'])) return 'double precision';
  return isOf(['smallint', 'integer', 'bigint', 'real', 'double precision', 'numeric(20,0)']) ? 'numeric' : 'jsonb';
}

function isClosed(type: OpenType): boolean {
  if (typeof type === 'string') return true;
  if ('pointer' in type) return false;
  return 'oneOf' in type ? type.oneOf.every(isClosed) : isClosed('listOf' in type ? type.listOf : type.recordOf);
}

function typesOf({ shape, type, isPointer }: Variant, { path, pointer }: TypePlace, walk: TypeWalk, open: Open | undefined): readonly OpenType[] {
  if (type !== undefined) return [type];
  if (isPointer && pointer !== undefined) return [{ pointer }];
  const { vocabulary } = walk;
  const kind = kindOf(shape);
  switch (kind) {
    case 'array': {
      const element = typeWithin(elementsOf(shape), `${path}[]`, pointer, walk, open);
      // Elements of a column's list are of one type; any other list is JSON.
      const isJson = typeof element === 'string' ? /^jsonb$|^recursive|\|/.test(element) : 'oneOf' in element;
      return [vocabulary === 'postgresql' && isJson ? 'jsonb' : { listOf: element }];
    }
    case 'record':
      return vocabulary === 'postgresql' ? ['jsonb'] : [{ recordOf: typeWithin(recordValues(shape), `${path}{}`, undefined, walk, open) }];
    case 'enum':
      return enumValues(shape).map((value) => scalarWord(scalarKindOf(value), {}, vocabulary));
    case 'unsupported':
      walk.report(path, (shape[KIND] as string).slice('unsupported:'.length));
      return [scalarWord('any', {}, vocabulary)];
    default:
      return [scalarWord(kind, shape, vocabulary)];
  }
}

/** @param pointer absent: references among the values have a field of their own, at `path` */
function typeWithin(shapes: readonly JsonShape[], path: string, pointer: string | undefined, walk: TypeWalk, open: Open | undefined): OpenType {
  const flat = flattenShapes(shapes.map(alone), path, open);
  const inner = flat.entered.reduce<Open | undefined>((outer, shape) => ({ shape, path, outer }), open);
  return typeOfShape(flat, { path, pointer: pointer ?? path }, walk, inner);
}
