import type { Rect } from '../system/lay-out-system.ts';
import { isSeen, type Brush } from './brush.ts';
import { entityLabel } from './entity-words.ts';
import type { Frame } from './paint.ts';

/** From afar, the names of what stands out, beside its patches of colour: as many as find room, what was chosen first. */
export function paintNames(brush: Brush, { emphasis, chosen, goal, focused, hovered }: Frame): void {
  const { context, palette, scene, x, y, scale } = brush;
  const first = [chosen?.entity, goal, hovered?.entity, focused].filter((entity) => entity !== undefined);
  const taken: Rect[] = [];
  context.font = `600 11px ${palette.mono}`;
  context.textAlign = 'left';
  context.textBaseline = 'alphabetic';
  for (const entity of new Set([...first, ...emphasis.lit])) {
    const [left, top, width, height] = scene.boxes[entity] ?? [0, 0, 0, 0];
    if (scene.placed[entity] !== true || taken.length >= MOST || !isSeen([left, top, width, height], brush.view)) continue;
    const text = entityLabel(scene.system, entity);
    const wide = context.measureText(text).width + 10;
    const [cx, below] = [x(left + width / 2), y(top) + height * scale + 3];
    const rect: Rect = [Math.min(Math.max(cx - wide / 2, 2), brush.stage.width - wide - 2), below, wide, 17];
    if (taken.some((other) => isSeen(rect, other))) continue;
    taken.push(rect);
    const isFirst = first.includes(entity);
    context.globalAlpha = 0.95;
    context.fillStyle = isFirst ? palette.accent : palette.raised;
    context.beginPath();
    context.roundRect(...rect, 4);
    context.fill();
    context.globalAlpha = 1;
    context.strokeStyle = palette.accent;
    context.lineWidth = 1;
    context.stroke();
    context.fillStyle = isFirst ? palette.onAccent : palette.strong;
    context.fillText(text, rect[0] + 5, rect[1] + 12.5);
  }
}

const MOST = 40;
