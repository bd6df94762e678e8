import { assertNever } from './assert-never.ts';
import type { Cardinality, Graph, GraphEnd, GraphRelation } from './graph.ts';

/** Each relation in words, in the order of the text: "`activities.output_ref` → `activity_outputs._id`, many to at most one, by the application". */
export function describeRelations(graph: Graph): readonly string[] {
  return graph.relations.map((relation) => describeRelation(graph, relation));
}

/** One relation in words, with names between backticks. */
export function describeRelation(graph: Graph, relation: GraphRelation): string {
  const words = [
    `\`${nameOf(graph, relation.from)}\` → \`${nameOf(graph, relation.to)}\``,
    `${describeCardinality(relation.from.cardinality)} to ${describeCardinality(relation.to.cardinality)}`,
  ];
  if (relation.namesFields) words.push(relation.enforced ? 'by the database' : 'by the application');
  return words.join(', ') + (relation.label === undefined ? '' : ` (${relation.label})`);
}

function nameOf(graph: Graph, end: GraphEnd): string {
  const entity = graph.entities[end.entity];
  const name = entity?.name ?? '';
  // A backtick inside would end the name too early.
  return (end.path === undefined || entity?.any === true ? name : `${name}.${end.path}`).replaceAll('`', '\'');
}

function describeCardinality(cardinality: Cardinality): string {
  switch (cardinality) {
    case 'zero-or-one': return 'at most one';
    case 'exactly-one': return 'exactly one';
    case 'zero-or-more': return 'many';
    case 'one-or-more': return 'one or more';
    default: return assertNever(cardinality);
  }
}
