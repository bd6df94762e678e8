import { expect, test } from 'vitest';
import { carryCamera } from '../../src/explore/client/carry-camera.ts';
import type { System } from '../../src/explore/system/system.ts';
import { edited, placeIn, sceneOf, system } from './edited-system.ts';

const STAGE = { width: 1000, height: 600 };
const at = (address: string, of: System = system): number => placeIn(of, address);

/** Where an entity's corner is on the stage. */
function cornerOf(camera: ReturnType<typeof carryCamera>, of: System, address: string): readonly number[] {
  const [x = 0, y = 0] = of.layout.boxes[at(address, of)] ?? [];
  return [(x - camera.x) * camera.scale, (y - camera.y) * camera.scale];
}

const cameraAt = (address: string) => {
  const [x = 0, y = 0] = system.layout.boxes[at(address)] ?? [];
  return { x: x + 116, y: y + 60, scale: 0.8 };
};

test('what is in the middle stays where it is, as near as it was', () => {
  const [camera, next] = [cameraAt('postgresql.goals'), edited('mongodb.skills')];
  const carried = carryCamera(camera, STAGE, sceneOf(system), sceneOf(next), undefined);
  expect(carried.scale).toBe(0.8);
  expect(cornerOf(carried, next, 'postgresql.goals')).toEqual(cornerOf(camera, system, 'postgresql.goals'));
});

test('what was chosen stays where it is, before what is in the middle; out of sight it does not count', () => {
  const next = edited('mongodb.skills');
  const [x = 0, y = 0] = system.layout.boxes[at('postgresql.goals')] ?? [];
  const camera = { x: x - 300, y, scale: 0.8 };
  const chosen = at('postgresql.goals');
  expect(cornerOf(carryCamera(camera, STAGE, sceneOf(system), sceneOf(next), chosen), next, 'postgresql.goals')).toEqual(cornerOf(camera, system, 'postgresql.goals'));
  const far = { x: x - 3000, y, scale: 0.8 };
  expect(carryCamera(far, STAGE, sceneOf(system), sceneOf(next), chosen)).toEqual(carryCamera(far, STAGE, sceneOf(system), sceneOf(next), undefined));
});

test('where what was in the middle is gone, what is nearest to it stays', () => {
  const [camera, next] = [cameraAt('postgresql.goals'), edited('postgresql.goals')];
  const carried = carryCamera(camera, STAGE, sceneOf(system), sceneOf(next), at('postgresql.goals'));
  expect([carried.x - camera.x >= 10, carried.y - camera.y]).toEqual([true, 20]);
});
