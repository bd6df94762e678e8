import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { cornersOf, distanceToSegment, routesOf } from '../../src/diagrams/client/routes.ts';
import { drawDiagram, layOut, parseErDiagram } from '../../src/lib/diagram/index.ts';

test('the corners of a drawn line are those that it was drawn from', () => {
  expect(cornersOf('M765 261h-18q-5 0 -5-5v-95q0-5 -5-5h-195')).toEqual([{ x: 765, y: 261 }, { x: 742, y: 261 }, { x: 742, y: 156 }, { x: 542, y: 156 }]);
  expect(cornersOf('M10 10h20v5')).toEqual([{ x: 10, y: 10 }, { x: 30, y: 10 }, { x: 30, y: 15 }]);
});

test('a branch goes on through the line that it joins', () => {
  const routes = routesOf([[{ x: 0, y: 0 }, { x: 100, y: 0 }], [{ x: 0, y: 50 }, { x: 40, y: 50 }, { x: 40, y: 0 }], [{ x: 20, y: 90 }, { x: 20, y: 50 }]]);
  expect(routes[1]).toEqual([{ x: 0, y: 50 }, { x: 40, y: 50 }, { x: 40, y: 0 }, { x: 100, y: 0 }]);
  expect(routes[2]).toEqual([{ x: 20, y: 90 }, { x: 20, y: 50 }, { x: 40, y: 50 }, { x: 40, y: 0 }, { x: 100, y: 0 }]);
});

test('in the overview every relation leads from row to row', async () => {
  const graph = await parseErDiagram(readFileSync(join(import.meta.dirname, 'overview.mmd'), 'utf8'));
  const layout = await layOut(graph);
  const { svg } = await drawDiagram(readFileSync(join(import.meta.dirname, 'overview.mmd'), 'utf8'));
  const lines = [...svg.matchAll(/<g class="l[ado]">(.*?)<\/g>/g)].map(([, line = '']) => [...line.matchAll(/data-r="(\d+)" data-j="[^"]*" d="([^"]*)"/g)].map(([, relation = '', path = '']) => ({ relation: Number(relation), path })));
  const numbers: number[] = [];
  for (const line of lines) {
    const routes = routesOf(line.map(({ path }) => cornersOf(path)));
    line.forEach(({ relation }, at) => {
      numbers.push(relation);
      const { from, to } = graph.relations[relation] ?? { from: undefined, to: undefined };
      const ends = [routes[at]?.at(0), routes[at]?.at(-1)];
      // Which end is the common one depends on the picture.
      for (const end of [from, to]) {
        const box = layout.boxes[end?.entity ?? -1];
        const row = box?.rows.find(({ field }) => field === end?.field);
        const [top, height] = row === undefined ? [0, box?.header ?? 0] : [row.y, row.height];
        const [left, right] = [box?.x ?? 0, (box?.x ?? 0) + (box?.width ?? 0)];
        const meets = ends.some((point) => point !== undefined && (point.x === left || point.x === right) && point.y >= (box?.y ?? 0) + top && point.y <= (box?.y ?? 0) + top + height);
        expect(meets, `relation ${relation}`).toBe(true);
      }
    });
  }
  expect(numbers.sort((a, b) => a - b)).toEqual(graph.relations.map((_, index) => index));
});

test('the distance to a stretch', () => {
  expect(distanceToSegment({ x: 5, y: 3 }, { x: 0, y: 0 }, { x: 10, y: 0 })).toBe(3);
  expect(distanceToSegment({ x: 13, y: 4 }, { x: 10, y: 0 }, { x: 0, y: 0 })).toBe(5);
});

test('a line that joins another at its corner turns there', () => {
  const [, joining] = routesOf([[{ x: 0, y: 0 }, { x: 50, y: 0 }, { x: 50, y: 40 }, { x: 100, y: 40 }], [{ x: 50, y: 90 }, { x: 50, y: 40 }]]);
  expect(joining).toEqual([{ x: 50, y: 90 }, { x: 50, y: 40 }, { x: 100, y: 40 }]);
});
