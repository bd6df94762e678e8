import { describeContents } from '../system/describe-contents.ts';
import { SPACE } from '../system/dimensions.ts';
import type { Rect } from '../system/lay-out-system.ts';
import type { Brush } from './brush.ts';
import { groupLabel } from './entity-words.ts';
import type { Frame } from './paint.ts';

/** The ground that a group's boxes stand on. */
export function paintCard({ context, palette, x, y, scale }: Brush, [left, top, width, height]: Rect, hovered: boolean): void {
  context.globalAlpha = 1;
  context.fillStyle = palette.surface;
  context.strokeStyle = hovered ? palette.accent : palette.line;
  context.lineWidth = 1;
  context.setLineDash([]);
  context.beginPath();
  context.roundRect(x(left) + 0.5, y(top) + 0.5, width * scale, height * scale, Math.min(8, 12 * scale + 2));
  context.fill();
  context.stroke();
}

/** A group's name and what it holds: from afar over its middle, else on its title bar. The bar stays in sight as long as any of the group is. */
export function paintTitle(brush: Brush, rect: Rect, group: number, { emphasis }: Frame): void {
  const { context, palette, scene, x, y, scale, level } = brush;
  const members = scene.members[group] ?? [];
  const passing = members.filter((entity) => scene.passing[entity] === true);
  const name = groupLabel(scene.system, group);
  const [left, top, right, bottom] = [x(rect[0]), y(rect[1]), x(rect[0] + rect[2]), y(rect[1] + rect[3])];
  const contents = describeContents(passing.map((entity) => scene.system.entities[entity]).filter((entity) => entity !== undefined), scene.system.stores);
  const faint = passing.length === 0;
  context.globalAlpha = faint ? 0.5 : 1;
  context.textBaseline = 'alphabetic';
  if (level !== 'groups') {
    const size = Math.min(15, Math.max(11.5, 14 * scale + 3));
    const bar = SPACE.title * scale;
    const base = Math.max(top + bar / 2 + size * 0.36, Math.min(18, bottom - 12));
    const stuck = base > top + bar / 2 + size * 0.36 + 1;
    const start = Math.max(left + 14 * Math.min(1, scale * 1.4), 12);
    if (stuck && start > left) {
      context.fillStyle = palette.surface;
      context.fillRect(Math.max(left + 1, 0), Math.max(top, 0), Math.min(right - 1, brush.stage.width) - Math.max(left + 1, 0), 27);
    }
    context.textAlign = 'left';
    context.font = `600 ${size}px ${palette.sans}`;
    context.fillStyle = palette.strong;
    const shown = shorten(context, name, right - start - 12);
    context.fillText(shown, start, base);
    const taken = context.measureText(shown).width + 10;
    context.font = `400 ${Math.max(11, size - 2)}px ${palette.sans}`;
    context.fillStyle = palette.muted;
    if (start + taken + context.measureText(contents).width < right - 10) context.fillText(contents, start + taken, base);
    return;
  }
  if (emphasis.lines.length > 0 && !faint) context.globalAlpha = 0.75;
  const [width, height] = [right - left, bottom - top];
  if (width < 40 || height < 18) return;
  const count = width >= 90 && height >= 48 ? contents : String(passing.length);
  context.textAlign = 'center';
  const size = width < 90 ? 11.5 : 13;
  context.font = `600 ${size}px ${palette.sans}`;
  const title = shorten(context, name, width - 8);
  const titleWidth = context.measureText(title).width;
  context.font = `400 11px ${palette.sans}`;
  const lines = wrap(context, count, width - 14).slice(0, height >= 80 ? 3 : height >= 60 ? 2 : height >= 40 ? 1 : 0);
  const wide = Math.max(titleWidth, ...lines.map((line) => context.measureText(line).width)) + 14;
  const high = 22 + lines.length * 14;
  const [cx, cy] = [(left + right) / 2, (top + bottom) / 2];
  const alpha = context.globalAlpha;
  context.globalAlpha = alpha * 0.9;
  context.fillStyle = palette.surface;
  context.beginPath();
  context.roundRect(cx - wide / 2, cy - high / 2, wide, high, 5);
  context.fill();
  context.globalAlpha = alpha;
  context.fillStyle = palette.muted;
  for (const [at, line] of lines.entries()) context.fillText(line, cx, cy - high / 2 + 31 + at * 14);
  context.font = `600 ${size}px ${palette.sans}`;
  context.fillStyle = palette.strong;
  context.fillText(title, cx, cy - high / 2 + 16);
}

/** The text, or as much of it as fits, with `…`. */
export function shorten(context: CanvasRenderingContext2D, text: string, width: number): string {
  if (context.measureText(text).width <= width) return text;
  let end = text.length;
  while (end > 1 && context.measureText(`${text.slice(0, end)}…`).width > width) end -= 1;
  return `${text.slice(0, end)}…`;
}

/** Breaks a list of words at its commas. */
function wrap(context: CanvasRenderingContext2D, text: string, width: number): readonly string[] {
  const lines: string[] = [];
  for (const part of text.split(', ')) {
    const longer = lines.length === 0 ? part : `${lines.at(-1)}, ${part}`;
    if (lines.length > 0 && context.measureText(longer).width <= width) lines[lines.length - 1] = longer;
    else lines.push(shorten(context, part, width));
  }
  return lines;
}
