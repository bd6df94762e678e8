import type { Attention, Choice, ExploreState } from './explore-state.ts';
import type { Model } from './explore-model.ts';

/** What the parts of the page share: what there is, what was chosen, and how to choose. While a schema is edited the system is another from moment to moment. */
export interface Explorer extends Pick<Model, 'system' | 'facets' | 'legs' | 'state' | 'scene' | 'ways' | 'emphasis' | 'attention'> {
  /** Chooses; every part of the page follows, and the address too. */
  readonly change: (change: Partial<ExploreState>) => void;
  /** Chooses an entity or a field, and flies there. */
  readonly visit: (choice: Choice) => void;
  /** Brings an entity into sight, and with it what its choice lets stand out. */
  readonly reveal: (entity: number) => void;
  /** Turns to what a hand points at or a key has come to; what is not named stays as it is. */
  readonly attend: (to: Partial<Attention>) => void;
  /** All of the picture, fitted. */
  readonly showWhole: () => void;
  readonly toggleFullscreen: () => void;
  /** Path of an entity's or group's page. */
  readonly hrefOf: (page: string) => string;
  /** Says something to those who listen to the page. */
  readonly say: (text: string) => void;
}
