import type { FacetId } from './facets.ts';
import type { Filters } from './filters.ts';
import type { Camera } from './camera.ts';
import type { StageShape } from './scene.ts';

/** All that a reader has chosen: what the address of the page holds, and what the picture is drawn from. */
export interface ExploreState {
  /** Absent: the whole, fitted. */
  readonly camera?: Camera | undefined;
  /** The shape of the stage that the camera was used on: on another, things lie elsewhere. */
  readonly shape?: StageShape | undefined;
  readonly chosen?: Choice | undefined;
  /** The other end of the way that is asked for. */
  readonly goal?: number | undefined;
  /** Whether a way follows the direction of references; else it goes against it too. */
  readonly directed: boolean;
  /** Only what is so many references away from what was chosen. */
  readonly depth?: number | undefined;
  readonly filters: Filters;
  /** What the filters leave out is not there at all; else it is faint. */
  readonly only: boolean;
  readonly colour: FacetId;
}

/** An entity, or one of its fields. */
export interface Choice {
  readonly entity: number;
  /** Place in its list of fields. */
  readonly field?: number | undefined;
}

export const INITIAL: ExploreState = { directed: false, filters: {}, only: false, colour: 'store' };

/** What a reader points at without choosing it. */
export interface Attention {
  readonly hovered: Choice | undefined;
  readonly hoveredGroup: number | undefined;
  /** The entity that the keyboard has come to. */
  readonly focused: number | undefined;
}
