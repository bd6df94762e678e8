import type { Lit } from './light.ts';
import type { Picture } from './picture.ts';
import { distanceToSegment } from './routes.ts';

/** What lies under the pointer: a row or header, else the nearest line. */
export function pointAt(picture: Picture, { target, clientX, clientY }: MouseEvent): Lit | undefined {
  const element = target instanceof Element ? target.closest('.b') : null;
  const box = picture.boxes.findIndex((candidate) => candidate.element === element);
  if (box >= 0) {
    const row = picture.boxes[box]?.rows.findIndex((candidate) => target instanceof Node && candidate.contains(target)) ?? -1;
    return row > 0 ? { kind: 'row', box, row } : { kind: 'box', box };
  }
  return lineAt(picture, clientX, clientY);
}

/** So near a line the pointer means it; in pixels of the screen. */
const NEAR = 7;

function lineAt(picture: Picture, clientX: number, clientY: number): Lit | undefined {
  const frame = picture.svg.getBoundingClientRect();
  const scale = picture.width / frame.width;
  const point = { x: (clientX - frame.left) * scale, y: (clientY - frame.top) * scale };
  let nearest: { readonly relation: number; readonly distance: number } | undefined;
  picture.relations.forEach(({ route }, relation) => {
    for (let index = 1; index < route.length; index += 1) {
      const [a, b] = [route[index - 1], route[index]];
      const distance = a === undefined || b === undefined ? Infinity : distanceToSegment(point, a, b);
      if (distance < NEAR * scale && distance < (nearest?.distance ?? Infinity)) nearest = { relation, distance };
    }
  });
  return nearest === undefined ? undefined : { kind: 'relation', relation: nearest.relation };
}
