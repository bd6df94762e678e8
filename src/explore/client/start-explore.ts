import type { System } from '../system/system.ts';
import { carryCamera } from './carry-camera.ts';
import { describeState } from './describe-state.ts';
import { startEntityList } from './entity-list.ts';
import { createModel } from './explore-model.ts';
import type { ExploreState } from './explore-state.ts';
import type { Explorer } from './explorer.ts';
import { find, startFilterMenu } from './filter-menu.ts';
import { glideScene } from './glide-scene.ts';
import { startLegend } from './legend.ts';
import { startPanel } from './panel.ts';
import { createPicture } from './picture.ts';
import { respondToKeys } from './respond-to-keys.ts';
import { respondToPointer } from './respond-to-pointer.ts';
import { startSearchBox } from './search-box.ts';
import { buildStage, coveredBy } from './stage.ts';

/** Milliseconds that the camera rests before the address follows it. */
const REST = 250;

/** Makes the static picture of a page one to ask. */
export function startExplore(root: HTMLElement, given: System): Exploration {
  const stage = buildStage(find(root, '.pr-x-stage', HTMLElement));
  const model = createModel(root, stage.canvas, given);
  const picture = createPicture(stage.canvas, {
    scene: model.scene,
    frame: model.frame,
    moved: () => rememberLater(),
    resized: () => {
      if (model.reshape()) picture.fit('jump');
    },
    covered: () => coveredBy(stage),
  });

  let resting = 0;
  /** Waits for the next frame: of several edits that a hidden page gets, the last one counts. */
  let belowWaits = 0;
  function rememberLater(): void {
    clearTimeout(resting);
    resting = window.setTimeout(() => {
      model.look(picture.camera());
      history.replaceState(null, '', model.address());
    }, REST);
  }
  function remember(how: 'pushState' | 'replaceState'): void {
    clearTimeout(resting);
    history[how](null, '', model.address());
  }

  /** @returns whether everything lies elsewhere now, and is looked at whole */
  function take(next: ExploreState, from: 'choice' | 'address'): boolean {
    const [{ layout }, shown, { filters }] = [model.scene(), picture.shown(), model.state()];
    model.choose(next);
    const moved = model.scene().layout !== layout;
    // Where everything lies elsewhere now, the camera of before looks at nothing that was meant.
    if (moved && from === 'choice') model.look(undefined);
    picture.invalidate();
    refresh();
    if (moved || (picture.isFitted() && filters !== next.filters)) picture.fit('glide', moved ? glideScene(shown, model.scene()) : undefined);
    return moved;
  }

  const explorer: Explorer = {
    ...model,
    attend: (to) => {
      model.attend(to);
      picture.invalidate();
    },
    change: (change) => {
      model.look(picture.isFitted() ? undefined : picture.camera());
      take({ ...model.state(), ...change }, 'choice');
      remember('pushState');
      explorer.say(describeState(model));
      if (change.goal !== undefined && model.ways().length > 0) picture.fly(model.area(), { margin: 40 });
    },
    visit: (choice) => {
      const isPlaced = model.scene().placed[choice.entity] === true;
      explorer.change({ chosen: choice, goal: undefined, ...(isPlaced ? {} : { depth: undefined, only: false }) });
      explorer.attend({ focused: choice.entity, hovered: undefined });
      picture.fly(model.scene().boxes[choice.entity] ?? [0, 0, 1, 1], { most: 1, margin: model.shape() === 'tall' ? 30 : 120 });
    },
    reveal: (entity) => picture.reveal(model.scene().boxes[entity] ?? [0, 0, 1, 1], model.area()),
    showWhole: () => {
      model.look(undefined);
      picture.fit('glide');
      remember('replaceState');
    },
    toggleFullscreen: () => void (document.fullscreenElement === null ? root.requestFullscreen() : document.exitFullscreen()),
    hrefOf: (page) => `${root.dataset['base'] ?? '/'}${page}/`,
    say: (text) => {
      stage.live.textContent = text;
    },
  };

  const refreshers = [startFilterMenu(root, stage.chips, explorer), startLegend(stage.legend, explorer, model.palette), startPanel(stage.panel, stage.canvas, explorer)];
  const refreshList = startEntityList(find(root, '.pr-x-list', HTMLElement), explorer);
  function refreshStage(): void {
    for (const each of refreshers) each();
    stage.note.hidden = true;
  }
  function refresh(): void {
    refreshStage();
    refreshList();
  }
  startSearchBox({ input: find(root, '.pr-x-search input', HTMLInputElement), list: find(root, '#pr-x-found', HTMLElement), system: model.system, entitiesOnly: false, pick: (choice) => {
    explorer.visit(choice);
    stage.canvas.focus({ preventScroll: true });
  } });
  respondToPointer(stage, picture, explorer);
  respondToKeys(root, picture, explorer);
  stage.buttons({ nearer: () => picture.zoom(undefined, 1.4), farther: () => picture.zoom(undefined, 1 / 1.4), whole: explorer.showWhole, fullscreen: explorer.toggleFullscreen });

  const recolour = (): void => {
    model.recolour();
    refresh();
    picture.invalidate();
  };
  new MutationObserver(recolour).observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', recolour);
  void document.fonts.ready.then(() => picture.invalidate());
  addEventListener('popstate', () => {
    const next = model.readHere();
    const moved = take(next, 'address');
    if (next.camera) picture.look(next.camera);
    else if (!moved) picture.fit('glide');
  });

  root.classList.add('live');
  refresh();
  const { camera, chosen, goal, depth } = model.state();
  if (camera) picture.look(camera);
  // On a phone all that it has to do with would often be too small to be read.
  else if (chosen !== undefined && depth === undefined) picture.fly(model.area(), { margin: 30, nearer: model.shape() === 'tall' && goal === undefined ? model.scene().boxes[chosen.entity] : undefined });
  else picture.fit('jump');

  return {
    system: model.system,
    hrefOf: explorer.hrefOf,
    replaceSystem(next, below) {
      const [was, shown, looked, held] = [model.scene(), picture.shown(), picture.camera(), model.state().chosen?.entity];
      model.replaceSystem(next);
      refreshStage();
      picture.follow(carryCamera(looked, picture.stage(), was, model.scene(), held), glideScene(shown, model.scene()));
      if (!picture.isFitted()) model.look(picture.camera());
      remember('replaceState');
      // Whoever edits looks at the picture: what stands below it waits until that is painted.
      cancelAnimationFrame(belowWaits);
      belowWaits = requestAnimationFrame(() => setTimeout(() => {
        if (model.system() !== next) return;
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
