/** More entities than this nobody reads in one picture; they are drawn in groups. */
export const MOST_BOXES = 60;

/** How many neighbours fit beside so many boxes. */
export function neighboursBeside(boxes: number): number {
  return Math.max(12, MOST_BOXES - boxes);
}
