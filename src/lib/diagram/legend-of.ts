import type { Graph } from './graph.ts';
import { LINE_STYLES, lineStyles, type LineStyle } from './line-style.ts';
import { looksOf, type StoreLook } from './store-look.ts';

/** What a legend to a graph must explain. @param options the stores' looks, and which of them hold bytes under keys, as for its drawing */
export function legendOf(graph: Graph, { stores, objectStores }: { readonly stores?: Readonly<Record<string, StoreLook>> | undefined; readonly objectStores?: readonly string[] | undefined } = {}): Legend {
  const styleOf = lineStyles(graph, objectStores);
  return {
    styles: LINE_STYLES.filter((style) => graph.relations.some((relation) => relation.namesFields === true && styleOf(relation) === style)),
    stores: [...looksOf(graph, stores)].map(([store, look]) => ({ store, ...look })),
  };
}

export interface Legend {
  /** The styles of line that tell who keeps a reference; none where the text names no fields. */
  readonly styles: readonly LineStyle[];
  /** The stores of its boxes, sorted, with their looks. */
  readonly stores: readonly (StoreLook & { readonly store: string })[];
}
