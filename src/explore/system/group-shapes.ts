import { SPACE } from './dimensions.ts';

/** A group's boxes, in their order, as columns: all ways from one column to as many as are of use, each as low as its number of columns allows. */
export function shapesOf(boxes: readonly { readonly width: number; readonly height: number }[]): readonly GroupShape[] {
  const boxWidth = Math.max(...boxes.map(({ width }) => width));
  const shapes: GroupShape[] = [];
  for (let count = 1; count <= Math.min(boxes.length, MOST_COLUMNS); count += 1) {
    const columns = fill(boxes, lowestHeight(boxes, count));
    const height = Math.max(...columns.map((own) => heightOf(own, boxes)));
    const shape = { columns, boxWidth, width: columns.length * (boxWidth + SPACE.column) - SPACE.column + 2 * SPACE.padding, height: height + SPACE.title + SPACE.padding };
    if (shape.height < (shapes.at(-1)?.height ?? Infinity)) shapes.push(shape);
  }
  return shapes;
}

export interface GroupShape {
  /** Places in the order of the boxes. */
  readonly columns: readonly (readonly number[])[];
  readonly boxWidth: number;
  /** With title and padding. */
  readonly width: number;
  readonly height: number;
}

/** No group of more columns would fit a screen's proportions. */
const MOST_COLUMNS = 80;

/** The least height at which the boxes fit into so many columns. */
function lowestHeight(boxes: readonly { readonly height: number }[], count: number): number {
  let low = Math.max(...boxes.map(({ height }) => height));
  let high = boxes.reduce((sum, { height }) => sum + height + SPACE.row, 0);
  while (high - low > 1) {
    const middle = (low + high) / 2;
    if (fill(boxes, middle).length <= count) high = middle;
    else low = middle;
  }
  return high;
}

function fill(boxes: readonly { readonly height: number }[], limit: number): readonly (readonly number[])[] {
  const columns: number[][] = [];
  let height = Infinity;
  for (const [at, box] of boxes.entries()) {
    if (height + SPACE.row + box.height > limit) {
      columns.push([]);
      height = -SPACE.row;
    }
    columns.at(-1)?.push(at);
    height += SPACE.row + box.height;
  }
  return columns;
}

function heightOf(column: readonly number[], boxes: readonly { readonly height: number }[]): number {
  return column.reduce((sum, at) => sum + (boxes[at]?.height ?? 0) + SPACE.row, -SPACE.row);
}
