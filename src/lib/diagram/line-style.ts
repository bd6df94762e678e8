import type { Graph, GraphRelation } from './graph.ts';

/** Who keeps a reference. `objects`: the application, through a key, to bytes in an object store. */
export type LineStyle = 'database' | 'application' | 'objects';

/** The three, in the order of legends. */
export const LINE_STYLES: readonly LineStyle[] = ['database', 'application', 'objects'];

/** Style of each relation of a graph. @param objectStores classes of the stores that hold bytes under keys */
export function lineStyles(graph: Graph, objectStores: readonly string[] = ['s3']): (relation: GraphRelation) => LineStyle {
  return (relation) => {
    if (relation.enforced) return 'database';
    const store = graph.entities[relation.to.entity]?.store;
    return store !== undefined && objectStores.includes(store) ? 'objects' : 'application';
  };
}
