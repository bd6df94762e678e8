import { assignColumns, type ColumnEdge } from './assign-columns.ts';
import { buildBox } from './build-box.ts';
import { SIZE } from './dimensions.ts';
import type { Graph } from './graph.ts';
import type { Layout, Line, PlacedBox, Point } from './layout.ts';
import { lineStyles } from './line-style.ts';
import { packParts } from './pack-parts.ts';
import { routeComponent, type Routed, type RouteOptions } from './route-component.ts';
import { readsWell, scoreRouted } from './score-routed.ts';
import { splitComponents, type Component } from './split-components.ts';

/** Gives everything a place: boxes in columns, lines between their rows, parts that nothing joins side by side. */
export async function layOut(graph: Graph, options: LayoutOptions = {}): Promise<Layout> {
  const { maxRows = 12, maxWidth = 1120 } = options;
  const components = splitComponents(graph);
  const width = maxWidth - 2 * SIZE.margin;
  const routed: Routed[] = [];
  for (const component of components) routed.push(await bestOf(component, { maxRows, types: true, styleOf: lineStyles(component.graph, options.objectStores) }, width));
  const packed = packParts(routed, width);
  const boxes: PlacedBox[] = [];
  const lines: Line[] = [];
  components.forEach((component, index) => {
    const offset = { x: (packed.places[index]?.x ?? 0) + SIZE.margin, y: (packed.places[index]?.y ?? 0) + SIZE.margin };
    routed[index]?.boxes.forEach((box, at) => {
      boxes[component.entities[at] ?? 0] = { ...box, ...moved(box, offset) };
    });
    for (const line of routed[index]?.lines ?? []) lines.push(moveLine(line, offset, component));
  });
  return { graph, width: packed.width + 2 * SIZE.margin, height: packed.height + 2 * SIZE.margin, boxes, lines };
}

export interface LayoutOptions {
  /** Boxes with more rows fold to their primary key and the rows that take part in relations; 12 unless told. */
  readonly maxRows?: number;
  /** Widest drawing to aim at, in pixels; 1120 unless told. Two boxes side by side may need more. */
  readonly maxWidth?: number;
  /** Classes of stores that hold bytes under keys: lines to them are dotted. `s3` unless told. */
  readonly objectStores?: readonly string[];
}

const BETWEEN_COLUMNS = 70;

/** Tries a few numbers of columns until one reads well, else keeps what reads best. */
async function bestOf({ graph }: Component, settings: RouteOptions, maxWidth: number): Promise<Routed> {
  const sizes = graph.entities.map((entity, index) => buildBox(entity, {
    ...settings,
    taking: new Set(graph.relations.flatMap(({ from, to }) => [from, to]).flatMap((end) => (end.entity === index && end.field !== undefined ? [end.field] : []))),
    ports: () => 0,
  }));
  const edges = graph.relations.map(({ from, to }) => ({ from: from.entity, to: to.entity })).filter(({ from, to }) => from !== to);
  if (edges.length === 0) return routeComponent(graph, [0], settings);
  const average = sizes.reduce((sum, box) => sum + box.width, 0) / sizes.length;
  const fitting = Math.floor((maxWidth + BETWEEN_COLUMNS) / (average + BETWEEN_COLUMNS));
  const heights = sizes.map((box) => box.height + 22);
  const choices = chooseColumns(heights, edges, fitting);
  // One entity a column always does.
  const tried = choices.length > 0 ? choices : [sizes.map((_, index) => index)];
  const results: { readonly columns: readonly number[]; readonly routed: Routed; readonly score: number }[] = [];
  for (const columns of tried) {
    const routed = await routeComponent(graph, columns, settings);
    // Nothing to better: what costs most is not tried again for a few pixels.
    if (readsWell(routed, maxWidth)) return routed;
    results.push({ columns, routed, score: scoreRouted(routed, maxWidth) });
  }
  const best = results.reduce((least, next) => (next.score < least.score ? next : least));
  // Names must stay readable: where a large diagram would have to be drawn much smaller, its types are left to the titles.
  const tight = sizes.length > 16 && best.routed.width > maxWidth * 1.05;
  if (!tight && !best.routed.crowded) return best.routed;
  const again = await routeComponent(graph, best.columns, { ...settings, types: !tight, after: best.routed });
  return tight || scoreRouted(again, maxWidth) < best.score ? again : best.routed;
}

/** Different ways to fill columns, from the number that fits. Each costs a layout, so small and very large graphs get fewer. */
function chooseColumns(heights: readonly number[], edges: readonly ColumnEdge[], fitting: number): readonly (readonly number[])[] {
  const size = heights.length;
  const most = size <= 8 ? Math.min(3, size) : Math.max(2, Math.min(fitting, size, 12));
  const balances = size <= 8 ? [6] : size <= 60 ? [60, 10] : [25];
  const wanted = size > 8 && size <= 60 ? 4 : 2;
  const choices = new Map<string, readonly number[]>();
  // Few columns cannot do where many entities point at each other: then more are tried, however wide that gets.
  for (const count of [most, most - 1, most + 1, most + 2, most + 3, most + 4]) {
    if (count < 2 || count > size || (choices.size > 0 && count > most + 1)) continue;
    for (const balance of balances) {
      const columns = assignColumns(heights, edges, count, balance);
      if (columns !== undefined && choices.size < wanted) choices.set(columns.join(), columns);
    }
  }
  return [...choices.values()];
}

function moved(point: Point, offset: Point): Point {
  return { x: point.x + offset.x, y: point.y + offset.y };
}

function moveLine(line: Line, offset: Point, component: Component): Line {
  return {
    style: line.style,
    branches: line.branches.map((branch) => ({
      relation: component.relations[branch.relation] ?? 0,
      points: branch.points.map((point) => moved(point, offset)),
      ...(branch.label === undefined ? {} : { label: { ...branch.label, ...moved(branch.label, offset) } }),
    })),
    feet: line.feet.map((foot) => ({ ...foot, ...moved(foot, offset), entity: component.entities[foot.entity] ?? 0 })),
    junctions: line.junctions.map((point) => moved(point, offset)),
  };
}
