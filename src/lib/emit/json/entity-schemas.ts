import { buildPagePaths, type PagePaths } from '../../model/page-path.ts';
import type { Catalog } from '../../model/catalog.ts';
import type { Entity } from '../../model/entity.ts';
import { stableJson } from '../../model/stable-json.ts';

/** The JSON Schema of each entity as a file: path relative to the out folder → text. */
export function renderEntitySchemas(catalog: Catalog, paths: PagePaths = buildPagePaths(catalog)): readonly (readonly [path: string, text: string])[] {
  return catalog.entities.map((entity) => {
    const { $schema = 'https://json-schema.org/draft/2020-12/schema', ...shape } = entity.jsonSchema;
    const description = entity.summary === '' ? {} : { description: entity.summary };
    return [`public/${schemaFileOf(entity, paths)}`, stableJson({ $schema, $id: `polyref:${encodeURI(entity.address.toWellFormed())}`, title: entity.address, ...description, ...shape })];
  });
}

/** Where an entity's JSON Schema is, relative to the site's root: `schemas/mongodb/skills.json`. */
export function schemaFileOf(entity: Entity, paths: PagePaths): string {
  return `schemas/${(paths.entities.get(entity.address) ?? '').replace(/\.mdx$/, '.json')}`;
}
