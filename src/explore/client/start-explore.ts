import type { Rect } from '../system/lay-out-system.ts';
import type { System } from '../system/system.ts';
import { levelAt } from './brush.ts';
import { createPicture } from './picture.ts';
import { describeLeg, entityLabel, fieldLabel, groupLabel } from './entity-words.ts';
import { emphasise, type Emphasis } from './emphasis.ts';
import { startEntityList } from './entity-list.ts';
import type { Explorer } from './explorer.ts';
import type { Choice, ExploreState } from './explore-state.ts';
import { buildFacets } from './facets.ts';
import { find, startFilterMenu } from './filter-menu.ts';
import { findWays, type Ways } from './find-ways.ts';
import { DOUBLE_CLICK, listenToGestures } from './gestures.ts';
import { listenToKeys } from './keys.ts';
import { startLegend } from './legend.ts';
import { buildLegs } from './legs.ts';
import { lineAt } from './line-at.ts';
import { coloursOf, readPalette } from './palette.ts';
import { startPanel } from './panel.ts';
import { buildScene, type Scene, type StageShape } from './scene.ts';
import { startSearchBox } from './search-box.ts';
import { buildStage } from './stage.ts';
import { readAddress, renderAddress } from './state-address.ts';

/** Makes the static picture of a page one to ask. */
export function startExplore(root: HTMLElement, system: System): void {
  const facets = buildFacets(system);
  const legs = buildLegs(system);
  const stage = buildStage(find(root, '.pr-x-stage', HTMLElement));
  let shape = shapeOf(stage.canvas);
  let state: ExploreState = readHere();
  let scene = buildScene(system, facets, state, shape);
  let ways: readonly Ways[] = waysOf(state);
  let hovered: Choice | undefined;
  let hoveredGroup: number | undefined;
  let focused: number | undefined;
  let emphasis: Emphasis | undefined;
  let palette = readPalette(root, system.stores.map(({ id }) => id));
  let colours = colour();

  const picture = createPicture(stage.canvas, {
    scene: () => scene,
    frame: (camera) => ({ scene, legs, emphasis: (emphasis ??= emphasise(scene, legs, state, ways, hovered)), camera, palette, colours, chosen: state.chosen, goal: state.goal, hovered, hoveredGroup, focused }),
    moved: () => rememberLater(),
    resized: () => {
      const next = shapeOf(stage.canvas);
      if (next === shape) return;
      shape = next;
      scene = buildScene(system, facets, state, shape);
      picture.fit('jump');
    },
    covered: () => {
      const { panel, chips } = stage;
      const isSheet = matchMedia('(max-width: 49.99rem)').matches;
      return { top: chips.childElementCount === 0 ? 0 : chips.offsetHeight, right: panel.hidden || isSheet ? 0 : panel.offsetWidth, bottom: panel.hidden || !isSheet ? 0 : panel.offsetHeight };
    },
  });

  /** The state of the address; a camera that was used on a stage of another shape is of no use here. */
  function readHere(): ExploreState {
    const read = readAddress(location.search, system);
    return read.shape === shape ? read : { ...read, camera: undefined };
  }
  function waysOf({ chosen, goal, directed }: ExploreState): readonly Ways[] {
    return chosen === undefined || goal === undefined ? [] : findWays(system, legs, chosen.entity, goal, directed);
  }
  function colour(): readonly string[] {
    const facet = facets.find(({ id }) => id === state.colour);
    const known = facet && coloursOf(facet, palette);
    return system.entities.map((_, at) => known?.get(facet?.values[at]?.[0] ?? '') ?? palette.other);
  }

  let timer = 0;
  let reveal = 0;
  /** The address follows the camera once that rests. */
  function rememberLater(): void {
    clearTimeout(timer);
    timer = window.setTimeout(() => {
      state = { ...state, camera: picture.camera(), shape };
      history.replaceState(null, '', addressOf());
    }, 250);
  }
  const addressOf = (): string => `${location.pathname}${renderAddress(state, system)}${location.hash}`;

  /** Takes a state: from a choice, or from the address. */
  function take(next: ExploreState): void {
    const before = { state, scene };
    state = next;
    if (before.state.filters !== next.filters || before.state.only !== next.only || before.state.depth !== next.depth || (next.depth !== undefined && before.state.chosen !== next.chosen) || (next.only && before.state.chosen !== next.chosen)) scene = buildScene(system, facets, next, shape);
    ways = waysOf(next);
    emphasis = undefined;
    if (before.state.colour !== next.colour) colours = colour();
    if (focused !== undefined && scene.placed[focused] !== true) focused = undefined;
    refresh();
    if (scene.layout !== before.scene.layout || (picture.isFitted() && next.filters !== before.state.filters)) picture.fit('glide');
    picture.invalidate();
  }

  const explorer: Explorer = {
    system,
    facets,
    legs,
    state: () => state,
    scene: () => scene,
    ways: () => ways,
    change: (change) => {
      clearTimeout(timer);
      take({ ...state, ...change });
      history.pushState(null, '', addressOf());
      announce();
      if (change.goal !== undefined && ways.length > 0) picture.fly(areaOf(scene, emphasise(scene, legs, state, ways, undefined)), { margin: 40 });
    },
    flyTo: (rect) => picture.fly(rect),
    visit: (entity, field) => {
      focused = entity;
      const isPlaced = scene.placed[entity] === true;
      explorer.change({ chosen: field === undefined ? { entity } : { entity, field }, goal: undefined, ...(isPlaced ? {} : { depth: undefined, only: false }) });
      picture.fly(scene.boxes[entity] ?? [0, 0, 1, 1], { most: 1, margin: 120 });
    },
    hrefOf: (page) => `${root.dataset['base'] ?? '/'}${page}/`,
    say: (text) => {
      stage.live.textContent = text;
    },
  };

  function announce(): void {
    const { chosen, goal } = state;
    if (chosen === undefined) return explorer.say('');
    if (goal !== undefined) return explorer.say(ways.length === 0 ? 'No way leads there.' : `${ways[0]?.ways.length ?? 0} ways to ${entityLabel(system, goal)}`);
    explorer.say(`${fieldLabel(system, chosen.entity, chosen.field ?? -1)} is chosen. ${describe(chosen)}`);
  }
  function describe({ entity, field }: Choice): string {
    const own = system.entities[entity];
    const out = (legs.out[entity] ?? []).filter(({ reference }) => field === undefined || reference.fields.includes(field));
    const into = (legs.into[entity] ?? []).filter(({ toField }) => field === undefined || toField === field);
    const type = field === undefined ? system.stores[own?.store ?? -1]?.label : own?.fields[field]?.[1];
    return `${type ?? ''} · points at ${new Set(out.map(({ at }) => at)).size} · pointed at by ${into.length}`;
  }

  const refreshers = [startFilterMenu(root, stage.chips, explorer), startLegend(stage.legend, explorer, () => palette), startEntityList(find(root, '.pr-x-list', HTMLElement), explorer), startPanel(stage.panel, explorer)];
  function refresh(): void {
    for (const each of refreshers) each();
    stage.note.hidden = true;
  }

  startSearchBox({ input: find(root, '.pr-x-search input', HTMLInputElement), list: find(root, '#pr-x-found', HTMLElement), system, entitiesOnly: false, pick: ({ entity, field }) => {
    explorer.visit(entity, field);
    stage.canvas.focus({ preventScroll: true });
  } });

  const openPage = (entity: number, newTab: boolean): void => {
    const href = explorer.hrefOf(system.entities[entity]?.page ?? '');
    if (newTab) window.open(href, '_blank', 'noopener');
    else location.assign(href);
  };
  const revealChoice = (entity: number): void => picture.reveal(scene.boxes[entity] ?? [0, 0, 1, 1], areaOf(scene, emphasise(scene, legs, state, ways, undefined)));
  const letGo = (): boolean => {
    if (state.goal !== undefined) explorer.change({ goal: undefined });
    else if (state.depth !== undefined) explorer.change({ depth: undefined, camera: undefined });
    else if (state.chosen !== undefined) explorer.change({ chosen: undefined });
    else if (focused !== undefined) focused = undefined;
    else return false;
    emphasis = undefined;
    picture.invalidate();
    return true;
  };

  const note = (text: string): void => {
    stage.note.textContent = text;
    stage.note.hidden = text === '';
  };
  listenToGestures(stage.canvas, {
    pan: (by) => picture.pan(by),
    zoom: (fixed, factor) => picture.zoom(fixed, factor),
    hover: (at) => {
      const found = at === undefined ? { kind: 'nothing' as const } : picture.at(at);
      const [choice, group] = [found.kind === 'box' ? { entity: found.entity, field: 'field' in found ? found.field : undefined } : undefined, found.kind === 'group' ? found.group : undefined];
      const line = at === undefined || choice !== undefined || emphasis === undefined ? undefined : lineAt(scene, emphasis.lines, picture.toPicture(at), 6 / picture.camera().scale);
      note(line ? describeLeg(system, line) : choice ? `${fieldLabel(system, choice.entity, choice.field ?? -1)} · ${describe(choice)}` : '');
      stage.canvas.style.cursor = choice !== undefined ? 'pointer' : group !== undefined ? 'zoom-in' : '';
      if (choice?.entity === hovered?.entity && choice?.field === hovered?.field && group === hoveredGroup) return;
      [hovered, hoveredGroup, emphasis] = [choice, group, undefined];
      picture.invalidate();
    },
    click: (at, { second, newTab }) => {
      const found = picture.at(at);
      if (found.kind === 'nothing') return void (state.chosen !== undefined && explorer.change({ chosen: undefined, goal: undefined, depth: undefined }));
      if (found.kind === 'group') {
        const rect = scene.layout.groups[found.group];
        if (rect && levelAt(picture.camera().scale) === 'groups') picture.fly(rect);
        else if (state.chosen !== undefined) explorer.change({ chosen: undefined, goal: undefined, depth: undefined });
        return;
      }
      if (newTab) return openPage(found.entity, true);
      focused = undefined;
      if (second && state.chosen !== undefined && state.chosen.entity !== found.entity) return explorer.change({ goal: found.entity });
      explorer.change({ chosen: { entity: found.entity, field: 'field' in found ? found.field : undefined }, goal: undefined });
      // What moved meanwhile would slip away from under a double click.
      clearTimeout(reveal);
      reveal = window.setTimeout(() => revealChoice(found.entity), DOUBLE_CLICK);
    },
    doubleClick: (at) => {
      clearTimeout(reveal);
      picture.zoom(at, 2);
    },
    scrolledPast: () => {
      note('Ctrl or ⌘ and the wheel zoom');
    },
  });

  const whole = (): void => {
    state = { ...state, camera: undefined };
    picture.fit('glide');
    history.replaceState(null, '', addressOf());
  };
  const fullscreen = (): void => void (document.fullscreenElement === null ? root.requestFullscreen() : document.exitFullscreen());
  stage.buttons({ nearer: () => picture.zoom(undefined, 1.4), farther: () => picture.zoom(undefined, 1 / 1.4), whole, fullscreen });
  listenToKeys(root, stage.canvas, {
    candidates: () => scene.boxes.map((rect, entity): readonly [number, Rect] => [entity, rect]).filter(([entity]) => scene.placed[entity] === true && scene.passing[entity] === true),
    here: () => focused ?? state.chosen?.entity,
    centre: () => picture.toPicture([picture.stage().width / 2, picture.stage().height / 2]),
    step: (entity) => {
      focused = entity;
      emphasis = undefined;
      hovered = state.chosen === undefined ? { entity } : hovered;
      picture.reveal(scene.boxes[entity] ?? [0, 0, 1, 1]);
      explorer.say(`${entityLabel(system, entity)}, ${groupLabel(system, system.entities[entity]?.group ?? 0)}. ${describe({ entity })}`);
      picture.invalidate();
    },
    enter: (second) => {
      const entity = focused ?? state.chosen?.entity;
      if (entity === undefined) return;
      if (second && state.chosen !== undefined && entity !== state.chosen.entity) explorer.change({ goal: entity });
      else if (state.chosen?.entity === entity) openPage(entity, false);
      else explorer.change({ chosen: { entity }, goal: undefined });
      revealChoice(entity);
    },
    letGo,
    pan: (by) => picture.pan(by),
    zoom: (factor) => picture.zoom(undefined, factor),
    whole,
    fullscreen,
    search: () => find(root, '.pr-x-search input', HTMLInputElement).focus(),
  });

  const recolour = (): void => {
    palette = readPalette(root, system.stores.map(({ id }) => id));
    colours = colour();
    refresh();
    picture.invalidate();
  };
  new MutationObserver(recolour).observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', recolour);
  void document.fonts.ready.then(() => picture.invalidate());
  addEventListener('popstate', () => {
    const next = readHere();
    take(next);
    if (next.camera) picture.look(next.camera);
    else picture.fit('glide');
  });

  root.classList.add('live');
  refresh();
  if (state.camera) picture.look(state.camera);
  else if (state.chosen !== undefined && state.depth === undefined) picture.fly(areaOf(scene, emphasise(scene, legs, state, ways, undefined)), { most: 1, margin: 40 });
  else picture.fit('jump');
}

function shapeOf({ clientWidth, clientHeight }: HTMLCanvasElement): StageShape {
  return clientWidth < 600 && clientHeight > clientWidth ? 'tall' : 'wide';
}

/** Around everything that stands out. */
function areaOf(scene: Scene, { lit }: Emphasis): Rect {
  const rects = [...lit].filter((entity) => scene.placed[entity] === true).map((entity) => scene.boxes[entity] ?? [0, 0, 0, 0]);
  const [left, top] = [Math.min(...rects.map(([x]) => x)), Math.min(...rects.map(([, y]) => y))];
  return [left, top, Math.max(...rects.map(([x, , width]) => x + width)) - left, Math.max(...rects.map(([, y, , height]) => y + height)) - top];
}
