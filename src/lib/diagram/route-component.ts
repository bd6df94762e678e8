import type { ElkNode } from 'elkjs/lib/elk-api.js';
import { buildBox, type Box } from './build-box.ts';
import { SIZE, WRAP } from './dimensions.ts';
import { shortenText } from './fit-text.ts';
import type { Graph, GraphRelation } from './graph.ts';
import type { Branch, Foot, Label, Line, PlacedBox, Point } from './layout.ts';
import type { LineStyle } from './line-style.ts';
import { measureText } from './measure-text.ts';
import { endsOf, heightForPorts, placePorts } from './place-ports.ts';
import { planLines, type LinePlan, type PlannedEnd } from './plan-lines.ts';
import { runElk } from './run-elk.ts';
import { traceStar, withoutRepeats } from './trace-star.ts';

/** One connected part of a diagram with its boxes in the given columns: places, lines, size. */
export async function routeComponent(graph: Graph, columns: readonly number[], options: RouteOptions): Promise<Routed> {
  const plan = planLines(graph, columns, options.styleOf);
  const ends = endsOf(plan);
  const labels = labelsOf(graph, plan);
  const labelled = new Set([...labels.values()].map((label) => label.end));
  const ports = heightForPorts(ends, labelled);
  const boxes = graph.entities.map((entity, index) => buildBox(entity, {
    maxRows: options.maxRows,
    types: options.types,
    taking: new Set(graph.relations.flatMap(({ from, to }) => [from, to]).flatMap((end) => (end.entity === index && end.field !== undefined ? [end.field] : []))),
    ports: (field) => ports(index, field),
  }));
  if (options.after === undefined) return place(columns, plan, labels, boxes, placePorts(ends, boxes, labelled, (end) => farEnds(plan, end).reduce((sum, far) => sum + far.entity, 0)));
  const { after } = options;
  const heightOf = (end: PlannedEnd): number => {
    const far = farEnds(plan, end);
    return far.reduce((sum, other) => sum + (after.boxes[other.entity]?.y ?? 0) + rowMiddle(boxes[other.entity], other.field), 0) / far.length;
  };
  return place(columns, plan, labels, boxes, placePorts(ends, boxes, labelled, heightOf));
}

export interface RouteOptions {
  readonly maxRows: number;
  readonly types: boolean;
  readonly styleOf: (relation: GraphRelation) => LineStyle;
  /** A first layout with the same columns. Where several lines leave one side of a row, the one that leads higher then starts higher. */
  readonly after?: Routed;
}

export interface Routed {
  /** Whether several lines leave one side of some row, so that a second layout may order them better. */
  readonly crowded: boolean;
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly PlacedBox[];
  readonly lines: readonly Line[];
}

function farEnds(plan: LinePlan, end: PlannedEnd): readonly PlannedEnd[] {
  for (const star of plan.stars) {
    if (star.hub === end) return star.leaves.map((leaf) => leaf.end);
    if (star.leaves.some((leaf) => leaf.end === end)) return [star.hub];
  }
  for (const loop of plan.loops) {
    if (loop.from === end) return [loop.to];
    if (loop.to === end) return [loop.from];
  }
  return [end];
}

function rowMiddle(box: Box | undefined, field: number | undefined): number {
  const row = field === undefined ? undefined : box?.rows.find((candidate) => candidate.field === field);
  return row === undefined ? (box?.header ?? 0) / 2 : row.y + row.height / 2;
}

/** Free space between the vertical of a loop and the feet beside it. */
const LOOP_GAP = 7;
const LABEL_GAP = 5;

