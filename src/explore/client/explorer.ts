import type { Rect } from '../system/lay-out-system.ts';
import type { System } from '../system/system.ts';
import type { ExploreState } from './explore-state.ts';
import type { Facet } from './facets.ts';
import type { Ways } from './find-ways.ts';
import type { Legs } from './legs.ts';
import type { Scene } from './scene.ts';

/** What the parts of the page share: what there is, what was chosen, and how to choose. */
export interface Explorer {
  readonly system: System;
  readonly facets: readonly Facet[];
  readonly legs: Legs;
  readonly state: () => ExploreState;
  readonly scene: () => Scene;
  /** Between what was chosen and its goal; empty where there is none, or no way. */
  readonly ways: () => readonly Ways[];
  /** Chooses; every part of the page follows, and the address too. */
  readonly change: (change: Partial<ExploreState>) => void;
  /** Brings a rectangle of the picture into sight, no larger than its natural size. */
  readonly flyTo: (rect: Rect) => void;
  /** Chooses an entity or a field, and flies there. */
  readonly visit: (entity: number, field?: number) => void;
  /** Path of an entity's or group's page. */
  readonly hrefOf: (page: string) => string;
  /** Says something to those who listen to the page. */
  readonly say: (text: string) => void;
}
