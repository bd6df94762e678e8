import type { Rect } from '../system/lay-out-system.ts';
import type { System } from '../system/system.ts';
import { areaOf } from './area-of.ts';
import type { Camera } from './camera.ts';
import { emphasise, type Emphasis } from './emphasis.ts';
import type { Attention, ExploreState } from './explore-state.ts';
import { buildFacets, type Facet } from './facets.ts';
import { findWays, type Ways } from './find-ways.ts';
import { buildLegs, type Legs } from './legs.ts';
import type { Frame } from './paint.ts';
import { coloursOf, readPalette, type Palette } from './palette.ts';
import { buildScene, type Scene } from './scene.ts';
import { shapeOf } from './stage.ts';
import { readAddress, renderAddress } from './state-address.ts';

/** What there is to see, from a system, the stage that it is shown on, and what a reader has chosen. Each part is made anew when what it follows from changes. */
export function createModel(root: HTMLElement, canvas: HTMLCanvasElement, given: System): Model {
  let [system, facets, legs] = [given, buildFacets(given), buildLegs(given)];
  let shape = shapeOf(canvas);
  let state = readHere();
  let scene = buildScene(system, facets, state, shape);
  let ways = waysNow();
  let attention: Attention = { hovered: undefined, hoveredGroup: undefined, focused: undefined };
  let emphasis: Emphasis | undefined;
  let palette = readPalette(root, system.stores.map(({ id }) => id));
  let colours = coloursNow();

  function readHere(): ExploreState {
    const read = readAddress(location.search, system, facets);
    return read.shape === shape ? read : { ...read, camera: undefined };
  }
  function waysNow(): readonly Ways[] {
    const { chosen, goal, directed } = state;
    return chosen === undefined || goal === undefined ? [] : findWays(system, legs, chosen.entity, goal, directed);
  }
  function coloursNow(): readonly string[] {
    const facet = facets.find(({ id }) => id === state.colour);
    const known = facet && coloursOf(facet, palette);
    return system.entities.map((_, at) => known?.get(facet?.values[at]?.[0] ?? '') ?? palette.other);
  }

  const model: Model = {
    system: () => system,
    facets: () => facets,
    legs: () => legs,
    shape: () => shape,
    state: () => state,
    scene: () => scene,
    ways: () => ways,
    attention: () => attention,
    palette: () => palette,
    emphasis: () => (emphasis ??= emphasise(scene, legs, state, ways, attention.hovered)),
    area: () => areaOf(scene, emphasise(scene, legs, state, ways, undefined)),
    frame: (camera, moving) => ({ scene: moving ?? scene, legs, emphasis: model.emphasis(), camera, palette, colours, chosen: state.chosen, goal: state.goal, ...attention }),
    readHere,
    address: () => `${location.pathname}${renderAddress(state, system)}${location.hash}`,
    look(camera) {
      state = { ...state, camera, shape };
    },
    attend(to) {
      attention = { ...attention, ...to };
      emphasis = undefined;
    },
    choose(next) {
      const was = state;
      state = next;
      const centreMoved = was.chosen !== next.chosen && (next.depth !== undefined || next.only);
      if (was.filters !== next.filters || was.only !== next.only || was.depth !== next.depth || centreMoved) scene = buildScene(system, facets, next, shape);
      ways = waysNow();
      if (was.colour !== next.colour) colours = coloursNow();
      model.attend(attention.focused !== undefined && scene.placed[attention.focused] !== true ? { focused: undefined } : {});
    },
    reshape() {
      if (shapeOf(canvas) === shape) return false;
      shape = shapeOf(canvas);
      scene = buildScene(system, facets, state, shape);
      return true;
    },
    recolour() {
      palette = readPalette(root, system.stores.map(({ id }) => id));
      colours = coloursNow();
    },
    replaceSystem(next) {
      const kept = renderAddress(state, system);
      const focused = attention.focused === undefined ? undefined : system.entities[attention.focused]?.address;
      [system, facets, legs] = [next, buildFacets(next), buildLegs(next)];
      // What a link would keep: all goes by its name, and what is gone is let go of.
      state = { ...readAddress(kept, system, facets), camera: undefined };
      scene = buildScene(system, facets, state, shape);
      ways = waysNow();
      model.recolour();
      const place = system.entities.findIndex(({ address }) => address === focused);
      model.attend({ hovered: undefined, hoveredGroup: undefined, focused: place < 0 ? undefined : place });
    },
  };
  return model;
}

export interface Model {
  readonly system: () => System;
  readonly facets: () => readonly Facet[];
  readonly legs: () => Legs;
  readonly shape: () => ReturnType<typeof shapeOf>;
  readonly state: () => ExploreState;
  readonly scene: () => Scene;
  /** Between what was chosen and its goal; empty where there is none, or no way. */
  readonly ways: () => readonly Ways[];
  readonly attention: () => Attention;
  readonly palette: () => Palette;
  readonly emphasis: () => Emphasis;
  /** Around everything that a choice lets stand out. */
  readonly area: () => Rect;
  /** @param moving what to draw instead of the scene, while boxes are on their way */
  readonly frame: (camera: Camera, moving: Scene | undefined) => Frame;
  /** The state of the address; a camera that was used on a stage of another shape is of no use here. */
  readonly readHere: () => ExploreState;
  /** Of the state, as a path of this site. */
  readonly address: () => string;
  /** Remembers where one looks; `undefined`: at the whole. */
  readonly look: (camera: Camera | undefined) => void;
  /** Turns to what a hand points at or a key has come to; what is not named stays as it is. */
  readonly attend: (to: Partial<Attention>) => void;
  readonly choose: (next: ExploreState) => void;
  /** Takes the stage's shape, if that is another now, and says so. */
  readonly reshape: () => boolean;
  /** Reads the colours of the page anew. */
  readonly recolour: () => void;
  /** Takes another system for this one: what was chosen, and who has the focus, stay. */
  readonly replaceSystem: (next: System) => void;
}
