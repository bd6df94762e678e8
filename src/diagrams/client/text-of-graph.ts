import type { Cardinality, Graph, GraphRelation } from '../../lib/diagram/index.ts';
import { coloursOf } from '../../lib/emit/mermaid/colours.ts';
import { renderErDiagram, type ErBox, type ErEdge } from '../../lib/emit/mermaid/er-diagram.ts';
import type { Catalog } from '../../lib/model/catalog.ts';

/** Mermaid text of a graph that was chosen from: what the picture shows, no more. */
export function textOfGraph(graph: Graph, catalog: Catalog | undefined): string {
  const boxes = graph.entities.map((entity): ErBox => ({
    id: entity.id,
    name: entity.name,
    classes: [...(entity.store === undefined ? [] : [entity.store]), ...(entity.kind === 'group' ? ['group'] : []), ...(entity.focus ? ['focus'] : [])],
    rows: entity.fields.map(({ name, type, keys, template, comment }) => ({ type, path: name, keys, ...(template ?? comment) === undefined ? {} : { comment: template ?? comment ?? '' } })),
  }));
  const edges = graph.relations.map((relation): ErEdge => ({
    from: graph.entities[relation.from.entity]?.id ?? '',
    to: graph.entities[relation.to.entity]?.id ?? '',
    left: LEFT[relation.from.cardinality],
    right: RIGHT[relation.to.cardinality],
    line: relation.enforced ? '--' : '..',
    label: labelOf(relation),
  }));
  return renderErDiagram(boxes, edges, catalog === undefined ? new Map() : coloursOf(catalog));
}

const LEFT: Readonly<Record<Cardinality, ErEdge['left']>> = { 'zero-or-one': '|o', 'exactly-one': '||', 'zero-or-more': '}o', 'one-or-more': '}|' };
const RIGHT: Readonly<Record<Cardinality, ErEdge['right']>> = { 'zero-or-one': 'o|', 'exactly-one': '||', 'zero-or-more': 'o{', 'one-or-more': '|{' };

function labelOf({ from, to, label, namesFields }: GraphRelation): ErEdge['label'] {
  if (namesFields && from.path !== undefined && to.path !== undefined) return { kind: 'fields', from: from.path, to: to.path, ...(label === undefined ? {} : { note: label }) };
  return { kind: 'count', text: label ?? from.path ?? '' };
}
