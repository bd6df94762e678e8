import { SPACE } from './dimensions.ts';
import { shapesOf, type GroupShape } from './group-shapes.ts';
import { orderByLinks } from './order-by-links.ts';
import { placeInRows, type Arrangement, type Rows } from './place-in-rows.ts';

/**
 * Plans rows of groups that come to about the proportions asked for. Groups with many references between them come near each other: a better order is looked for by
 * exchanging two groups at a time, as long as that shortens the lines.
 *
 * The plan is made for groups of about their size, and, where these are many, about so many references: most fields more or less leave the groups where they were. It is
 * kept, since looking for it takes most of the time of a layout.
 * @param between pairs of groups, one for each reference; what is not within the list is passed over
 * @param aspect width to height
 */
export function planRows(groups: readonly GroupSize[], between: readonly (readonly [number, number])[], aspect: number): Rows {
  const given: Given = { groups: groups.map(({ boxes, width, height }) => ({ boxes, width, height: rounded(height, 4) })), pulls: pullsOf(between, groups.length), aspect };
  const key = JSON.stringify(given);
  const plan = last?.key === key ? last.plan : search(given);
  last = { key, plan };
  return plan;
}

/** Of a group: how many boxes it holds, how wide each is, and how high they are on average. */
export interface GroupSize {
  readonly boxes: number;
  readonly width: number;
  readonly height: number;
}

let last: { readonly key: string; readonly plan: Rows } | undefined;

/** In so many steps to each doubling. */
function rounded(value: number, steps: number): number {
  return Math.round(2 ** (Math.round(Math.log2(Math.max(value, 1)) * steps) / steps));
}

interface Given {
  readonly groups: readonly GroupSize[];
  readonly pulls: readonly Pull[];
  readonly aspect: number;
}

/** Two groups, and about how many references there are between them. */
type Pull = readonly [one: number, other: number, count: number];

/** Of fewer references between two groups each counts. */
const MANY = 12;

interface Frame {
  readonly width: number;
  readonly rows: number;
}

/** So often at most an order is tried, over all frames: half a second for hundreds of groups. */
const MOST_TRIES = 2400;
const FRAMES_TRIED = 4;

function search({ groups, pulls, aspect }: Given): Rows {
  if (groups.length === 0) return { rows: [], width: 0 };
  const shapes = groups.map(({ boxes, width, height }) => shapesOf(Array.from({ length: boxes }, () => ({ width, height }))));
  const costIn = (frame: Frame) => (order: readonly number[]) => costOf(placeInRows(shapes, rowsOf(shapes, order, frame)), pulls, aspect);
  const order = orderByLinks(groups.map((_, group) => group), pulls.flatMap(([one, other, count]) => Array.from({ length: count }, () => [one, other] as const)));
  const rated = framesFor(shapes, aspect).map((frame) => ({ frame, cost: costIn(frame)(order) })).sort((a, b) => a.cost - b.cost);
  const tries = Math.floor(MOST_TRIES / FRAMES_TRIED);
  const settled = rated.slice(0, FRAMES_TRIED).map(({ frame }) => ({ frame, ...exchange(order, costIn(frame), tries) }));
  const best = settled.reduce((least, next) => (next.least < least.least ? next : least));
  return rowsOf(shapes, best.order, best.frame);
}

function exchange(given: readonly number[], cost: (order: readonly number[]) => number, most: number): { readonly order: readonly number[]; readonly least: number } {
  let order = given;
  let least = cost(order);
  let tries = most;
  for (let improved = true; improved; ) {
    improved = false;
    for (let i = 0; i < order.length - 1; i += 1) {
      for (let j = i + 1; j < order.length; j += 1) {
        if (tries === 0) return { order, least };
        tries -= 1;
        const tried = order.with(i, order[j] ?? 0).with(j, order[i] ?? 0);
        const next = cost(tried);
        if (next >= least * (1 - 1e-9)) continue;
        [order, least, improved] = [tried, next, true];
      }
    }
  }
  return { order, least };
}

/** What references draw together. */
function pullsOf(between: readonly (readonly [number, number])[], groups: number): readonly Pull[] {
  const counts = new Map<number, number>();
  for (const [from, to] of between) {
    if (from === to || from < 0 || to < 0) continue;
    const key = Math.min(from, to) * groups + Math.max(from, to);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts].map(([key, count]) => [Math.floor(key / groups), key % groups, count < MANY ? count : rounded(count, 2)] as const)
    .sort(([a, b], [c, d]) => a - c || b - d);
}

function costOf(arrangement: Arrangement, pulls: readonly Pull[], aspect: number): number {
  let length = 0;
  let weight = 0;
  for (const [one, other, count] of pulls) {
    const [a, b] = [arrangement.groups[one], arrangement.groups[other]];
    if (a === undefined || b === undefined) continue;
    length += count * Math.hypot(a.x + a.width / 2 - b.x - b.width / 2, a.y + a.height / 2 - b.y - b.height / 2);
    weight += count;
  }
  const size = sizeOf(arrangement, aspect);
  // A picture that is half as large is worth more than lines half as long, and than cards of good proportions.
  return (weight === 0 ? 1 : 0.3 + length / weight / size) * size * size * (1 + slendernessOf(arrangement) / 3);
}

/** The height of a screen of these proportions that the whole fits on. */
function sizeOf({ width, height }: Arrangement, aspect: number): number {
  return Math.max(width / aspect, height);
}

/** 0 where every group has about the proportions of a card; 1 where they are nearly three times as wide or as high. */
function slendernessOf({ groups }: Arrangement): number {
  return groups.reduce((sum, { width, height }) => sum + Math.abs(Math.log(width / height / 1.3)), 0) / groups.length;
}

function framesFor(shapes: readonly (readonly GroupShape[])[], aspect: number): readonly Frame[] {
  const area = shapes.reduce((sum, own) => sum + areaOf(own), 0);
  const rows = Array.from({ length: Math.min(shapes.length, Math.ceil(2 * Math.sqrt(shapes.length)) + 1) }, (_, at) => at + 1);
  return [0.9, 1, 1.1, 1.2, 1.3, 1.4].flatMap((wider) => rows.map((count) => ({ width: Math.sqrt(area * aspect) * wider, rows: count })));
}

/** With the space around it, in its first shape: the others take about as much. */
function areaOf([shape]: readonly GroupShape[]): number {
  return shape === undefined ? 0 : (shape.width + SPACE.groups) * (shape.height + SPACE.groups);
}

/** The groups in their order, to and fro, so that the end of a row lies above the beginning of the next. */
function rowsOf(shapes: readonly (readonly GroupShape[])[], order: readonly number[], { width, rows }: Frame): Rows {
  return { width, rows: split(order, (group) => areaOf(shapes[group] ?? []), rows).map((row, at) => (at % 2 === 0 ? row : row.toReversed())) };
}

/** Cuts a list into parts of about the same sum. */
function split(order: readonly number[], size: (group: number) => number, parts: number): readonly (readonly number[])[] {
  const total = order.reduce((sum, group) => sum + size(group), 0);
  const rows: number[][] = [];
  let before = 0;
  for (const group of order) {
    const own = size(group);
    const part = Math.min(parts - 1, Math.floor(((before + own / 2) / total) * parts));
    (rows[part] ??= []).push(group);
    before += own;
  }
  return rows.filter((row) => row !== undefined);
}
