/** Whether every value of the one type is one of the other, as its store stores it. */
export type TypeDirection = 'widened' | 'narrowed' | 'changed';

/** What a change of type means for values that exist. Types are as stores say them: `varchar(24)`, `string | int`, `object[]`. */
export function compareTypes(before: string, after: string): TypeDirection {
  if (fits(before, after)) return 'widened';
  return fits(after, before) ? 'narrowed' : 'changed';
}

/** Whether all that has the type `inner` can be held by `outer`. */
function fits(inner: string, outer: string): boolean {
  if (inner === outer) return true;
  const [inners, outers] = [variantsOf(inner), variantsOf(outer)];
  return inners.every((one) => outers.some((other) => fitsOne(one, other)));
}

/** `a | b`, but not within brackets. */
function variantsOf(type: string): readonly string[] {
  return type.split(/ \| (?![^()]*\))/);
}

function fitsOne(inner: string, outer: string): boolean {
  if (inner === outer || outer === 'any') return true;
  if (inner.endsWith('[]') && outer.endsWith('[]')) return fits(elementOf(inner), elementOf(outer));
  const record = /^record of (.+)$/;
  const [innerRecord, outerRecord] = [record.exec(inner)?.[1], record.exec(outer)?.[1]];
  if (innerRecord !== undefined && outerRecord !== undefined) return fits(innerRecord, outerRecord);
  if (innerRecord !== undefined) return outer === 'object';
  const [a, b] = [sized(inner), sized(outer)];
  if (a.word === b.word && a.word !== 'bit' && (b.sizes.length === 0 || sizesFit(a, b))) return true;
  if (TEXTS.has(a.word) && (b.word === 'text' || b.word === 'string' || (b.word === 'varchar' && (b.sizes.length === 0 || textSize(a) <= (b.sizes[0] ?? 0))))) return true;
  return WIDER[a.word]?.includes(b.word) === true && b.sizes.length === 0;
}

interface Sized {
  readonly word: string;
  readonly sizes: readonly number[];
}

/** `numeric(12,2)` → `numeric`, 12, 2 */
function sized(type: string): Sized {
  const match = /^(.+?)\(([\d, ]+)\)$/.exec(type);
  return match === null ? { word: type, sizes: [] } : { word: match[1] ?? type, sizes: (match[2] ?? '').split(',').map(Number) };
}

/** Of a decimal number the digits before and behind the point, of anything else one size. */
function sizesFit({ word, sizes }: Sized, outer: Sized): boolean {
  if (sizes.length === 0) return false;
  if (word !== 'numeric') return word !== 'char' && (sizes[0] ?? 0) <= (outer.sizes[0] ?? 0);
  const [digits = 0, scale = 0] = sizes;
  const [outerDigits = 0, outerScale = 0] = outer.sizes;
  return scale <= outerScale && digits - scale <= outerDigits - outerScale;
}

function textSize({ word, sizes }: Sized): number {
  return word === 'ulid' ? 26 : (sizes[0] ?? Infinity);
}

function elementOf(type: string): string {
  return type.slice(0, -2).replace(/^\((.*)\)$/, '$1');
}

const TEXTS: ReadonlySet<string> = new Set(['varchar', 'ulid', 'char']);

const WIDER: Readonly<Record<string, readonly string[]>> = {
  smallint: ['integer', 'bigint', 'numeric', 'real', 'double precision'],
  integer: ['bigint', 'numeric', 'double precision', 'number'],
  bigint: ['numeric'],
  real: ['double precision'],
  int: ['long', 'double', 'decimal'],
  long: ['decimal'],
  double: [],
  date: ['timestamp'],
};
