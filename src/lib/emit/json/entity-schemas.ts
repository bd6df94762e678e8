import type { PagePaths } from '../../model/page-path.ts';
import type { Catalog } from '../../model/catalog.ts';
import type { Entity } from '../../model/entity.ts';
import { stableJson } from '../../model/stable-json.ts';
import type { PlannedFile } from '../planned-file.ts';

/** The JSON Schema of each entity as a file. */
export function planEntitySchemas(catalog: Catalog, paths: PagePaths): readonly PlannedFile[] {
  return catalog.entities.map((entity) => [`public/${schemaFileOf(entity, paths)}`, () => renderEntitySchema(entity)]);
}

function renderEntitySchema({ address, summary, jsonSchema }: Entity): string {
  const { $schema = 'https://json-schema.org/draft/2020-12/schema', ...shape } = jsonSchema;
  const description = summary === '' ? {} : { description: summary };
  return stableJson({ $schema, $id: `polyref:${encodeURI(address.toWellFormed())}`, title: address, ...description, ...shape });
}

/** Where an entity's JSON Schema is, relative to the site's root: `schemas/mongodb/skills.json`. */
export function schemaFileOf(entity: Entity, paths: PagePaths): string {
  return `schemas/${(paths.entities.get(entity.address) ?? '').replace(/\.mdx$/, '.json')}`;
}
