import { levelAt } from './brush.ts';
import type { Point } from './camera.ts';
import { describeChoice, describeLeg, fieldLabel } from './entity-words.ts';
import type { Choice } from './explore-state.ts';
import type { Explorer } from './explorer.ts';
import { DOUBLE_CLICK, listenToGestures } from './gestures.ts';
import { lineAt } from './line-at.ts';
import { openPage } from './open-page.ts';
import type { Picture } from './picture.ts';
import type { Stage } from './stage.ts';

/** What mouse and fingers do to the picture: look around, choose, ask what something is. */
export function respondToPointer({ canvas, note }: Stage, picture: Picture, explorer: Explorer): void {
  let revealing = 0;
  const say = (text: string): void => {
    note.textContent = text;
    note.hidden = text === '';
  };
  const letGo = (): void => {
    if (explorer.state().chosen !== undefined) explorer.change({ chosen: undefined, goal: undefined, depth: undefined });
  };

  const hover = (at: Point | undefined): void => {
    const found = at === undefined ? undefined : picture.at(at);
    const hovered: Choice | undefined = found?.kind === 'box' ? { entity: found.entity, field: found.field } : undefined;
    const hoveredGroup = found?.kind === 'group' ? found.group : undefined;
    const line = at === undefined || hovered !== undefined ? undefined : lineAt(explorer.scene(), explorer.emphasis().lines, picture.toPicture(at), LINE_REACH / picture.camera().scale);
    const [system, legs] = [explorer.system(), explorer.legs()];
    say(line ? describeLeg(system, line) : hovered ? `${fieldLabel(system, hovered.entity, hovered.field ?? -1)} · ${describeChoice(system, legs, hovered)}` : '');
    canvas.style.cursor = hovered !== undefined ? 'pointer' : hoveredGroup !== undefined && levelAt(picture.camera().scale) === 'groups' ? 'zoom-in' : '';
    const before = explorer.attention();
    if (hovered?.entity !== before.hovered?.entity || hovered?.field !== before.hovered?.field || hoveredGroup !== before.hoveredGroup) explorer.attend({ hovered, hoveredGroup });
  };

  const click = (at: Point, { second, newTab }: { readonly second: boolean; readonly newTab: boolean }): void => {
    const found = picture.at(at);
    if (found.kind === 'nothing') return letGo();
    if (found.kind === 'group') {
      const rect = explorer.scene().layout.groups[found.group];
      if (rect && levelAt(picture.camera().scale) === 'groups') picture.fly(rect);
      else letGo();
      return;
    }
    if (newTab) return openPage(explorer, found.entity, true);
    explorer.attend({ focused: undefined });
    const { chosen } = explorer.state();
    if (second && chosen !== undefined && chosen.entity !== found.entity) return explorer.change({ goal: found.entity });
    explorer.change({ chosen: { entity: found.entity, field: found.field }, goal: undefined });
    // What moved meanwhile would slip away from under a double click.
    clearTimeout(revealing);
    revealing = window.setTimeout(() => explorer.reveal(found.entity), DOUBLE_CLICK);
  };

  listenToGestures(canvas, {
    pan: (distance, by) => {
      if (by === 'other' || document.fullscreenElement !== null) return void picture.pan(distance);
      if (picture.isWhole()) return;
      // What the picture cannot be moved any further, the page is: nobody is caught in it.
      const [, rest] = picture.pan(distance);
      if (Math.abs(rest) >= 1) scrollBy({ top: -rest, behavior: 'instant' });
    },
    zoom: picture.zoom,
    hover,
    click,
    doubleClick: (at) => {
      clearTimeout(revealing);
      picture.zoom(at, 2);
    },
    scrolledPast: () => say('Ctrl or ⌘ and the wheel zoom'),
  });
}

/** So near to a line, in pixels of the screen, one points at it. */
const LINE_REACH = 6;
