import type { Graph, GraphEnd, GraphField } from '../../lib/diagram/index.ts';
import type { Catalog } from '../../lib/model/catalog.ts';

/** Every box of an entity gets all of its fields, nested ones where they take part. What the catalog does not know stays as it is. */
export function withAllFields(graph: Graph, catalog: Catalog): Graph {
  const known = new Map(catalog.entities.map((entity) => [entity.address, entity]));
  const moved = new Map<number, ReadonlyMap<number, number>>();
  const entities = graph.entities.map((box, at) => {
    const entity = box.kind === 'entity' ? known.get(box.id) : undefined;
    if (entity === undefined) return box;
    const shown = new Map(box.fields.map((field) => [field.name, field]));
    const extra = box.fields.filter((field) => !entity.fields.some(({ path }) => path === field.name));
    const fields: readonly GraphField[] = [...extra, ...entity.fields.filter(({ path, depth }) => depth === 0 || shown.has(path)).map(({ path, type, keys }) => shown.get(path) ?? { name: path, type, keys })];
    moved.set(at, new Map(box.fields.map((field, index) => [index, fields.findIndex(({ name }) => name === field.name)])));
    return { ...box, fields };
  });
  const end = (one: GraphEnd): GraphEnd => {
    const field = one.field === undefined ? undefined : (moved.get(one.entity)?.get(one.field) ?? one.field);
    return field === undefined ? one : { ...one, field };
  };
  return { ...graph, entities, relations: graph.relations.map((relation) => ({ ...relation, from: end(relation.from), to: end(relation.to) })) };
}
