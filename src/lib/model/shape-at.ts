import { isObject } from '../model/is-object.ts';

type Shape = Readonly<Record<string, unknown>>;

/** The JSON Schema of one field of an entity, by its path; of several alternatives the first that has it. Undefined where the schema does not say. */
export function shapeAt(jsonSchema: Shape, path: string): Shape | undefined {
  return shapesAt(jsonSchema, path)[0];
}

/** Every alternative at once; empty where the schema does not say. */
export function shapesAt(jsonSchema: Shape, path: string): readonly Shape[] {
  return stepsIn(path).reduce<readonly Shape[]>((shapes, step) => shapes.flatMap((shape) => inside(shape, step)), alternatives(jsonSchema));
}

/** `items[].sku` → `items`, `[]`, `sku`. */
function stepsIn(path: string): readonly string[] {
  return path.split('.').flatMap((step) => {
    const name = step.replace(/(\[\]|\{(?:key)?\})+$/, '');
    return [name, ...(step.slice(name.length).match(/\[\]|\{(?:key)?\}/g) ?? [])];
  });
}

function inside(shape: Shape, step: string): readonly Shape[] {
  if (step === '[]') return alternatives(shape['items']);
  if (step === '{}') return alternatives(shape['additionalProperties']);
  if (step === '{key}') return alternatives(shape['propertyNames']);
  const properties = shape['properties'];
  return isObject(properties) && Object.hasOwn(properties, step) ? alternatives(properties[step]) : [];
}

/** What may be null, or one of several, is looked at in each of its forms; those with the most to say first. */
function alternatives(value: unknown): readonly Shape[] {
  if (!isObject(value)) return [];
  const forms = ['anyOf', 'oneOf', 'allOf'].flatMap((key) => (Array.isArray(value[key]) ? (value[key] as readonly unknown[]) : [])).flatMap(alternatives);
  return [...forms, value].sort((a, b) => Number(b['type'] === 'array') - Number(a['type'] === 'array'));
}
