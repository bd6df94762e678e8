import type { Brush } from './brush.ts';
import type { Leg } from './legs.ts';
import { lineCurve, type LineCurve } from './line-curve.ts';

/** A reference: solid where a database keeps it, dashed where the application does, dotted where it leads to objects. */
export function paintLine(brush: Brush, leg: Leg, weight: 'strong' | 'many' | 'quiet'): void {
  const { context, palette, x, y, stage, level, scale } = brush;
  const curve = lineCurve(brush.scene, leg);
  const xs = [curve.from[0], curve.out[0], curve.into[0], curve.to[0]].map(x);
  const ys = [curve.from[1], curve.to[1]].map(y);
  if (Math.max(...xs) < 0 || Math.min(...xs) > stage.width || Math.max(...ys) < 0 || Math.min(...ys) > stage.height) return;
  context.globalAlpha = weight === 'strong' ? 1 : weight === 'many' ? 0.6 : 0.45;
  context.strokeStyle = weight === 'quiet' ? palette.edge : palette.accent;
  context.lineWidth = weight === 'strong' ? 1.6 : 1.1;
  const style = leg.reference.by === 'database' ? 'database' : leg.reference.kind === 'objects' ? 'objects' : 'application';
  context.setLineDash(DASHES[style]);
  context.lineCap = style === 'objects' ? 'round' : 'butt';
  context.beginPath();
  context.moveTo(x(curve.from[0]), y(curve.from[1]));
  context.bezierCurveTo(x(curve.out[0]), y(curve.out[1]), x(curve.into[0]), y(curve.into[1]), x(curve.to[0]), y(curve.to[1]));
  context.stroke();
  context.setLineDash([]);
  context.lineCap = 'butt';
  if (level === 'fields') paintFeet(brush, leg, curve);
  else if (weight === 'strong') paintHead(brush, curve, Math.max(5, 7 * scale));
}

const DASHES = { database: [], application: [5, 3.5], objects: [0.1, 3.8] };

/** The ends of a line that is seen from near, as in the diagrams: how many there are. */
function paintFeet({ context, palette, x, y, scale }: Brush, { reference: { cardinality } }: Leg, curve: LineCurve): void {
  const unit = Math.max(0.8, scale);
  const [fx, fy, fd] = [x(curve.from[0]), y(curve.from[1]), curve.leaves * unit];
  const [tx, ty, td] = [x(curve.to[0]), y(curve.to[1]), curve.arrives * unit];
  context.lineWidth = 1.3;
  context.beginPath();
  if (cardinality[0] === 'many') crowsFoot(context, fx, fy, fd, unit);
  else bar(context, fx + 6 * fd, fy, unit);
  if (cardinality[1] === 'many') crowsFoot(context, tx, ty, td, unit);
  else bar(context, tx + 5 * td, ty, unit);
  if (cardinality[1] === 'exactly one') bar(context, tx + 9 * td, ty, unit);
  context.stroke();
  if (cardinality[1] !== 'at most one') return;
  context.fillStyle = palette.bg;
  context.beginPath();
  context.arc(tx + 11.5 * td, ty, 3.2 * unit, 0, 2 * Math.PI);
  context.fill();
  context.stroke();
}

function crowsFoot(context: CanvasRenderingContext2D, x: number, y: number, direction: number, unit: number): void {
  context.moveTo(x, y - 5 * unit);
  context.lineTo(x + 10 * direction, y);
  context.lineTo(x, y + 5 * unit);
}

function bar(context: CanvasRenderingContext2D, x: number, y: number, unit: number): void {
  context.moveTo(x, y - 4.5 * unit);
  context.lineTo(x, y + 4.5 * unit);
}

/** From afar an arrow says which way it points. */
function paintHead({ context, palette, x, y }: Brush, { to, arrives }: LineCurve, size: number): void {
  context.fillStyle = palette.accent;
  context.beginPath();
  context.moveTo(x(to[0]), y(to[1]));
  context.lineTo(x(to[0]) + arrives * size, y(to[1]) - size / 2);
  context.lineTo(x(to[0]) + arrives * size, y(to[1]) + size / 2);
  context.fill();
}
