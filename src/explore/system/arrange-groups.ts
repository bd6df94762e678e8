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
  const rated = framesFor(shapes, aspect).map((frame) => ({ frame, cost: costOf(inRows(shapes, order, frame), pulls, aspect) })).sort((a, b) => a.cost - b.cost);
  const tries = Math.floor(MOST_TRIES / FRAMES_TRIED);
  const settled = rated.slice(0, FRAMES_TRIED).map(({ frame }) => {
    const better = exchange(order, (tried) => costOf(inRows(shapes, tried, frame), pulls, aspect), tries);
    return { frame, ...better };
  });
  const best = settled.reduce((least, next) => (next.least < least.least ? next : least));
  return inRows(shapes, best.order, best.frame);
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

/** So often at most an order is tried, over all frames: a second for hundreds of groups. */
const MOST_TRIES = 2400;
const FRAMES_TRIED = 4;

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

/** The groups in their order, to and fro, so that the end of a row lies above the beginning of the next. Rows are as wide and stacks as high as the frame, so that edges lie in line. */
function inRows(shapes: readonly (readonly GroupShape[])[], order: readonly number[], frame: Frame): Arrangement {
  const rows = split(order, (group) => areaOf(shapes[group] ?? []), frame.rows).map((row, at) => (at % 2 === 0 ? row : row.toReversed()));
  const chosen = rows.map((row) => chooseStacks(row.map((group) => ({ group, shapes: shapes[group] ?? [] })), frame.width));
  const width = Math.max(...chosen.map(widthOf));
  const groups: PlacedGroup[] = [];
  let top = 0;
  for (const stacks of chosen) {
    const height = Math.max(...stacks.map((stack) => stack.height));
    const wider = (width - widthOf(stacks)) / stacks.reduce((sum, stack) => sum + stack.width, 0);
    let x = 0;
    for (const stack of stacks) {
      const higher = (height - stack.height) / stack.members.reduce((sum, { shape }) => sum + shape.height, 0);
      const wide = stack.width * (1 + wider);
      let y = top;
      for (const { group, shape } of stack.members) {
        const high = shape.height * (1 + higher);
        groups[group] = { x, y, width: wide, height: high, shape };
        y += high + SPACE.groups;
      }
      x += wide + SPACE.groups;
    }
    top += height + SPACE.groups;
  }
  return { width, height: top - SPACE.groups, groups };
}

/** Groups of a row that stand below each other. */
interface Stack {
  readonly members: readonly { readonly group: number; readonly shape: GroupShape }[];
  readonly width: number;
  readonly height: number;
}

interface Candidate {
  readonly group: number;
  readonly shapes: readonly GroupShape[];
}

function widthOf(stacks: readonly Stack[]): number {
  return stacks.reduce((sum, { width }) => sum + width + SPACE.groups, -SPACE.groups);
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

/** Pixels that a row may be higher than it has to be. */
const TOLERANCE = 6;

/** The stacks with which a row is lowest and still fits its width. */
function chooseStacks(row: readonly Candidate[], width: number): readonly Stack[] {
  let low = Math.max(...row.map(({ shapes }) => shapes.at(-1)?.height ?? 0));
  let high = row.reduce((sum, { shapes }) => sum + (shapes[0]?.height ?? 0) + SPACE.groups, 0);
  if (widthOf(stackUp(row, low)) <= width) return stackUp(row, low);
  while (high - low > TOLERANCE) {
    const middle = (low + high) / 2;
    if (widthOf(stackUp(row, middle)) <= width) high = middle;
    else low = middle;
  }
  return stackUp(row, high);
}

/** Each group as narrow as the height allows; one that fits below the group before it, and is no wider, stands there. */
function stackUp(row: readonly Candidate[], height: number): readonly Stack[] {
  const stacks: Stack[] = [];
  for (const { group, shapes } of row) {
    const last = stacks.at(-1);
    const below = last && shapes.findLast((shape) => shape.width <= last.width && last.height + SPACE.groups + shape.height <= height);
    if (last !== undefined && below !== undefined) {
      stacks[stacks.length - 1] = { members: [...last.members, { group, shape: below }], width: last.width, height: last.height + SPACE.groups + below.height };
      continue;
    }
    const shape = shapes.find((each) => each.height <= height) ?? shapes.at(-1);
    if (shape !== undefined) stacks.push({ members: [{ group, shape }], width: shape.width, height: shape.height });
  }
  return stacks;
}
