import type { Graph, GraphEnd } from './graph.ts';
import { lineStyles, type LineStyle } from './line-style.ts';

/**
 * The part of a graph that a reader asked for. Boxes of hidden stores go with their relations; where kinds of relations are hidden, a box that has lost all of
 * its own goes too, since nothing is left to be said of it. The entity in focus always stays.
 */
export function applyChoices(graph: Graph, { detail = 'keys', hiddenStores = [], hiddenStyles = [] }: Choices, objectStores?: readonly string[]): Graph {
  const styleOf = lineStyles(graph, objectStores);
  const isShown = graph.entities.map((entity) => entity.focus || entity.store === undefined || !hiddenStores.includes(entity.store));
  const relations = graph.relations.filter((relation) => isShown[relation.from.entity] && isShown[relation.to.entity] && !hiddenStyles.includes(styleOf(relation)));
  const before = endsOf(graph.relations);
  const after = endsOf(relations);
  const kept = graph.entities.flatMap((entity, index) => {
    const isBare = hiddenStyles.length > 0 && before.has(index) && !after.has(index);
    return isShown[index] && (entity.focus || !isBare) ? [index] : [];
  });
  const places = new Map(kept.map((index, place) => [index, place]));
  const end = ({ field, ...rest }: GraphEnd): GraphEnd => ({ ...rest, entity: places.get(rest.entity) ?? 0, ...(field === undefined || detail === 'names' ? {} : { field }) });
  return {
    ...graph,
    entities: kept.flatMap((index) => {
      const entity = graph.entities[index];
      // The rows of a group are its counts, and the reason why it is drawn.
      return entity === undefined ? [] : [detail === 'names' && entity.kind !== 'group' ? { ...entity, fields: [] } : entity];
    }),
    relations: relations.map((relation) => ({ ...relation, from: end(relation.from), to: end(relation.to) })),
  };
}

export interface Choices {
  readonly detail?: Detail;
  /** Classes of stores. */
  readonly hiddenStores?: readonly string[];
  readonly hiddenStyles?: readonly LineStyle[];
}

/** `names`: no rows. `keys`: what the text has, a long box folded. `all`: every row. */
export type Detail = 'names' | 'keys' | 'all';

function endsOf(relations: Graph['relations']): ReadonlySet<number> {
  return new Set(relations.flatMap(({ from, to }) => [from.entity, to.entity]));
}
