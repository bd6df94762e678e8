import { describeChoice, entityLabel, groupLabel } from './entity-words.ts';
import type { Explorer } from './explorer.ts';
import { find } from './filter-menu.ts';
import { listenToKeys } from './keys.ts';
import { openPage } from './open-page.ts';
import type { Picture } from './picture.ts';

/** What keys do to the picture: go from entity to entity, choose, let go, look around. */
export function respondToKeys(root: HTMLElement, picture: Picture, explorer: Explorer): void {
  const here = (): number | undefined => explorer.attention().focused ?? explorer.state().chosen?.entity;

  const step = (entity: number): void => {
    const [system, legs] = [explorer.system(), explorer.legs()];
    const { chosen } = explorer.state();
    explorer.attend({ focused: entity, ...(chosen === undefined ? { hovered: { entity } } : {}) });
    picture.reveal(explorer.scene().boxes[entity] ?? [0, 0, 1, 1]);
    explorer.say(`${entityLabel(system, entity)}, ${groupLabel(system, system.entities[entity]?.group ?? 0)}. ${describeChoice(system, legs, { entity })}`);
  };

  const enter = (second: boolean): void => {
    const entity = here();
    if (entity === undefined) return;
    const { chosen } = explorer.state();
    if (second && chosen !== undefined && entity !== chosen.entity) return explorer.change({ goal: entity });
    if (chosen?.entity === entity) return openPage(explorer, entity, false);
    explorer.change({ chosen: { entity }, goal: undefined });
    explorer.reveal(entity);
  };

  /** The last choice first. */
  const letGo = (): boolean => {
    const { goal, depth, chosen } = explorer.state();
    if (goal !== undefined) explorer.change({ goal: undefined });
    else if (depth !== undefined) explorer.change({ depth: undefined });
    else if (chosen !== undefined) explorer.change({ chosen: undefined });
    else if (explorer.attention().focused !== undefined) explorer.attend({ focused: undefined, hovered: undefined });
    else return false;
    return true;
  };

  listenToKeys(root, picture.canvas, {
    candidates: () => {
      const { boxes, placed, passing } = explorer.scene();
      return boxes.flatMap((rect, entity) => (placed[entity] === true && passing[entity] === true ? [[entity, rect] as const] : []));
    },
    here,
    centre: () => picture.toPicture([picture.stage().width / 2, picture.stage().height / 2]),
    step,
    enter,
    letGo,
    pan: (by) => void picture.pan(by),
    zoom: (factor) => picture.zoom(undefined, factor),
    whole: explorer.showWhole,
    fullscreen: explorer.toggleFullscreen,
    search: () => find(root, '.pr-x-search input', HTMLInputElement).focus(),
  });
}
