import { SPACE } from './dimensions.ts';
import type { GroupShape } from './group-shapes.ts';

/**
 * Places groups in rows of which each is as low as its groups allow in the width of all. Rows are as wide and stacks as high as the whole, so that edges lie in line.
 * @param shapes of each group: all that it may take, widest last
 */
export function placeInRows(shapes: readonly (readonly GroupShape[])[], { rows, width: wanted }: Rows): Arrangement {
  const chosen = rows.map((row) => chooseStacks(row.map((group) => ({ group, shapes: shapes[group] ?? [] })), wanted));
  const width = Math.max(0, ...chosen.map(widthOf));
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
  return { width, height: Math.max(0, top - SPACE.groups), groups };
}

/** Which groups stand in which row, from left to right, and how wide the rows may be. */
export interface Rows {
  readonly rows: readonly (readonly number[])[];
  readonly width: number;
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
