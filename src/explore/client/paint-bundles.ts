import { bundleLine } from '../system/bundle-line.ts';
import type { Bundle } from '../system/bundle-references.ts';
import type { Brush } from './brush.ts';
import type { Frame } from './paint.ts';

/** The references between groups, each pair one line with a count: the strongest, faint; those of the group under the pointer, all. */
export function paintBundles(brush: Brush, { hoveredGroup, emphasis, chosen }: Frame): void {
  const { scene } = brush;
  if (emphasis.lines.length > 0 || chosen !== undefined) return;
  const own = hoveredGroup === undefined ? [] : scene.bundles.filter(({ a, b }) => a === hoveredGroup || b === hoveredGroup);
  const present = scene.layout.groups.filter((rect) => rect).length;
  if (own.length === 0) for (const bundle of scene.bundles.slice(0, Math.min(MOST, present))) paintBundle(brush, bundle, false);
  for (const bundle of own) paintBundle(brush, bundle, true);
}

const MOST = 24;

function paintBundle({ context, palette, scene, x, y }: Brush, { a, b, there, back }: Bundle, strong: boolean): void {
  const [one, other] = [scene.layout.groups[a], scene.layout.groups[b]];
  if (!one || !other) return;
  const { from, control, to, middle } = bundleLine(one, other);
  context.globalAlpha = strong ? 1 : 0.55;
  context.strokeStyle = strong ? palette.accent : palette.edge;
  context.lineWidth = Math.min(3, 0.8 + Math.log2(there + back) / 5);
  context.setLineDash([]);
  context.beginPath();
  context.moveTo(x(from[0]), y(from[1]));
  context.quadraticCurveTo(x(control[0]), y(control[1]), x(to[0]), y(to[1]));
  context.stroke();
  const text = String(there + back);
  context.font = `600 10.5px ${palette.sans}`;
  context.textAlign = 'center';
  context.textBaseline = 'alphabetic';
  const width = context.measureText(text).width + 9;
  context.globalAlpha = strong ? 1 : 0.92;
  context.fillStyle = strong ? palette.accent : palette.bg;
  context.beginPath();
  context.roundRect(x(middle[0]) - width / 2, y(middle[1]) - 8, width, 16, 8);
  context.fill();
  context.lineWidth = 1;
  context.strokeStyle = strong ? palette.accent : palette.lineStrong;
  context.stroke();
  context.fillStyle = strong ? palette.onAccent : palette.muted;
  context.fillText(text, x(middle[0]), y(middle[1]) + 3.8);
}
