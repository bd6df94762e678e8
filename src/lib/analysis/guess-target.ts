import { lettersOf, pluralsOf, wordsOf } from '../model/alike-names.ts';
import type { Entity } from '../model/entity.ts';
import type { Field } from '../model/field.ts';
import { nameInSchema } from '../model/last-step.ts';
import type { CatalogIndex } from './catalog-index.ts';
import { incompatibility } from './compatible-types.ts';

/**
 * The key that a field named like a reference most likely holds: that of the entity with its name (`orderId`, `orders`), of the one that its name ends with (`parentOrderId`), or of the only
 * one that ends with its name (`runId`, `TaskRun`). Of several with its very name the nearest; nothing where several others could be meant, or where no key has a type that fits.
 */
export function guessTarget(field: Field, entity: Entity, { catalog }: Pick<CatalogIndex, 'catalog'>): Guess | undefined {
  const isKeyOfObject = namesObject(field.name);
  const candidates = catalog.entities.filter((each) => (each.kind === 'objects') === isKeyOfObject);
  const words = wordsOf(stemOf(field.name));
  if (words.length === 0) return undefined;
  const exact = candidates.filter((each) => each !== entity && isCalled(each, words));
  const longest = [...words.keys()].slice(1).map((from) => candidates.filter((each) => isCalled(each, words.slice(from)))).find((found) => found.length > 0) ?? [];
  // So little of a name means something only where it is used: in the same part of the same store.
  const endingWith = candidates.filter((each) => each !== entity && partOf(each) === partOf(entity) && endsWith(each, words));
  const [found, isExact] = exact.length > 0 ? [exact, true] : longest.length > 0 ? [longest, false] : [endingWith, false];
  const sameStore = found.filter(({ store }) => store === entity.store);
  const samePart = found.filter((each) => partOf(each) === partOf(entity));
  const [target, other] = [samePart, sameStore, found].find((some) => some.length > 0) ?? [];
  if (target === undefined || (other !== undefined && !isExact)) return undefined;
  const address = target.kind === 'objects' ? target.address : keyOf(target, field, target === entity);
  return address === undefined ? undefined : { address, isExact };
}

export interface Guess {
  /** Of a field, or of an object family. */
  readonly address: string;
  /** The entity has the very name, one or many of it. */
  readonly isExact: boolean;
}

/** Does the field hold the key of an object in S3, by its name? */
export function namesObject(name: string): boolean {
  return /S3Key$|(^|_)s3_?key$/i.test(name);
}

/** A name without the ending that makes it one of a reference: `order` of `order_id`. */
export function stemOf(name: string): string {
  return name.replace(/_?(ids?|refs?|s3_?key)$/i, '');
}

function isCalled(entity: Entity, words: readonly string[]): boolean {
  return pluralsOf(words.join('')).includes(lettersOf(nameInSchema(entity)));
}

/** `TaskRun` ends with `run`; `prerun` does not, because it has one word. */
function endsWith(entity: Entity, words: readonly string[]): boolean {
  const own = wordsOf(nameInSchema(entity));
  return own.length > words.length && pluralsOf(words.join('')).includes(own.slice(-words.length).join(''));
}

/** The field of the same name, else an identifier that is its own, else the primary key: the first whose values fit. */
function keyOf(target: Entity, field: Field, isItself: boolean): string | undefined {
  const keys = target.fields.filter(({ keys: marks }) => marks.includes('UK') || marks.includes('PK'));
  const own = /ref$/i.test(field.name) ? /ref$/i : /^ref_?id$/i;
  const ranked = [...(isItself ? [] : target.fields.filter(({ name }) => name === field.name)), ...keys.filter(({ name, keys: marks }) => marks.includes('UK') && own.test(name)), ...keys.filter(({ keys: marks }) => marks.includes('PK'))];
  const key = ranked.find(({ type }) => incompatibility(field.type, type) === undefined && isObjectId(field.type) === isObjectId(type));
  return key === undefined ? undefined : `${target.address}.${key.path}`;
}

/** Its store, and the schema in it. */
function partOf(entity: Entity): string {
  return `${entity.store}\0${entity.kind === 'table' ? entity.schema : ''}`;
}

/** MongoDB never finds one by its text. */
function isObjectId(type: string): boolean {
  return type.startsWith('ObjectId');
}
