import type { Catalog } from '../model/catalog.ts';
import type { ObjectFamily } from '../model/entity.ts';
import { missingPart } from './catalog-shape.ts';

/** A `catalog.json` that was written before, or why its text is none that this Polyref reads (continues a sentence: `it is …`). */
export function parseCatalog(text: string): { readonly catalog: Catalog; readonly problem?: undefined } | { readonly problem: string } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { problem: 'it is no JSON' };
  }
  if (typeof value !== 'object' || value === null || !('catalogVersion' in value)) return { problem: 'it is no catalog of Polyref' };
  const version = value.catalogVersion;
  if (version !== VERSION) return { problem: `it is a catalog of version ${String(version)}, and this Polyref reads version ${VERSION}` };
  const missing = missingPart({ ...value });
  return missing === undefined ? { catalog: completed(value as unknown as Catalog) } : { problem: `it is no whole catalog: \`${missing}\` is missing, or is something else` };
}

const VERSION: Catalog['catalogVersion'] = 1;

/** What catalogs did not say yet when they were first written, so that old commits can be compared: which placeholders of a key were declared. */
function completed(catalog: Catalog): Catalog {
  const entities = catalog.entities.map((entity) => (entity.kind === 'objects' ? { ...entity, parameters: (entity as Partial<ObjectFamily>).parameters ?? [] } : entity));
  return { ...catalog, entities };
}