async function place(columns: readonly number[], plan: LinePlan, labels: ReadonlyMap<number, PlannedLabel>, boxes: readonly Box[], heights: ReadonlyMap<PlannedEnd, number>): Promise<Routed> {
  const loops = Map.groupBy(plan.loops, (loop) => loop.from.entity);
  // Labels and loops lie in a strip beside the box that counts as part of it, so that no other line passes there: first the verticals of
  // loops, then labels.
  const labelStart = (entity: number, side: 1 | -1): number => SIZE.foot + (side === 1 ? LOOP_GAP * (loops.get(entity)?.length ?? 0) : 0) + LABEL_GAP;
  const strip = (entity: number, side: 1 | -1): number => {
    const own = [...labels.values()].filter((label) => label.end.entity === entity && label.end.side === side).map((label) => label.width + LABEL_GAP);
    const used = own.length > 0 || (side === 1 && loops.has(entity));
    return used ? Math.ceil(labelStart(entity, side) + Math.max(0, ...own)) : 0;
  };
  const strips = boxes.map((_, entity) => ({ left: strip(entity, -1), right: strip(entity, 1) }));
  const ids = new Map([...heights.keys()].map((end, index) => [end, `p${index}`]));
  const result = await runElk({
    id: 'root',
    children: boxes.map((box, entity): ElkNode => {
      const { left, right } = strips[entity] ?? { left: 0, right: 0 };
      const own = [...heights].filter(([end]) => end.entity === entity && !plan.loops.some((loop) => loop.from === end || loop.to === end));
      return {
        id: `n${entity}`,
        width: left + box.width + right,
        height: box.height,
        // The interactive layering takes the columns from here.
        x: (columns[entity] ?? 0) * 10_000,
        y: 0,
        layoutOptions: { 'elk.portConstraints': 'FIXED_POS', 'elk.alignment': 'LEFT' },
        ports: own.map(([end, y]) => ({
          id: ids.get(end) ?? '', x: end.side === 1 ? left + box.width + right : 0, y, width: 0, height: 0,
          layoutOptions: { 'elk.port.side': end.side === 1 ? 'EAST' : 'WEST' },
        })),
      };
    }),
    edges: plan.stars.flatMap((star) => star.leaves.map(({ relation, end }) => {
      const [left, right] = end.side === 1 ? [end, star.hub] : [star.hub, end];
      return { id: `e${relation}`, sources: [ids.get(left) ?? ''], targets: [ids.get(right) ?? ''] };
    })),
  });

  const placed = boxes.map((box, entity): PlacedBox => {
    const node = result.children?.[entity];
    return { ...box, x: Math.round((node?.x ?? 0) + (strips[entity]?.left ?? 0)), y: Math.round(node?.y ?? 0) };
  });
  const footOf = (end: PlannedEnd): Foot => {
    const box = placed[end.entity];
    return {
      x: (box?.x ?? 0) + (end.side === 1 ? box?.width ?? 0 : 0), y: (box?.y ?? 0) + (heights.get(end) ?? 0),
      entity: end.entity, field: end.field, direction: end.side, cardinality: end.cardinality,
    };
  };
  const routes = new Map(result.edges?.map((edge) => [edge.id, edge.sections?.[0]]));
  const labelAt = (relation: number, x: number): { readonly label?: Label } => {
    const label = labels.get(relation);
    return label === undefined ? {} : { label: { text: label.text, x, y: footOf(label.end).y, width: label.width } };
  };
  const stars = plan.stars.map((star): Line => {
    const hub = footOf(star.hub);
    const paths = star.leaves.map(({ relation, end }): readonly Point[] => {
      const leaf = footOf(end);
      const section = routes.get(`e${relation}`);
      const bends = (section?.bendPoints ?? []).map(({ x, y }) => ({ x: Math.round(x), y: Math.round(y) }));
      return squared([{ x: leaf.x, y: leaf.y }, ...(end.side === 1 ? bends : bends.toReversed()), { x: hub.x, y: hub.y }]);
    });
    const traced = traceStar(paths);
    const branches = star.leaves.map(({ relation }, index): Branch => {
      const end = labels.get(relation)?.end;
      const foot = end === undefined ? hub : footOf(end);
      const middle = foot.x + foot.direction * (labelStart(foot.entity, foot.direction) + (labels.get(relation)?.width ?? 0) / 2);
      return { relation, points: traced.branches[index] ?? [], ...labelAt(relation, middle) };
    });
    return { style: star.style, branches, feet: [hub, ...star.leaves.map((leaf) => footOf(leaf.end))], junctions: traced.junctions };
  });
  const circles = plan.loops.map((loop): Line => {
    const [from, to] = [footOf(loop.from), footOf(loop.to)];
    const x = from.x + SIZE.foot + LOOP_GAP * ((loops.get(loop.from.entity) ?? []).indexOf(loop) + 1);
    const points = [{ x: from.x, y: from.y }, { x, y: from.y }, { x, y: to.y }, { x: to.x, y: to.y }];
    return {
      style: loop.style,
      branches: [{ relation: loop.relation, points, ...labelAt(loop.relation, from.x + labelStart(loop.from.entity, 1) + (labels.get(loop.relation)?.width ?? 0) / 2) }],
      feet: [from, to],
      junctions: [],
    };
  });
  const crowded = [...Map.groupBy(heights.keys(), (end) => `${end.entity} ${end.field} ${end.side}`).values()].some((group) => group.length > 1);
  return { crowded, width: Math.ceil(result.width ?? 0), height: Math.ceil(result.height ?? 0), boxes: placed, lines: [...stars, ...circles] };
}

/** Rounding can tilt a line by a pixel: each corner takes the coordinate that it shares with the one before. */
function squared(points: readonly Point[]): readonly Point[] {
  const last = points.at(-1);
  return withoutRepeats(points.map((point, index) => {
    if (index === 0 || last === undefined || index === points.length - 1) return point;
    const before = points[index - 1] ?? point;
    const after = points[index + 1] ?? point;
    const y = index === 1 ? (points[0]?.y ?? point.y) : index === points.length - 2 ? last.y : Math.abs(before.y - point.y) <= 1 ? before.y : point.y;
    return { x: Math.abs(before.x - point.x) <= 1 && Math.abs(after.x - point.x) > 1 ? before.x : point.x, y };
  }));
}

interface PlannedLabel {
  readonly text: string;
  readonly width: number;
  /** The end that the label stands at: where the relation begins, unless others share that end. */
  readonly end: PlannedEnd;
}

/** In a larger diagram notes are left to the list of relations in words: they would push its columns apart. */
const MOST_WITH_NOTES = 16;

function labelsOf(graph: Graph, plan: LinePlan): ReadonlyMap<number, PlannedLabel> {
  const labels = new Map<number, PlannedLabel>();
  const crowded = graph.entities.length > MOST_WITH_NOTES;
  const add = (relation: number, end: PlannedEnd): void => {
    const whole = graph.relations[relation]?.label;
    if (whole === undefined || (crowded && graph.relations[relation]?.namesFields === true)) return;
    const text = shortenText(whole, WRAP.label);
    labels.set(relation, { text, width: measureText(text) * SIZE.labelText, end });
  };
  for (const star of plan.stars) for (const leaf of star.leaves) add(leaf.relation, leaf.end);
  for (const loop of plan.loops) add(loop.relation, loop.from);
  return labels;
}
