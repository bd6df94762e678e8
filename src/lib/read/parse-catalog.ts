import type { Catalog } from '../model/catalog.ts';
import type { ObjectFamily } from '../model/entity.ts';
import { catalogSchema } from './catalog-schema.ts';

/** A `catalog.json` that was written before, or why its text is none that this Polyref reads (continues a sentence: `it is …`). */
export function parseCatalog(text: string): { readonly catalog: Catalog; readonly problem?: undefined } | { readonly problem: string } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { problem: 'it is not JSON' };
  }
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, 'catalogVersion')) return { problem: 'it is not a Polyref catalog' };
  const { catalogVersion: version } = value as { readonly catalogVersion: unknown };
  if (version !== VERSION) return { problem: typeof version === 'number' ? `it is a catalog of version ${version}, and this Polyref reads version ${VERSION}` : 'it is not a Polyref catalog' };
  const result = catalogSchema.safeParse(value);
  // As it was written, and not as Zod puts its keys: texts of its parts are compared.
  return result.success ? { catalog: completed(value as Catalog) } : { problem: `it is not a valid catalog: \`${placeOf(result.error.issues[0]?.path ?? [])}\` is missing or has the wrong type` };
}

const VERSION: Catalog['catalogVersion'] = 1;

/** What catalogs did not say yet when they were first written, so that old commits can be compared: which placeholders of a key were declared. */
function completed(catalog: Catalog): Catalog {
  const entities = catalog.entities.map((entity) => (entity.kind === 'objects' ? { ...entity, parameters: (entity as Partial<ObjectFamily>).parameters ?? [] } : entity));
  return { ...catalog, entities };
}

/** `entities[3].fields` */
function placeOf(path: readonly PropertyKey[]): string {
  return path.map((step, index) => (typeof step === 'number' ? `[${step}]` : `${index === 0 ? '' : '.'}${String(step)}`)).join('');
}
