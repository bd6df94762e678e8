import { MARKS } from '../../lib/diagram/store-look.ts';
import { headerHeight, nameLines } from '../system/box-size.ts';
import { BOX } from '../system/dimensions.ts';
import { ADVANCE, clip, LEAST_TEXT, type Brush } from './brush.ts';
import type { Frame } from './paint.ts';

/** An entity: a patch of colour from afar, then its name, then its fields. */
export function paintBox(brush: Brush, frame: Frame, entity: number): void {
  const { context, palette, scene, x, y, scale, level } = brush;
  const [left, top, width, height] = scene.boxes[entity] ?? [0, 0, 0, 0];
  const [bx, by, bw, bh] = [x(left), y(top), width * scale, height * scale];
  const colour = frame.colours[entity] ?? palette.other;
  const lit = frame.emphasis.lit.has(entity);
  const passing = scene.passing[entity] === true;
  const strength = lit ? 1 : frame.emphasis.others === 'faint' ? 0.22 : passing ? 1 : 0.2;
  const chosen = frame.chosen?.entity === entity || frame.goal === entity;
  context.setLineDash([]);
  if (level === 'groups') {
    context.globalAlpha = strength * (chosen || lit ? 1 : FAR);
    context.fillStyle = chosen ? palette.accent : colour;
    context.fillRect(bx, by, Math.max(bw, 1.5), Math.max(bh, 1.5));
    if (entity === frame.focused) ring(brush, bx, by, bw, bh);
    return;
  }
  const radius = Math.min(6, 7 * scale);
  context.globalAlpha = strength;
  context.fillStyle = palette.raised;
  context.beginPath();
  context.roundRect(bx, by, bw, bh, radius);
  context.fill();
  const head = level === 'fields' ? headerHeight(scene.system.entities[entity]?.name ?? '') * scale : bh;
  context.globalAlpha = strength * (chosen ? 1 : palette.tint + (lit && frame.emphasis.lines.length > 0 ? 0.06 : 0));
  context.fillStyle = chosen ? palette.accent : colour;
  context.beginPath();
  context.roundRect(bx, by, bw, head, level === 'fields' ? [radius, radius, 0, 0] : radius);
  context.fill();
  context.globalAlpha = strength * (lit || chosen ? 1 : 0.55);
  context.strokeStyle = chosen ? palette.accent : colour;
  context.lineWidth = lit && frame.emphasis.lines.length > 0 ? 1.5 : 1;
  context.beginPath();
  context.roundRect(bx, by, bw, bh, radius);
  context.stroke();
  // Of what stepped back one can read the name, to find it and to choose it, and no more.
  context.globalAlpha = strength >= 0.5 ? 1 : 0.6;
  if (level === 'names') paintName(brush, entity, bx, by, bw, bh, chosen, colour);
  else if (strength >= 0.5) paintRows(brush, frame, entity, bx, by, bw, chosen, colour);
  else paintName(brush, entity, bx, by, bw, head, chosen, colour);
  if (entity === frame.focused) ring(brush, bx, by, bw, bh);
}

/** How strong the colour of a box is from afar, where it stands beside hundreds. */
const FAR = 0.32;

function ring({ context, palette }: Brush, x: number, y: number, width: number, height: number): void {
  context.globalAlpha = 1;
  context.strokeStyle = palette.accent;
  context.lineWidth = 2;
  context.setLineDash([]);
  context.beginPath();
  context.roundRect(x - 3.5, y - 3.5, width + 7, height + 7, 8);
  context.stroke();
}

function paintName(brush: Brush, entity: number, x: number, y: number, width: number, height: number, chosen: boolean, colour: string): void {
  const { context, palette, scene, scale } = brush;
  const size = Math.max(LEAST_TEXT + 0.5, Math.min(13, BOX.name * scale * 1.25));
  const line = size * 1.25;
  const room = Math.max(1, Math.floor((height - 6) / line));
  const limit = Math.max(4, Math.floor((width - 14) / (size * ADVANCE)));
  const lines = nameLines(scene.system.entities[entity]?.name ?? '', limit);
  const shown = lines.length <= room ? lines : [...lines.slice(0, room - 1), clip(lines.slice(room - 1).join(''), width - 14, size)];
  context.font = `600 ${size}px ${palette.mono}`;
  context.textAlign = 'left';
  context.textBaseline = 'alphabetic';
  context.fillStyle = chosen ? palette.onAccent : palette.strong;
  const first = y + Math.max(5, Math.min(8, height / 8)) + size * 0.85;
  for (const [at, text] of shown.entries()) context.fillText(text, x + 8, first + at * line);
  const mark = 11;
  if (height - shown.length * line > mark + 14) paintMark(brush, entity, x + width - mark - 6, y + height - mark - 6, mark, chosen ? palette.onAccent : colour);
}

