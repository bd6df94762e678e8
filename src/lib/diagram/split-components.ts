import type { Graph } from './graph.ts';

/** The parts of a graph that no relation joins, in the order of their first entities. */
export function splitComponents(graph: Graph): readonly Component[] {
  const roots = graph.entities.map((_, index) => index);
  const rootOf = (index: number): number => {
    let root = index;
    while (roots[root] !== root) root = roots[root] ?? root;
    return root;
  };
  for (const { from, to } of graph.relations) {
    const [a, b] = [rootOf(from.entity), rootOf(to.entity)];
    roots[Math.max(a, b)] = Math.min(a, b);
  }
  const groups = Map.groupBy(graph.entities.map((_, index) => index), rootOf);
  return [...groups.values()].map((entities): Component => {
    const local = new Map(entities.map((entity, index) => [entity, index]));
    const relations = graph.relations.flatMap((relation, index) => (local.has(relation.from.entity) ? [index] : []));
    return {
      entities,
      relations,
      graph: {
        entities: entities.flatMap((entity) => graph.entities[entity] ?? []),
        relations: relations.flatMap((index) => {
          const relation = graph.relations[index];
          return relation === undefined ? [] : [{
            ...relation,
            from: { ...relation.from, entity: local.get(relation.from.entity) ?? 0 },
            to: { ...relation.to, entity: local.get(relation.to.entity) ?? 0 },
          }];
        }),
      },
    };
  });
}

export interface Component {
  /** Index in the whole graph of each entity and relation of the part. */
  readonly entities: readonly number[];
  readonly relations: readonly number[];
  readonly graph: Graph;
}
