import type { ELK, ElkNode } from 'elkjs/lib/elk-api.js';

/** Columns are given by the nodes' `x`; elk orders each column, finds heights and routes the lines. */
export async function runElk(graph: ElkNode): Promise<ElkNode> {
  elk ??= loadElk();
  return (await elk).layout({ ...graph, layoutOptions: OPTIONS });
}

/** For a place where elk's bundle does not run, such as a worker of a page, whose scope it would take for its own. */
export function useElk(load: () => Promise<ELK>): void {
  elk = undefined;
  loadElk = load;
}

let elk: Promise<ELK> | undefined;

let loadElk = async (): Promise<ELK> => {
  const module = await import('elkjs/lib/elk.bundled.js');
  return new module.default.default();
};

const OPTIONS = {
  'elk.algorithm': 'layered',
  'elk.direction': 'RIGHT',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.randomSeed': '1',
  'elk.padding': '[top=0,left=0,bottom=0,right=0]',
  'elk.separateConnectedComponents': 'false',
  'elk.layered.layering.strategy': 'INTERACTIVE',
  'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
  'elk.layered.thoroughness': '10',
  'elk.spacing.nodeNode': '22',
  'elk.spacing.edgeNode': '14',
  'elk.spacing.edgeEdge': '10',
  'elk.layered.spacing.nodeNodeBetweenLayers': '48',
  // Beyond the feet on both sides.
  'elk.layered.spacing.edgeNodeBetweenLayers': '23',
  'elk.layered.spacing.edgeEdgeBetweenLayers': '9',
};
