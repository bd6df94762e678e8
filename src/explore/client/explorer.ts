import type { System } from '../system/system.ts';
import type { Emphasis } from './emphasis.ts';
import type { Choice, ExploreState } from './explore-state.ts';
import type { Facet } from './facets.ts';
import type { Ways } from './find-ways.ts';
import type { Legs } from './legs.ts';
import type { Scene } from './scene.ts';

/** What the parts of the page share: what there is, what was chosen, and how to choose. */
export interface Explorer {
  /** While a schema is edited, another one from moment to moment; so are facets and legs. */
  readonly system: System;
  readonly facets: readonly Facet[];
  readonly legs: Legs;
  readonly state: () => ExploreState;
  readonly scene: () => Scene;
  /** Between what was chosen and its goal; empty where there is none, or no way. */
  readonly ways: () => readonly Ways[];
  readonly emphasis: () => Emphasis;
  /** Chooses; every part of the page follows, and the address too. */
  readonly change: (change: Partial<ExploreState>) => void;
  /** Chooses an entity or a field, and flies there. */
  readonly visit: (choice: Choice) => void;
  /** Brings an entity into sight, and with it what its choice lets stand out. */
  readonly reveal: (entity: number) => void;
  /** Turns to what a hand points at or a key has come to; what is not named stays as it is. */
  readonly attend: (to: Partial<Attention>) => void;
  readonly attention: () => Attention;
  /** All of the picture, fitted. */
  readonly showWhole: () => void;
  readonly toggleFullscreen: () => void;
  /** Path of an entity's or group's page. */
  readonly hrefOf: (page: string) => string;
  /** Says something to those who listen to the page. */
  readonly say: (text: string) => void;
}

/** What a reader points at without choosing it. */
export interface Attention {
  readonly hovered: Choice | undefined;
  readonly hoveredGroup: number | undefined;
  /** The entity that the keyboard has come to. */
  readonly focused: number | undefined;
}
