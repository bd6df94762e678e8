import { toWorld, type Camera, type Size } from './camera.ts';
import { centreOf } from './step-to.ts';
import type { Scene } from './scene.ts';

/**
 * The camera that shows a scene of an edited schema as the one before was shown: from as near, with what its reader looks at where it was. That is the entity that was
 * chosen, where it is in sight, else whatever is nearest to the middle.
 */
export function carryCamera(camera: Camera, stage: Size, from: Scene, to: Scene, chosen: number | undefined): Camera {
  const [left, top] = toWorld(camera, stage, [0, 0]);
  const isInSight = (entity: number): boolean => {
    const [x, y] = centreOf(from.boxes[entity] ?? [0, 0, 0, 0]);
    return x > left && y > top && x < left + stage.width / camera.scale && y < top + stage.height / camera.scale;
  };
  const distance = (entity: number): number => {
    const [x, y] = centreOf(from.boxes[entity] ?? [0, 0, 0, 0]);
    return entity === chosen && isInSight(entity) ? -1 : Math.hypot(x - camera.x, y - camera.y);
  };
  const places = new Map(to.system.entities.flatMap(({ address }, place) => (to.placed[place] === true ? [[address, place] as const] : [])));
  let anchor: { readonly distance: number; readonly move: readonly [number, number] } | undefined;
  for (const [entity, { address }] of from.system.entities.entries()) {
    const [before, now] = [from.boxes[entity], to.boxes[places.get(address) ?? -1]];
    if (from.placed[entity] !== true || before === undefined || now === undefined) continue;
    const own = distance(entity);
    // The upper left corner stays: a box grows downwards.
    if (own < (anchor?.distance ?? Infinity)) anchor = { distance: own, move: [now[0] - before[0], now[1] - before[1]] };
  }
  return { ...camera, x: camera.x + (anchor?.move[0] ?? 0), y: camera.y + (anchor?.move[1] ?? 0) };
}
