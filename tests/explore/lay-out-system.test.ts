import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { layOutSystem, type LaidOutSystem, type Rect, type SystemSketch } from '../../src/explore/system/lay-out-system.ts';

const sketch = (sizes: readonly number[], links: SystemSketch['links'] = []): SystemSketch => ({
  groups: sizes.length,
  boxes: sizes.flatMap((size, group) => Array.from({ length: size }, (_, at) => ({ group, width: 232, height: 94 + ((at * 37) % 5) * 20 }))),
  links,
});

const boxRects = ({ boxes }: SystemSketch, { boxes: corners }: LaidOutSystem): readonly Rect[] => boxes.map(({ width, height }, at) => [...(corners[at] ?? [0, 0]), width, height]);
const overlap = (a: Rect, b: Rect): boolean => a[0] < b[0] + b[2] && b[0] < a[0] + a[2] && a[1] < b[1] + b[3] && b[1] < a[1] + a[3];
const holds = (outer: Rect, inner: Rect): boolean => inner[0] >= outer[0] && inner[1] >= outer[1] && inner[0] + inner[2] <= outer[0] + outer[2] && inner[1] + inner[3] <= outer[1] + outer[3];
const middle = ([x, y, width, height]: Rect): readonly [number, number] => [x + width / 2, y + height / 2];

/** Every pair of rectangles that lie on each other. */
function overlaps(rects: readonly Rect[]): readonly string[] {
  return rects.flatMap((one, at) => rects.slice(at + 1).flatMap((other) => (overlap(one, other) ? [`${one} and ${other}`] : [])));
}

const anySketch = fc.array(fc.nat(14), { minLength: 1, maxLength: 9 }).chain((sizes) => {
  const boxes = sizes.reduce((sum, size) => sum + size, 0);
  const box = fc.nat(Math.max(0, boxes - 1));
  return fc.array(fc.tuple(box, box), { maxLength: boxes === 0 ? 0 : 40 }).map((links) => sketch(sizes, links));
});

test('no two boxes and no two groups lie on each other, and each box lies in its group', () => {
  fc.assert(
    fc.property(anySketch, (given) => {
      const laidOut = layOutSystem(given);
      const rects = boxRects(given, laidOut);
      const groups = laidOut.groups.flatMap((rect) => (rect ? [rect] : []));
      expect(overlaps(rects)).toEqual([]);
      expect(overlaps(groups)).toEqual([]);
      for (const [at, rect] of rects.entries()) expect(holds(laidOut.groups[given.boxes[at]?.group ?? -1] ?? [0, 0, 0, 0], rect), `${rect}`).toBe(true);
      for (const rect of groups) expect(holds([0, 0, laidOut.width, laidOut.height], rect)).toBe(true);
    }),
    { numRuns: 120, seed: 7 },
  );
});

test('the same system lies the same', () => {
  const given = sketch([5, 9, 2, 14], [[0, 8], [3, 20], [8, 9], [12, 29]]);
  expect(layOutSystem(given)).toEqual(layOutSystem(given));
});

test('a group without a box has no place, and a system without any takes none', () => {
  expect(layOutSystem(sketch([2, 0])).groups[1]).toBeUndefined();
  expect(layOutSystem(sketch([0, 0])).boxes).toEqual([]);
});

describe('a system of 1,000 entities', () => {
  const names = Array.from({ length: 20 }, () => 50);
  const links = Array.from({ length: 3000 }, (_, at): readonly [number, number] => [at % 1000, (at * 7919 + 13) % 1000]);

  test.each([1.6, 0.7])('has about the proportions asked for, and is no ribbon: %d', (aspect) => {
    const { width, height } = layOutSystem(sketch(names, links), aspect);
    expect(width / height).toBeGreaterThan(aspect * 0.75);
    expect(width / height).toBeLessThan(aspect * 1.35);
  });

  test('leaves little room empty', () => {
    const given = sketch(names, links);
    const { width, height } = layOutSystem(given);
    expect(given.boxes.reduce((sum, box) => sum + box.width * box.height, 0) / (width * height)).toBeGreaterThan(0.45);
  });
});

test('a box that grows by a row leaves every group about where it was', () => {
  const given = sketch([5, 9, 2, 14, 7, 3], [[0, 8], [3, 20], [8, 9], [12, 29], [31, 38]]);
  const before = layOutSystem(given).groups;
  const moved = given.boxes.map((_, grown) => {
    const { groups } = layOutSystem({ ...given, boxes: given.boxes.map((box, at) => (at === grown ? { ...box, height: box.height + 20 } : box)) });
    return Math.max(...groups.map((rect, at) => Math.hypot((rect?.[0] ?? 0) - (before[at]?.[0] ?? 0), (rect?.[1] ?? 0) - (before[at]?.[1] ?? 0))));
  });
  expect(moved.filter((distance) => distance > 150)).toEqual([]);
});

test('what references each other lies near each other: groups', () => {
  // Twelve groups of equal size; two of them share all references.
  const sizes = Array.from({ length: 12 }, () => 4);
  const links = Array.from({ length: 16 }, (_, at): readonly [number, number] => [at % 4, 44 + (at % 4)]);
  const { groups, width } = layOutSystem(sketch(sizes, links));
  const [a, b] = [middle(groups[0] ?? [0, 0, 0, 0]), middle(groups[11] ?? [0, 0, 0, 0])];
  expect(Math.hypot(a[0] - b[0], a[1] - b[1])).toBeLessThan(width / 2);
});

test('what references each other lies near each other: boxes', () => {
  const given = sketch([12], [[0, 11]]);
  const rects = boxRects(given, layOutSystem(given));
  const [a, b] = [middle(rects[0] ?? [0, 0, 0, 0]), middle(rects[11] ?? [0, 0, 0, 0])];
  expect(Math.hypot(a[0] - b[0], a[1] - b[1])).toBeLessThan(300);
});
