import { assertNever } from './assert-never.ts';
import type { Cardinality, Graph, GraphEnd, GraphEntity, GraphRelation } from './graph.ts';

/**
 * Each relation in words, in the order of the text: "mongodb.skills.tenantId → postgresql.tenants.ref_id · many to at most one · by the application".
 * Entities go by their full id where the diagram shows several stores, or where two of them share a name.
 */
export function describeRelations(graph: Graph): readonly DescribedRelation[] {
  const stores = new Set(graph.entities.flatMap((entity) => entity.store ?? []));
  const named = Map.groupBy(graph.entities, (entity) => entity.name);
  const nameOf = (entity: GraphEntity): string => {
    if (entity.kind !== 'entity') return entity.name;
    return (entity.store !== undefined && stores.size > 1) || (named.get(entity.name)?.length ?? 0) > 1 ? entity.id : entity.name;
  };
  return graph.relations.map((relation) => [endOf(graph, relation.from, nameOf), { text: ' → ' }, endOf(graph, relation.to, nameOf), { text: remarks(graph, relation) }]);
}

/** The parts of a sentence, to be shown one after another. */
export type DescribedRelation = readonly RelationPart[];

export interface RelationPart {
  readonly text: string;
  /** The part names this entity, by its id. */
  readonly entity?: string;
  /** The part names this field of it. */
  readonly field?: string;
}

function endOf(graph: Graph, end: GraphEnd, nameOf: (entity: GraphEntity) => string): RelationPart {
  const entity = graph.entities[end.entity];
  if (entity === undefined) return { text: '' };
  if (end.path === undefined || entity.kind === 'any') return { text: nameOf(entity), entity: entity.id };
  const row = end.field === undefined ? undefined : entity.fields[end.field];
  return { text: `${nameOf(entity)}.${end.path}`, entity: entity.id, field: row?.name ?? end.path };
}

function remarks(graph: Graph, { from, to, namesFields, enforced, label }: GraphRelation): string {
  const isCounted = [from, to].some((end) => graph.entities[end.entity]?.kind === 'group');
  // Between groups the label says how many references there are; none of them has to be many to many.
  if (isCounted && label !== undefined) return `: ${label}`;
  const keeper = namesFields ? ` · by the ${enforced ? 'database' : 'application'}` : '';
  return ` · ${sharing(from.cardinality)} to ${most(to.cardinality)}${keeper}${label === undefined ? '' : ` · ${label}`}`;
}

/** How many of the source share one target: what the tables of references call `one` and `many`, where a target that nothing points at is no news. */
function sharing(cardinality: Cardinality): string {
  switch (cardinality) {
    case 'zero-or-one': return 'one';
    case 'zero-or-more': return 'many';
    default: return most(cardinality);
  }
}

function most(cardinality: Cardinality): string {
  switch (cardinality) {
    case 'zero-or-one': return 'at most one';
    case 'exactly-one': return 'exactly one';
    case 'zero-or-more': return 'many';
    case 'one-or-more': return 'one or more';
    default: return assertNever(cardinality);
  }
}
