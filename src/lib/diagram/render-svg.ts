import { contentHash } from './content-hash.ts';
import { escapeXml } from './escape-xml.ts';
import type { GraphEnd } from './graph.ts';
import type { Layout, PlacedBox } from './layout.ts';
import { renderBox, type LinkTarget } from './render-box.ts';
import { renderLines } from './render-lines.ts';
import { looksOf, MARKS, type StoreLook } from './store-look.ts';

/** A static drawing: classes only, no script, no inline style. Its look comes from `DIAGRAM_CSS`, which a page includes once; `standaloneSvg` makes a file of it. */
export function renderSvg(layout: Layout, options: RenderOptions): string {
  const { graph } = layout;
  const looks = looksOf(graph, options.stores);
  const marks = [...new Set([...looks.values()].map((look) => look.mark))].sort().flatMap((mark) => (mark === 'letter' ? [] : [mark]));
  const order = readingOrder(layout.boxes);
  const places = new Map(order.map((entity, place) => [entity, place]));
  const placeOf = ({ entity, field }: GraphEnd): string => `${places.get(entity)}.${field === undefined ? 0 : (layout.boxes[entity]?.rows.findIndex((row) => row.field === field) ?? -1) + 1}`;
  const body = [
    renderLines(graph, layout.lines, placeOf),
    ...order.map((index) => {
      const [entity, box] = [graph.entities[index], layout.boxes[index]];
      if (entity === undefined || box === undefined) return '';
      const look = entity.store === undefined ? undefined : looks.get(entity.store);
      return renderBox(entity, box, { look, markId: `@-${look?.mark}`, href: (field) => options.href?.(entity.id, field?.name) });
    }),
  ].join('');
  const drawing = [
    `<title id="@-t">${escapeXml(options.title)}</title><desc id="@-d">${escapeXml(options.description)}</desc>`,
    marks.length === 0 ? '' : `<defs>${marks.map((mark) => `<path id="@-${mark}" d="${MARKS[mark]}"/>`).join('')}</defs>`,
    body,
  ].join('');
  const id = options.id ?? `d${contentHash(drawing)}`;
  // Lines lie on whole pixels; half a pixel aside, a line of odd width is sharp.
  const frame = `viewBox="-.5 -.5 ${layout.width} ${layout.height}" width="${layout.width}" height="${layout.height}"`;
  const bucket = `w${Math.ceil(layout.width / 100)}`;
  const named = `role="group" aria-labelledby="${id}-t ${id}-d"`;
  const unique = drawing.replace(/(?<=id="|href="#)@(?=-)/g, id);
  return `<svg class="pr-d ${bucket}" ${frame} ${named}>${unique}</svg>`;
}

/** Down each column, column by column: as the eye goes, and so the Tab key. */
function readingOrder(boxes: readonly PlacedBox[]): readonly number[] {
  return boxes.map((_, index) => index).sort((a, b) => {
    const [left, right] = [boxes[a], boxes[b]];
    return (left?.x ?? 0) - (right?.x ?? 0) || (left?.y ?? 0) - (right?.y ?? 0) || a - b;
  });
}

export interface RenderOptions {
  readonly title: string;
  readonly description: string;
  /** Page of an entity, or of one of its fields; `undefined` draws no link. */
  readonly href?: ((entityId: string, fieldPath?: string) => LinkTarget | undefined) | undefined;
  /** Looks of stores by their class; `mongodb`, `postgresql` and `s3` are known. */
  readonly stores?: Readonly<Record<string, StoreLook>> | undefined;
  /** Makes ids of the drawing unique on a page; a hash of the drawing unless told. */
  readonly id?: string | undefined;
}
