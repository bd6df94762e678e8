import type { Variant } from './flatten-shape.ts';
import { ASIDE, INNER, KIND, namesIn, shapesIn, type JsonShape } from './json-shape.ts';
import { elementsOf, enumValues, kindOf, recordValues } from './variant-kind.ts';

const MOST_COMBINATIONS = 64;

/** Every combination of one variant of each member that some value can be. A member that only leads back to itself has none, and says nothing. */
export function intersectShapes(members: readonly (readonly Variant[])[]): readonly Variant[] {
  let combined: readonly Variant[] | undefined;
  for (const variants of members) {
    if (variants.length === 0) continue;
    if (combined === undefined) combined = variants;
    else combined = combined.flatMap((left) => variants.flatMap((right) => intersect(left, right))).slice(0, MOST_COMBINATIONS);
  }
  return combined ?? [];
}

function intersect(left: Variant, right: Variant): readonly Variant[] {
  const shape = intersectShape(left.shape, right.shape);
  if (shape === undefined) return [];
  const type = left.type ?? right.type;
  return [{ shape, ...(type !== undefined ? { type } : {}), when: [...left.when, ...right.when], isReference: left.isReference || right.isReference, isPointer: left.isPointer || right.isPointer }];
}

/** `undefined` when nothing is both. */
function intersectShape(left: JsonShape, right: JsonShape): JsonShape | undefined {
  const [one, other] = [kindOf(left), kindOf(right)];
  if (one === 'any' || isCustom(left)) return right;
  if (other === 'any' || isCustom(right)) return left;
  if (one === 'unsupported' || other === 'unsupported') return one === 'unsupported' ? left : right;
  if (one === 'enum' || other === 'enum') return intersectValues(left, right);
  const isHeld = (kind: string) => kind === 'object' || kind === 'record';
  if (isHeld(one) && isHeld(other)) return intersectObjects(left, right);
  if (one === 'array' && other === 'array') return { type: 'array', items: { allOf: [anyOf(elementsOf(left)), anyOf(elementsOf(right))] } };
  if (one === other) return { ...left, ...right };
  const kinds = [one, other].sort().join();
  return kinds === 'integer,number' ? { ...left, ...right, type: 'integer' } : undefined;
}

/** Any value that code of the team's accepts. */
function isCustom(shape: JsonShape): boolean {
  return shape[KIND] === 'unsupported:custom';
}

function intersectValues(left: JsonShape, right: JsonShape): JsonShape | undefined {
  const [first, second] = kindOf(left) === 'enum' ? [left, right] : [right, left];
  const isIn = (value: unknown): boolean => {
    if (kindOf(second) === 'enum') return enumValues(second).includes(value);
    const type = second['type'];
    return type === typeof value || (type === 'integer' && (typeof value === 'bigint' || Number.isInteger(value)));
  };
  const values = enumValues(first).filter(isIn);
  if (values.length === 0) return undefined;
  const { const: _const, ...rest } = first;
  return { ...rest, enum: values };
}

function intersectObjects(left: JsonShape, right: JsonShape): JsonShape {
  const properties: Record<string, JsonShape> = Object.fromEntries(shapesIn(left['properties']));
  for (const [name, shape] of shapesIn(right['properties'])) {
    const known = Object.hasOwn(properties, name) ? properties[name] : undefined;
    Object.defineProperty(properties, name, { value: known === undefined ? shape : { allOf: [known, shape] }, enumerable: true, configurable: true, writable: true });
  }
  const required = [...new Set([...namesIn(left['required']), ...namesIn(right['required'])])];
  const values = [recordValues(left), recordValues(right)].filter((each) => each.length > 0).map(anyOf);
  const keys = left['propertyNames'] ?? right['propertyNames'];
  const others = values.length === 0 ? {} : { additionalProperties: values.length === 1 ? values[0] : { allOf: values } };
  return { type: 'object', ...(Object.keys(properties).length > 0 ? { properties } : {}), required, ...others, ...(keys !== undefined ? { propertyNames: keys } : {}) };
}

function anyOf(shapes: readonly JsonShape[]): JsonShape {
  return shapes.length === 1 ? (shapes[0] as JsonShape) : { anyOf: shapes };
}

/** The output of a pipe with what its input says: of each property, each element, each value; and of its type where the output is any of that kind. */
export function mergeAside(variant: Variant, aside: readonly Variant[]): Variant {
  const { shape } = variant;
  const kind = kindOf(shape);
  const alike = aside.filter((each) => kindOf(each.shape) === kind);
  if (alike.length === 0) return variant;
  const beside = (inner: unknown, said: readonly JsonShape[]): unknown => (typeof inner === 'object' && said.length > 0 ? { [INNER]: inner, [ASIDE]: said } : inner);
  const [first] = alike;
  switch (kind) {
    case 'object': {
      const saidOf = (name: string) => alike.flatMap((each) => shapesIn(each.shape['properties']).filter(([other]) => other === name).map(([, inner]) => inner));
      return { ...variant, shape: { ...shape, properties: Object.fromEntries(shapesIn(shape['properties']).map(([name, inner]) => [name, beside(inner, saidOf(name))])) } };
    }
    case 'record':
      return { ...variant, shape: { ...shape, additionalProperties: beside(shape['additionalProperties'], alike.flatMap((each) => recordValues(each.shape))) } };
    case 'array':
      return { ...variant, shape: { ...shape, items: beside(shape['items'], alike.flatMap((each) => elementsOf(each.shape))) } };
    default:
      return alike.length === 1 && variant.type === undefined && first?.type !== undefined ? { ...variant, type: first.type, isPointer: false } : variant;
  }
}
