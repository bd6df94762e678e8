import { assertNever } from './assert-never.ts';
import { escapeXml } from './escape-xml.ts';
import { SIZE } from './dimensions.ts';
import type { Graph, GraphEnd, GraphRelation } from './graph.ts';
import type { Foot, Label, Line, Point } from './layout.ts';
import type { LineStyle } from './line-style.ts';

/**
 * Lines with their feet, the dots where they join, and after all of them their labels, so that no line crosses a label.
 * A branch and its label carry the number of their relation, the branch also the two rows that it joins (`data-j`), so that a page can light them up. A foot is a path of its own: the common
 * one first, then that of each branch.
 * @param placeOf a row as `box.row`, both by their order in the drawing; row 0 is the header
 */
export function renderLines(graph: Graph, lines: readonly Line[], placeOf: (end: GraphEnd) => string): string {
  const drawn = lines.map((line) => {
    const branches = line.branches.map(({ relation, points }) => `<path${markOf(graph.relations[relation])} data-r="${relation}" data-j="${endsOf(graph.relations[relation], placeOf)}" d="${linePath(points, line.junctions)}"/>`);
    const dots = line.junctions.length === 0 ? '' : `<path class="j" d="${line.junctions.map(dotPath).join('')}"/>`;
    return `<g class="${CLASS[line.style]}">${branches.join('')}${dots}${line.feet.map((foot) => `<path class="f" d="${footPath(foot)}"/>`).join('')}</g>`;
  });
  const labels = lines.flatMap((line) => line.branches.flatMap((branch) => (branch.label === undefined ? [] : [labelText(branch.label, branch.relation, graph.relations[branch.relation]?.label)])));
  return `<g class="l">${drawn.join('')}</g>${labels.join('')}`;
}

function endsOf(relation: GraphRelation | undefined, placeOf: (end: GraphEnd) => string): string {
  return relation === undefined ? '' : `${placeOf(relation.from)} ${placeOf(relation.to)}`;
}

function markOf(relation: GraphRelation | undefined): string {
  return relation?.mark === undefined ? '' : ` class="${relation.mark}"`;
}

const CLASS: Readonly<Record<LineStyle, string>> = { database: 'ld', application: 'la', objects: 'lo' };
const RADIUS = 5;

/** Corners are rounded, but not where another line joins: there the dot sits on the corner itself. */
export function linePath(points: readonly Point[], junctions: readonly Point[]): string {
  const [start] = points;
  if (start === undefined) return '';
  let path = `M${start.x} ${start.y}`;
  let at = start;
  points.slice(1).forEach((corner, index) => {
    const next = points[index + 2];
    const radius = next === undefined || junctions.some((point) => point.x === corner.x && point.y === corner.y)
      ? 0
      : Math.min(RADIUS, distance(at, corner), Math.floor(distance(corner, next) / (points[index + 3] === undefined ? 1 : 2)));
    const before = towards(corner, at, radius);
    path += straight(at, before);
    at = before;
    if (next === undefined || radius === 0) return;
    const after = towards(corner, next, radius);
    path += `q${pair(corner.x - at.x, corner.y - at.y)} ${pair(after.x - at.x, after.y - at.y)}`;
    at = after;
  });
  return path;
}

function straight(from: Point, to: Point): string {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  if (dx === 0 && dy === 0) return '';
  return dy === 0 ? `h${dx}` : dx === 0 ? `v${dy}` : `l${pair(dx, dy)}`;
}

function towards(from: Point, to: Point, length: number): Point {
  return { x: from.x + Math.sign(to.x - from.x) * length, y: from.y + Math.sign(to.y - from.y) * length };
}

function distance(a: Point, b: Point): number {
  return Math.abs(a.x - b.x) + Math.abs(a.y - b.y);
}

function pair(a: number, b: number): string {
  return b < 0 ? `${a}${b}` : `${a} ${b}`;
}

function dotPath({ x, y }: Point): string {
  return `M${x - 3} ${y}a3 3 0 1 0 6 0a3 3 0 1 0-6 0`;
}

/** Crow's foot notation: nearest the box the most that there can be, behind it the least. */
function footPath({ x, y, direction: d, cardinality }: Foot): string {
  const stub = `M${x} ${y}h${d * (SIZE.foot - 2)}`;
  const bar = (at: number): string => `M${x + d * at} ${y - 4}v8`;
  const crow = `M${x} ${y - 4}l${d * 9} 4${d < 0 ? ' ' : ''}${d * -9} 4`;
  const circle = `M${x + d * 9} ${y}a3 3 0 1 0 ${d * 6} 0a3 3 0 1 0${d < 0 ? ' ' : ''}${d * -6} 0`;
  switch (cardinality) {
    case 'exactly-one': return stub + bar(5) + bar(9);
    case 'zero-or-one': return stub + bar(5) + circle;
    case 'one-or-more': return stub + crow + bar(12);
    case 'zero-or-more': return stub + crow + circle;
    default: return assertNever(cardinality);
  }
}

function labelText(label: Label, relation: number, whole: string | undefined): string {
  const title = whole === undefined || whole === label.text ? '' : `<title>${escapeXml(whole)}</title>`;
  return `<text class="n" data-r="${relation}" x="${Math.round(label.x)}" y="${label.y + 3}">${title}${escapeXml(label.text)}</text>`;
}
