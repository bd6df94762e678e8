import { asShape, INNER, shapeList, shapesIn, type JsonShape } from './json-shape.ts';
import { jsonValue } from './json-value.ts';

/**
 * The JSON Schema (draft 2020-12) that readers get: plain JSON, without Polyref's own keys, each field described as on its page.
 * @param describe Markdown of a field by its path; empty when nobody described it
 */
export function publishSchema(root: JsonShape, describe: (path: string) => string): Readonly<Record<string, unknown>> {
  const names = new Map<JsonShape, string>([[root, '#']]);
  const whole = publish(root, { path: '', describe, around: [root], names, isField: true });
  const definitions: Record<string, unknown> = {};
  // A definition may name further ones.
  for (const [shape, name] of names) if (name !== '#') definitions[name.slice(DEFINITIONS.length)] = publish(shape, { path: '', describe: () => '', around: [shape], names, isField: true });
  return { $schema: 'https://json-schema.org/draft/2020-12/schema', ...whole, ...(Object.keys(definitions).length > 0 ? { $defs: definitions } : {}) };
}

const DEFINITIONS = '#/$defs/';

interface Publishing {
  readonly path: string;
  readonly describe: (path: string) => string;
  /** Shapes that are being written, outermost first: one that is met again contains itself, and gets a name. */
  readonly around: readonly JsonShape[];
  readonly names: Map<JsonShape, string>;
  readonly isField: boolean;
}

function publish(shape: JsonShape, publishing: Publishing): Record<string, unknown> {
  const { path, describe, around, names, isField } = publishing;
  const inside = (value: unknown, at: string, isOwn = true): unknown => {
    const inner = asShape(value);
    if (inner === undefined) return value;
    if (!around.includes(inner)) return publish(inner, { ...publishing, path: at, around: [...around, inner], isField: isOwn });
    if (!names.has(inner)) names.set(inner, `${DEFINITIONS}__schema${names.size - 1}`);
    return { $ref: names.get(inner) };
  };
  const members = (value: unknown) => shapeList(value).map((inner) => inside(inner, path, false));
  const named = (value: unknown, at: (name: string) => string) => Object.fromEntries(shapesIn(value).map(([name, inner]) => [name, inside(inner, at(name))]));
  const result: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(shape)) {
    switch (key) {
      case 'id':
      case '~standard':
        break;
      case 'properties':
        result[key] = named(value, (name) => (path === '' ? name : `${path}.${name}`));
        break;
      case 'patternProperties':
        result[key] = named(value, () => `${path}{}`);
        break;
      case 'items':
        result[key] = inside(value, `${path}[]`);
        break;
      case 'additionalProperties':
        result[key] = inside(value, `${path}{}`);
        break;
      case 'propertyNames': {
        // Names are text, whatever a map takes for its keys.
        const names = inside(value, `${path}{key}`) as Readonly<Record<string, unknown>>;
        if (names['type'] === 'string') result[key] = names;
        break;
      }
      case 'prefixItems':
        result[key] = shapeList(value).map((inner) => inside(inner, `${path}[]`));
        break;
      case 'anyOf':
      case 'oneOf':
        Object.assign(result, unionOf(key, members(value) as readonly Record<string, unknown>[]));
        break;
      case 'allOf':
        Object.assign(result, intersectionOf(members(value) as readonly Record<string, unknown>[]));
        break;
      default: {
        const json = key.startsWith('polyref:') ? undefined : jsonValue(value);
        if (json !== undefined) result[key] = json;
      }
    }
  }
  // What is said of the whole stands first, and over what the inner shape says.
  const whole = shape[INNER] === undefined ? result : { ...result, ...(inside(shape[INNER], path, false) as object), ...result };
  const said = (isField && path !== '' ? describe(path) : '') || whole['description'];
  const { description: _description, ...rest } = whole;
  return said === undefined ? rest : { ...rest, description: said };
}

/** `anyOf` of types that nothing more is said of is a list of types. */
function unionOf(key: 'anyOf' | 'oneOf', members: readonly Record<string, unknown>[]): Record<string, unknown> {
  const types = members.map((member) => (Object.keys(member).length === 1 ? member['type'] : undefined)).flat();
  if (key === 'oneOf' || types.some((type) => typeof type !== 'string')) return { [key]: members };
  const each = [...new Set(types)];
  return { type: each.length === 1 ? each[0] : each };
}

/** What closes one member would refuse the properties of the others. */
function intersectionOf(members: readonly Record<string, unknown>[]): Record<string, unknown> {
  const closed = members.filter(({ additionalProperties }) => additionalProperties === false);
  const opened = members.map(({ additionalProperties, ...rest }) => (additionalProperties === false || additionalProperties === undefined ? rest : { ...rest, additionalProperties }));
  return { allOf: opened, ...(closed.length === members.length && members.length > 0 ? { unevaluatedProperties: false } : {}) };
}