function paintRows(brush: Brush, frame: Frame, entity: number, x: number, y: number, width: number, chosen: boolean, colour: string): void {
  const { context, palette, scene, scale } = brush;
  const own = scene.system.entities[entity];
  if (own === undefined) return;
  const size = Math.max(LEAST_TEXT, BOX.name * scale);
  const padding = BOX.padding * scale;
  const mark = 13 * scale;
  // From farther away its place goes to the name.
  const markRoom = scale >= 0.8 ? mark + 7 * scale : 0;
  if (markRoom > 0) paintMark(brush, entity, x + padding, y + (BOX.header * scale - mark) / 2, mark, chosen ? palette.onAccent : colour);
  context.font = `650 ${size}px ${palette.mono}`;
  context.textAlign = 'left';
  context.textBaseline = 'alphabetic';
  context.fillStyle = chosen ? palette.onAccent : palette.strong;
  // Text that is larger than its box's measure lies closer, but not on the line above.
  const pitch = Math.max(BOX.line * scale, size * 0.92);
  for (const [at, line] of nameLines(own.name).entries()) context.fillText(line, x + padding + markRoom, y + 19.5 * scale + at * pitch);
  const rowSize = Math.max(LEAST_TEXT, BOX.text * scale);
  const small = Math.max(LEAST_TEXT, 10 * scale);
  const inner = width - 2 * padding;
  const row = BOX.row * scale;
  const top = y + headerHeight(own.name) * scale;
  const lines = frame.emphasis.lines;
  const hot = lines.length > 0 && lines.length <= 200 ? new Set(lines.flatMap((leg) => [...(leg.from === entity ? leg.reference.fields : []), ...(leg.to === entity ? [leg.toField] : [])])) : undefined;
  for (const [at, field] of own.rows.entries()) {
    const [path = '', type = '', marks = '', classification] = own.fields[field] ?? [];
    const base = top + at * row + row / 2 + rowSize * 0.35;
    const isHovered = frame.hovered?.entity === entity && frame.hovered.field === field;
    const isChosen = frame.chosen?.entity === entity && frame.chosen.field === field;
    if (isChosen || isHovered || hot?.has(field)) {
      context.fillStyle = palette.accentSoft;
      context.fillRect(x + 1, top + at * row, width - 2, row);
    }
    if (isChosen) {
      context.fillStyle = palette.accent;
      context.fillRect(x + 1, top + at * row, 3, row);
    }
    context.font = `${marks === '' ? 400 : 600} ${rowSize}px ${palette.mono}`;
    context.fillStyle = classification === undefined ? palette.strong : palette.text;
    const name = clip(path, inner - (marks === '' ? 0 : marks.length * small * ADVANCE + 6), rowSize);
    context.fillText(name, x + padding, base);
    const aside = marks === '' ? clip(type, inner - name.length * rowSize * ADVANCE - 10, small) : marks;
    context.textAlign = 'right';
    context.font = `${marks === '' ? 400 : 600} ${small}px ${palette.mono}`;
    context.fillStyle = palette.muted;
    if (aside !== '' && (marks !== '' || aside === type)) context.fillText(aside, x + width - padding, base);
    context.textAlign = 'left';
  }
  const hidden = own.fields.length - own.rows.length;
  if (hidden > 0) {
    context.font = `400 ${rowSize}px ${palette.mono}`;
    context.fillStyle = palette.muted;
    context.fillText(`+ ${hidden} more`, x + padding, top + own.rows.length * row + row / 2 + rowSize * 0.35);
  }
}

/** The mark of the entity's store, as in the diagrams. */
function paintMark({ context, scene }: Brush, entity: number, x: number, y: number, size: number, colour: string): void {
  const store = scene.system.stores[scene.system.entities[entity]?.store ?? -1]?.id ?? '';
  const path = MARK_PATHS[store];
  if (path === undefined) return;
  context.save();
  context.translate(x, y);
  context.scale(size / 14, size / 14);
  context.fillStyle = colour;
  context.fill(path, 'evenodd');
  context.restore();
}

const MARK_PATHS: Readonly<Record<string, Path2D>> = { mongodb: new Path2D(MARKS.document), postgresql: new Path2D(MARKS.table), s3: new Path2D(MARKS.bucket) };
