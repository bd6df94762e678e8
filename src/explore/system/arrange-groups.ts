import { SPACE } from './dimensions.ts';
import type { GroupShape } from './group-shapes.ts';
import { orderByLinks } from './order-by-links.ts';

/**
 * Places groups in rows, in about the proportions that are asked for. Groups with many references between them come near each other: a better order is looked for by
 * exchanging two groups at a time, as long as that shortens the lines.
 * @param shapes of each group: all that it may take, widest last
 * @param between pairs of groups, one for each reference; what is not within the list is passed over
 * @param aspect width to height
 */
export function arrangeGroups(shapes: readonly (readonly GroupShape[])[], between: readonly (readonly [number, number])[], aspect: number): Arrangement {
  if (shapes.length === 0) return { width: 0, height: 0, groups: [] };
  const pulls = pullsOf(between, shapes.length);
  const order = orderByLinks(shapes.map((_, group) => group), between);
  const frames = framesFor(shapes, aspect);
  const sizes = frames.map((frame) => inRows(shapes, order, frame)).map((arranged) => sizeOf(arranged, aspect) * (1 + slendernessOf(arranged) / 4));
  const frame = frames[sizes.indexOf(Math.min(...sizes))] ?? { width: 0, rows: 1 };
  return inRows(shapes, exchange(order, (tried) => costOf(inRows(shapes, tried, frame), pulls, aspect)), frame);
}

export interface Arrangement {
  readonly width: number;
  readonly height: number;
  /** In the order of the shapes given. */
  readonly groups: readonly PlacedGroup[];
}

export interface PlacedGroup {
  readonly x: number;
  readonly y: number;
  /** At least that of the shape. */
  readonly width: number;
  readonly height: number;
  readonly shape: GroupShape;
}

interface Frame {
  readonly width: number;
  readonly rows: number;
}

/** So often at most the order is tried: enough for forty groups to settle, and a second for hundreds. */
const MOST_TRIES = 6000;

function exchange(given: readonly number[], cost: (order: readonly number[]) => number): readonly number[] {
  let order = given;
  let least = cost(order);
  let tries = MOST_TRIES;
  for (let improved = true; improved; ) {
    improved = false;
    for (let i = 0; i < order.length - 1; i += 1) {
      for (let j = i + 1; j < order.length; j += 1) {
        if (tries === 0) return order;
        tries -= 1;
        const tried = order.with(i, order[j] ?? 0).with(j, order[i] ?? 0);
        const next = cost(tried);
        if (next >= least * (1 - 1e-9)) continue;
        [order, least, improved] = [tried, next, true];
      }
    }
  }
  return order;
}

/** What references draw together: pairs of groups with how many there are. */
function pullsOf(between: readonly (readonly [number, number])[], groups: number): readonly (readonly [number, number, number])[] {
  const counts = new Map<number, number>();
  for (const [from, to] of between) {
    if (from === to || from < 0 || to < 0) continue;
    const key = Math.min(from, to) * groups + Math.max(from, to);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts].map(([key, count]) => [Math.floor(key / groups), key % groups, count]);
}

function costOf(arrangement: Arrangement, pulls: readonly (readonly [number, number, number])[], aspect: number): number {
  let length = 0;
  let weight = 0;
  for (const [one, other, count] of pulls) {
    const [a, b] = [arrangement.groups[one], arrangement.groups[other]];
    if (a === undefined || b === undefined) continue;
    length += count * Math.hypot(a.x + a.width / 2 - b.x - b.width / 2, a.y + a.height / 2 - b.y - b.height / 2);
    weight += count;
  }
  const size = sizeOf(arrangement, aspect);
  // Twice as large costs more than lines half as long gain.
  return (weight === 0 ? 1 : 0.2 + length / weight / size) * size * size;
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
  return [0.9, 1, 1.1, 1.2, 1.35].flatMap((wider) => rows.map((count) => ({ width: Math.sqrt(area * aspect) * wider, rows: count })));
}

function areaOf(shapes: readonly GroupShape[]): number {
  return Math.min(...shapes.map(({ width, height }) => (width + SPACE.groups) * (height + SPACE.groups)));
}

/** The groups in their order, to and fro, so that the end of a row lies above the beginning of the next. */
function inRows(shapes: readonly (readonly GroupShape[])[], order: readonly number[], frame: Frame): Arrangement {
  const rows = split(order, (group) => areaOf(shapes[group] ?? []), frame.rows).map((row, at) => (at % 2 === 0 ? row : row.toReversed()));
  const chosen = rows.map((row) => chooseShapes(row.map((group) => shapes[group] ?? []), frame.width));
  const widths = chosen.map((row) => row.reduce((sum, { width }) => sum + width + SPACE.groups, -SPACE.groups));
  const width = Math.max(...widths);
  const groups: PlacedGroup[] = [];
  let y = 0;
  for (const [at, row] of rows.entries()) {
    const own = chosen[at] ?? [];
    const height = Math.max(...own.map((shape) => shape.height));
    const spare = width - (widths[at] ?? width);
    const total = own.reduce((sum, shape) => sum + shape.width, 0);
    let x = 0;
    for (const [place, group] of row.entries()) {
      const shape = own[place];
      if (shape === undefined) continue;
      const wide = shape.width + (spare * shape.width) / total;
      groups[group] = { x, y, width: wide, height, shape };
      x += wide + SPACE.groups;
    }
    y += height + SPACE.groups;
  }
  return { width, height: y - SPACE.groups, groups };
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

/** For each group of a row the shape with which the row is lowest and still fits its width. */
function chooseShapes(row: readonly (readonly GroupShape[])[], width: number): readonly GroupShape[] {
  const within = (height: number): readonly GroupShape[] => row.flatMap((shapes) => shapes.find((shape) => shape.height <= height) ?? shapes.at(-1) ?? []);
  const fits = (shapes: readonly GroupShape[]): boolean => shapes.reduce((sum, shape) => sum + shape.width + SPACE.groups, -SPACE.groups) <= width;
  let low = Math.max(...row.map((shapes) => shapes.at(-1)?.height ?? 0));
  let high = Math.max(...row.map((shapes) => shapes[0]?.height ?? 0));
  if (fits(within(low))) return within(low);
  while (high - low > 1) {
    const middle = (low + high) / 2;
    if (fits(within(middle))) high = middle;
    else low = middle;
  }
  return within(high);
}
