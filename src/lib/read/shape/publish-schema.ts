import { asShape, KIND, shapesIn, type JsonShape } from './json-shape.ts';

/**
 * The JSON Schema (draft 2020-12) that readers get: plain JSON, without Polyref's own keys, each field described as on its page.
 * @param describe Markdown of a field by its path; empty when nobody described it
 */
export function publishSchema(root: JsonShape, describe: (path: string) => string): Readonly<Record<string, unknown>> {
  const { $schema: _dialect, ...rest } = root;
  return { $schema: 'https://json-schema.org/draft/2020-12/schema', ...publish(rest, '', describe) };
}

function publish(shape: JsonShape, path: string, describe: (path: string) => string, isField = true): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  const into = (value: unknown, at: string, isField = true): unknown => {
    const inner = asShape(value);
    return inner === undefined ? value : publish(inner, at, describe, isField);
  };
  for (const [key, value] of Object.entries(shape)) {
    switch (key) {
      case '~standard':
      case 'id':
        break;
      case 'properties':
        result[key] = Object.fromEntries(shapesIn(value).map(([name, inner]) => [name, publish(inner, path === '' ? name : `${path}.${name}`, describe)]));
        break;
      case 'patternProperties':
        result[key] = Object.fromEntries(shapesIn(value).map(([pattern, inner]) => [pattern, publish(inner, `${path}{}`, describe)]));
        break;
      case '$defs':
      case 'definitions':
        result[key] = Object.fromEntries(shapesIn(value).map(([name, inner]) => [name, publish(inner, '', () => '')]));
        break;
      case 'items':
        result[key] = into(value, `${path}[]`);
        break;
      case 'additionalProperties':
        result[key] = into(value, `${path}{}`);
        break;
      case 'prefixItems':
        result[key] = (value as readonly unknown[]).map((inner) => into(inner, `${path}[]`));
        break;
      case 'anyOf':
      case 'oneOf':
      case 'allOf':
        result[key] = (value as readonly unknown[]).map((inner) => into(inner, path, false));
        break;
      case 'not':
      case 'propertyNames':
      case 'unevaluatedProperties':
        result[key] = into(value, `${path}~`);
        break;
      case 'default':
        // An expression of the database is no value.
        if (asShape(value)?.['$sql'] === undefined) result[key] = value;
        break;
      default:
        if (!key.startsWith('polyref:')) result[key] = plainJson(value);
    }
    if (result[key] === undefined) delete result[key];
  }
  if (shape[KIND]?.startsWith('unsupported:') === true) delete result['not'];
  const description = isField && path !== '' ? describe(path) : '';
  if (description !== '') result['description'] = description;
  return result;
}

/** Metadata may hold anything; what is no JSON is left out. */
function plainJson(value: unknown): unknown {
  try {
    const text = JSON.stringify(value);
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
