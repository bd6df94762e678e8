import { escapeXml } from '../../lib/diagram/escape-xml.ts';
import { boxSize, nameLines } from './box-size.ts';
import { bundleLine } from './bundle-line.ts';
import { bundleReferences, type Bundle } from './bundle-references.ts';
import { BOX } from './dimensions.ts';
import { describeContents } from './describe-contents.ts';
import type { Rect } from './lay-out-system.ts';
import type { System } from './system.ts';

/**
 * The whole system as a static picture: its groups, each a link to its page, what they hold, and a line with a count where references go from one to another.
 * It is what a reader sees before, or without, any script, and on paper. Sizes of text follow the width at which it is shown, through `--u`.
 * @param hrefOf link to a page, by its route
 */
export function renderSystemSvg(system: System, hrefOf: (page: string) => string): string {
  const { width, height, groups } = system.layout;
  if (system.entities.length === 0) return '';
  const bundles = bundleReferences(system).slice(0, Math.min(MOST_LINES, groups.length));
  const showNames = (BOX.width / width) * TYPICAL_WIDTH >= NAMED_BOX;
  return [
    `<svg class="pr-x-svg${showNames ? ' named' : ''}" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" style="--u:${(width / TYPICAL_WIDTH).toFixed(3)};--un:${(width / NARROW_WIDTH).toFixed(3)}" role="group" aria-label="${escapeXml(`Everything in ${system.name}`)}">`,
    ...groups.flatMap((rect, at) => (rect ? [renderGroup(system, at, rect, showNames, hrefOf)] : [])),
    `<g class="lines" aria-hidden="true">${bundles.map((bundle) => renderBundle(bundle, groups)).join('')}</g>`,
    '</svg>',
  ].join('');
}

/** Widths, in pixels of the screen, that the sizes of text are made for: a window beside the sidebar, and a phone. */
const TYPICAL_WIDTH = 1060;
const NARROW_WIDTH = 358;
/** More lines than these are a tangle. */
const MOST_LINES = 24;
/** Narrower boxes have no room for a name. */
const NAMED_BOX = 96;

function renderGroup(system: System, at: number, [x, y, width, height]: Rect, showNames: boolean, hrefOf: (page: string) => string): string {
  const group = system.groups[at];
  if (group === undefined) return '';
  const own = system.entities.flatMap((entity, place) => (entity.group === at ? [{ entity, place }] : []));
  const label = system.stores.find(({ id }) => group.kind === 'store' && id === group.name)?.label ?? group.name;
  const contents = describeContents(own.map(({ entity }) => entity), system.stores);
  const marks = system.stores.map(({ id }, store) => {
    const boxes = own.filter(({ entity }) => entity.store === store).map(({ entity, place }) => {
      const [left, top] = system.layout.boxes[place] ?? [0, 0];
      const size = boxSize(entity);
      return `M${left} ${top}h${size.width}v${size.height}h-${size.width}z`;
    });
    return boxes.length === 0 ? '' : `<path data-store="${escapeXml(id)}" d="${boxes.join('')}"/>`;
  });
  const names = showNames ? own.map(({ entity, place }) => renderName(entity.name, system.layout.boxes[place] ?? [0, 0])) : [];
  return [
    `<a href="${escapeXml(hrefOf(group.page))}" aria-label="${escapeXml(`${label}: ${contents}`)}"><rect x="${x}" y="${y}" width="${width}" height="${height}" rx="8"/>`,
    ...marks,
    `<g class="names">${names.join('')}</g>`,
    showNames
      ? `<text class="title" x="${x + 16}" y="${y + 30}">${escapeXml(label)}</text><text class="count" x="${x + width - 16}" y="${y + 30}">${own.length}</text></a>`
      : `<text class="title" x="${x + width / 2}" y="${y + height / 2}">${escapeXml(label)}</text><text class="count" x="${x + width / 2}" y="${y + height / 2}" dy="1.4em">${own.length}</text></a>`,
  ].join('');
}

function renderName(name: string, [x, y]: readonly [number, number]): string {
  return `<text>${nameLines(name).map((line, at) => `<tspan x="${x + BOX.padding}" ${at === 0 ? `y="${y + 20}"` : 'dy="1.2em"'}>${escapeXml(line)}</tspan>`).join('')}</text>`;
}

function renderBundle({ a, b, there, back }: Bundle, groups: System['layout']['groups']): string {
  const [one, other] = [groups[a], groups[b]];
  if (!one || !other) return '';
  const { from, control, to, middle } = bundleLine(one, other);
  const point = ([px, py]: readonly [number, number]): string => `${Math.round(px)} ${Math.round(py)}`;
  return `<path d="M${point(from)}Q${point(control)} ${point(to)}"/><text x="${Math.round(middle[0])}" y="${Math.round(middle[1])}">${there + back}</text>`;
}
