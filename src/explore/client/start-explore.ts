import type { System } from '../system/system.ts';
import { areaOf } from './area-of.ts';
import { carryCamera } from './carry-camera.ts';
import { emphasise, type Emphasis } from './emphasis.ts';
import { startEntityList } from './entity-list.ts';
import { describeChoice, entityLabel, fieldLabel } from './entity-words.ts';
import type { Attention, Explorer } from './explorer.ts';
import type { ExploreState } from './explore-state.ts';
import { buildFacets } from './facets.ts';
import { find, startFilterMenu } from './filter-menu.ts';
import { findWays, type Ways } from './find-ways.ts';
import { glideScene } from './glide-scene.ts';
import { startLegend } from './legend.ts';
import { buildLegs } from './legs.ts';
import { coloursOf, readPalette } from './palette.ts';
import { startPanel } from './panel.ts';
import { createPicture } from './picture.ts';
import { respondToKeys } from './respond-to-keys.ts';
import { respondToPointer } from './respond-to-pointer.ts';
import { buildScene } from './scene.ts';
import { startSearchBox } from './search-box.ts';
import { buildStage, coveredBy, shapeOf } from './stage.ts';
import { readAddress, renderAddress } from './state-address.ts';

/** Milliseconds that the camera rests before the address follows it. */
const REST = 250;

