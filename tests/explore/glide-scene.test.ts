import { expect, test } from 'vitest';
import { between } from '../../src/explore/client/camera.ts';
import { carryCamera } from '../../src/explore/client/carry-camera.ts';
import { glideScene } from '../../src/explore/client/glide-scene.ts';
import type { Scene } from '../../src/explore/client/scene.ts';
import { edited, placeIn, sceneOf, system } from './edited-system.ts';

const boxIn = ({ system: of, boxes }: Scene, address: string) => boxes[placeIn(of, address)]?.slice(0, 2);

test('boxes pass from where they were to where they will be', () => {
  const [from, to] = [sceneOf(system), sceneOf(edited('mongodb.skills'))];
  const glide = glideScene(from, to);
  const [before = [], after = []] = [boxIn(from, 'postgresql.users'), boxIn(to, 'postgresql.users')];
  expect(boxIn(glide?.(0) ?? to, 'postgresql.users')).toEqual(before);
  expect(boxIn(glide?.(0.5) ?? to, 'postgresql.users')).toEqual(before.map((value, axis) => (value + (after[axis] ?? 0)) / 2));
  expect(boxIn(glide?.(1) ?? from, 'postgresql.users')).toEqual(after);
});

test('groups pass with them', () => {
  const from = sceneOf(system);
  const { groups } = system.layout;
  const to = sceneOf({ ...system, layout: { ...system.layout, groups: groups.map((rect) => rect && ([rect[0] + 8, rect[1], rect[2], rect[3] + 40] as const)) } });
  const [x = 0, y = 0, width = 0, height = 0] = groups[0] ?? [];
  expect(glideScene(from, to)?.(0.25).layout.groups[0]).toEqual([x + 2, y, width, height + 10]);
});

test('what is new is where it will be', () => {
  const [from, to] = [sceneOf(edited('mongodb.skills')), sceneOf(system)];
  expect(boxIn(glideScene(from, to)?.(0) ?? from, 'mongodb.skills')).toEqual(boxIn(to, 'mongodb.skills'));
});

test('nothing is on its way where everything stays', () => {
  expect(glideScene(sceneOf(system), sceneOf({ ...system, name: 'Otherwise' }))).toBeUndefined();
});

test('with the camera that is carried along, what its reader looks at never leaves its place', () => {
  const [from, to] = [sceneOf(system), sceneOf(edited('mongodb.skills'))];
  const [left = 0, top = 0] = boxIn(from, 'postgresql.goals') ?? [];
  const camera = { x: left + 116, y: top + 60, scale: 0.8 };
  const carried = carryCamera(camera, { width: 1000, height: 600 }, from, to, undefined);
  const places = [0, 0.3, 0.7, 1].map((part) => {
    const { x, y } = between(camera, carried, part);
    const [boxX = 0, boxY = 0] = boxIn(glideScene(from, to)?.(part) ?? to, 'postgresql.goals') ?? [];
    return [Math.round((boxX - x) * 1000) / 1000, Math.round((boxY - y) * 1000) / 1000];
  });
  expect(places).toEqual([[-116, -60], [-116, -60], [-116, -60], [-116, -60]]);
});

test('what is on its way goes on from where it is', () => {
  const [from, to] = [sceneOf(system), sceneOf(edited('mongodb.skills'))];
  const halfway = glideScene(from, to)?.(0.5) ?? to;
  expect(boxIn(glideScene(halfway, from)?.(0) ?? from, 'postgresql.users')).toEqual(boxIn(halfway, 'postgresql.users'));
});
