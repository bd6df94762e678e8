import { buildFacets } from '../../src/explore/client/facets.ts';
import { INITIAL } from '../../src/explore/client/explore-state.ts';
import { buildScene, type Scene } from '../../src/explore/client/scene.ts';
import { buildSystem } from '../../src/explore/system/build-system.ts';
import type { System } from '../../src/explore/system/system.ts';
import { seedCatalog } from './seed-catalog.ts';

/** The system that is shipped. */
export const system = buildSystem(await seedCatalog());

export const sceneOf = (of: System): Scene => buildScene(of, buildFacets(of), INITIAL, 'wide');

export const placeIn = (of: System, address: string): number => of.entities.findIndex((entity) => entity.address === address);

/** The system with every box moved, and without one entity. */
export function edited(gone: string): System {
  const without = <T>(list: readonly T[]): readonly T[] => list.filter((_, place) => place !== placeIn(system, gone));
  const boxes = without(system.layout.boxes).map(([x, y], place) => [x + 10 + place, y + 20] as const);
  return { ...system, entities: without(system.entities), references: [], layout: { ...system.layout, boxes } };
}