/** Makes the static picture of a page one to ask. */
export function startExplore(root: HTMLElement, given: System): Exploration {
  let system = given;
  let facets = buildFacets(system);
  let legs = buildLegs(system);
  const stage = buildStage(find(root, '.pr-x-stage', HTMLElement));
  let shape = shapeOf(stage.canvas);
  let state: ExploreState = readHere();
  let scene = buildScene(system, facets, state, shape);
  let ways: readonly Ways[] = waysOf(state);
  let attention: Attention = { hovered: undefined, hoveredGroup: undefined, focused: undefined };
  let emphasis: Emphasis | undefined;
  let palette = paletteNow();
  let colours = coloursNow();

  const picture = createPicture(stage.canvas, {
    scene: () => scene,
    frame: (camera, moving) => ({ scene: moving ?? scene, legs, emphasis: emphasisNow(), camera, palette, colours, chosen: state.chosen, goal: state.goal, ...attention }),
    moved: () => rememberLater(),
    resized: () => {
      if (shapeOf(stage.canvas) === shape) return;
      shape = shapeOf(stage.canvas);
      scene = buildScene(system, facets, state, shape);
      picture.fit('jump');
    },
    covered: () => coveredBy(stage),
  });

  /** The state of the address; a camera that was used on a stage of another shape is of no use here. */
  function readHere(): ExploreState {
    const read = readAddress(location.search, system, facets);
    return read.shape === shape ? read : { ...read, camera: undefined };
  }
  function waysOf({ chosen, goal, directed }: ExploreState): readonly Ways[] {
    return chosen === undefined || goal === undefined ? [] : findWays(system, legs, chosen.entity, goal, directed);
  }
  function emphasisNow(): Emphasis {
    return (emphasis ??= emphasise(scene, legs, state, ways, attention.hovered));
  }
  function paletteNow(): ReturnType<typeof readPalette> {
    return readPalette(root, system.stores.map(({ id }) => id));
  }
  function coloursNow(): readonly string[] {
    const facet = facets.find(({ id }) => id === state.colour);
    const known = facet && coloursOf(facet, palette);
    return system.entities.map((_, at) => known?.get(facet?.values[at]?.[0] ?? '') ?? palette.other);
  }

  let resting = 0;
  function rememberLater(): void {
    clearTimeout(resting);
    resting = window.setTimeout(() => {
      state = { ...state, camera: picture.camera(), shape };
      history.replaceState(null, '', addressNow());
    }, REST);
  }
  function addressNow(): string {
    return `${location.pathname}${renderAddress(state, system)}${location.hash}`;
  }

  function take(is: ExploreState, from: 'choice' | 'address'): void {
    const was = state;
    const { layout } = scene;
    const centreMoved = was.chosen !== is.chosen && (is.depth !== undefined || is.only);
    if (was.filters !== is.filters || was.only !== is.only || was.depth !== is.depth || centreMoved) scene = buildScene(system, facets, is, shape);
    const moved = scene.layout !== layout;
    // Where everything lies elsewhere now, the camera of before looks at nothing that was meant.
    state = moved && from === 'choice' ? { ...is, camera: undefined } : is;
    ways = waysOf(state);
    if (was.colour !== is.colour) colours = coloursNow();
    attend(attention.focused !== undefined && scene.placed[attention.focused] !== true ? { focused: undefined } : {});
    refresh();
    if (moved || (picture.isFitted() && is.filters !== was.filters)) picture.fit('glide');
  }
  function attend(to: Partial<Attention>): void {
    attention = { ...attention, ...to };
    emphasis = undefined;
    picture.invalidate();
  }
  function areaNow(): ReturnType<typeof areaOf> {
    return areaOf(scene, emphasise(scene, legs, state, ways, undefined));
  }

  const explorer: Explorer = {
    get system() {
      return system;
    },
    get facets() {
      return facets;
    },
    get legs() {
      return legs;
    },
    state: () => state,
    scene: () => scene,
    ways: () => ways,
    emphasis: emphasisNow,
    attention: () => attention,
    attend,
    change: (change) => {
      clearTimeout(resting);
      take({ ...state, ...(picture.isFitted() ? { camera: undefined } : { camera: picture.camera(), shape }), ...change }, 'choice');
      history.pushState(null, '', addressNow());
      explorer.say(describeState());
      if (change.goal !== undefined && ways.length > 0) picture.fly(areaNow(), { margin: 40 });
    },
    visit: (choice) => {
      const isPlaced = scene.placed[choice.entity] === true;
      explorer.change({ chosen: choice, goal: undefined, ...(isPlaced ? {} : { depth: undefined, only: false }) });
      attend({ focused: choice.entity, hovered: undefined });
      picture.fly(scene.boxes[choice.entity] ?? [0, 0, 1, 1], { most: 1, margin: shape === 'tall' ? 30 : 120 });
    },
    reveal: (entity) => picture.reveal(scene.boxes[entity] ?? [0, 0, 1, 1], areaNow()),
    showWhole: () => {
      clearTimeout(resting);
      state = { ...state, camera: undefined };
      picture.fit('glide');
      history.replaceState(null, '', addressNow());
    },
    toggleFullscreen: () => void (document.fullscreenElement === null ? root.requestFullscreen() : document.exitFullscreen()),
    hrefOf: (page) => `${root.dataset['base'] ?? '/'}${page}/`,
    say: (text) => {
      stage.live.textContent = text;
    },
  };
  function describeState(): string {
    const { chosen, goal } = state;
    if (chosen === undefined) return '';
    if (goal !== undefined) return ways.length === 0 ? 'No way leads there.' : `${ways[0]?.ways.length ?? 0} ways to ${entityLabel(system, goal)}`;
    return `${fieldLabel(system, chosen.entity, chosen.field ?? -1)} is chosen. ${describeChoice(system, legs, chosen)}`;
  }

  const refreshers = [
    startFilterMenu(root, stage.chips, explorer),
    startLegend(stage.legend, explorer, () => palette),
    startPanel(stage.panel, stage.canvas, explorer),
  ];
  const refreshList = startEntityList(find(root, '.pr-x-list', HTMLElement), explorer);
  function refreshStage(): void {
    for (const each of refreshers) each();
    stage.note.hidden = true;
  }
  function refresh(): void {
    refreshStage();
    refreshList();
  }
  startSearchBox({ input: find(root, '.pr-x-search input', HTMLInputElement), list: find(root, '#pr-x-found', HTMLElement), system: () => system, entitiesOnly: false, pick: (choice) => {
    explorer.visit(choice);
    stage.canvas.focus({ preventScroll: true });
  } });
  respondToPointer(stage, picture, explorer);
  respondToKeys(root, picture, explorer);
  stage.buttons({ nearer: () => picture.zoom(undefined, 1.4), farther: () => picture.zoom(undefined, 1 / 1.4), whole: explorer.showWhole, fullscreen: explorer.toggleFullscreen });

  const recolour = (): void => {
    palette = paletteNow();
    colours = coloursNow();
    refresh();
    picture.invalidate();
  };
  new MutationObserver(recolour).observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', recolour);
  void document.fonts.ready.then(() => picture.invalidate());
  addEventListener('popstate', () => {
    const next = readHere();
    take(next, 'address');
    if (next.camera) picture.look(next.camera);
    else picture.fit('glide');
  });

  root.classList.add('live');
  refresh();
  if (state.camera) picture.look(state.camera);
  // On a phone all that it has to do with would often be too small to be read.
  else if (state.chosen !== undefined && state.depth === undefined) picture.fly(areaNow(), { margin: 30, nearer: shape === 'tall' && state.goal === undefined ? scene.boxes[state.chosen.entity] : undefined });
  else picture.fit('jump');

  return {
    system: () => system,
    hrefOf: explorer.hrefOf,
    replaceSystem(next, below) {
      const [was, camera, chosen, kept] = [scene, picture.camera(), state.chosen?.entity, renderAddress(state, system)];
      const focused = attention.focused === undefined ? undefined : system.entities[attention.focused]?.address;
      [system, facets, legs] = [next, buildFacets(next), buildLegs(next)];
      // What a link would keep: all goes by its name, and what is gone is let go of.
      state = { ...readAddress(kept, system, facets), camera: undefined };
      scene = buildScene(system, facets, state, shape);
      ways = waysOf(state);
      palette = paletteNow();
      colours = coloursNow();
      const place = system.entities.findIndex(({ address }) => address === focused);
      attend({ hovered: undefined, hoveredGroup: undefined, focused: place < 0 ? undefined : place });
      refreshStage();
      picture.follow(carryCamera(camera, picture.stage(), was, scene, chosen), glideScene(was, scene));
      if (!picture.isFitted()) state = { ...state, camera: picture.camera(), shape };
      clearTimeout(resting);
      history.replaceState(null, '', addressNow());
      // Whoever edits looks at the picture: what stands below it waits until that is painted.
      requestAnimationFrame(() => setTimeout(() => {
        if (system !== next) return;
        below();
        refreshList();
      }));
    },
  };
}

/** The picture of a page while it can be asked. */
export interface Exploration {
  readonly system: () => System;
  readonly hrefOf: (page: string) => string;
  /**
   * Shows another system in the place of one: what was chosen, how near one looks, and who has the focus stay.
   * @param below makes what the page holds below the picture that of this system; called when the picture is painted
   */
  readonly replaceSystem: (next: System, below: () => void) => void;
}
