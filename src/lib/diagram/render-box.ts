import { escapeXml } from './escape-xml.ts';
import { SIZE } from './dimensions.ts';
import type { GraphEntity, GraphField } from './graph.ts';
import type { BoxRow } from './build-box.ts';
import type { PlacedBox } from './layout.ts';
import { isMeasured, measureText } from './measure-text.ts';
import type { StoreLook } from './store-look.ts';

/** A box with its header and rows; each is a link where `href` knows a page, and each has a title. */
export function renderBox(entity: GraphEntity, box: PlacedBox, options: RenderBoxOptions): string {
  const { width: w, height: h, header } = box;
  const classes = ['b', options.look?.tone ?? 'grey', ...(entity.focus ? ['fo'] : []), ...(entity.kind === 'any' ? ['an'] : []), ...(entity.mark === undefined ? [] : [entity.mark])].join(' ');
  const top = `M0 ${header}V6q0-6 6-6h${w - 12}q6 0 6 6v${header - 6}z`;
  const head = box.rows.length === 0 ? `M0 6q0-6 6-6h${w - 12}q6 0 6 6v${h - 12}q0 6-6 6H6q-6 0-6-6z` : top;
  const nameY = (header - (box.name.length - 1) * SIZE.line) / 2 + 4;
  const name = textLines(box.name, box.nameX, nameY, SIZE.nameText, 'e');
  const target = options.href(undefined);
  const rules = box.rows.slice(1).map((row) => `M0 ${row.y}h${w}`).join('');
  return [
    `<g class="${classes}" data-id="${escapeXml(entity.id)}" transform="translate(${box.x} ${box.y})"><rect width="${w}" height="${h}" rx="6"/>`,
    link(target, '', `<title>${escapeXml(target?.title ?? entity.id)}</title><path class="h" d="${head}"/>${markOf(entity, header, options)}${name}`, true),
    ...box.rows.map((row) => renderRow(entity, box, row, options)),
    rules === '' ? '' : `<path class="r" d="${rules}"/>`,
    `<rect class="o" width="${w}" height="${h}" rx="6"/></g>`,
  ].join('');
}

export interface RenderBoxOptions {
  readonly look: StoreLook | undefined;
  /** Id of the store's mark in this drawing. */
  readonly markId: string;
  readonly href: (field: GraphField | undefined) => LinkTarget | undefined;
}

export interface LinkTarget {
  readonly href: string;
  readonly title?: string;
}

function markOf(entity: GraphEntity, header: number, { look, markId }: RenderBoxOptions): string {
  if (look === undefined) return '';
  const y = (header - SIZE.glyph) / 2;
  if (look.mark !== 'letter') return `<use href="#${markId}" x="${SIZE.padding}" y="${y}"/>`;
  return `<text class="m" x="${SIZE.padding + SIZE.glyph / 2}" y="${y + 11}">${escapeXml([...(entity.store ?? '')][0]?.toUpperCase() ?? '')}</text>`;
}

function renderRow(entity: GraphEntity, box: PlacedBox, row: BoxRow, options: RenderBoxOptions): string {
  const field = row.field === undefined ? undefined : entity.fields[row.field];
  const target = options.href(field);
  const baseline = row.y + (row.height - (row.lines.length - 1) * SIZE.line) / 2 + 4;
  const marks = row.marks === '' ? '' : `<tspan class="k" x="${SIZE.padding}">${escapeXml(row.marks)}</tspan>`;
  const type = row.type === '' ? '' : `<tspan class="t" x="${box.width - SIZE.padding}"${fixedWidth(row.type, SIZE.typeText)}>${escapeXml(row.type)}</tspan>`;
  const names = row.lines.map((line, index) => `<tspan x="${box.fieldX}"${index === 0 ? '' : ` dy="${SIZE.line}"`}${fixedWidth(line, SIZE.nameText)}>${escapeXml(line)}</tspan>`);
  const [first = '', ...others] = names;
  const title = target?.title ?? (field === undefined ? `${entity.id}: ${row.lines[0] ?? ''}` : titleOf(entity, field));
  const weight = field === undefined ? ' class="q"' : field.template !== undefined || field.keys.includes('PK') ? ' class="p"' : '';
  const area = `<path d="M1 ${row.y}h${box.width - 2}v${row.height}H1z"/>`;
  // The header is the box's one stop for the Tab key: a large diagram has hundreds of rows.
  const name = field === undefined ? '' : `${field.mark === undefined ? '' : ` class="${field.mark}"`} data-f="${escapeXml(field.name)}"`;
  return link(target, name, `<title>${escapeXml(title)}</title>${area}<text${weight} y="${round(baseline)}">${marks}${first}${type}${others.join('')}</text>`);
}

/** What the row cannot show: the entity, the whole of a shortened text, the author's remark. */
function titleOf(entity: GraphEntity, field: GraphField): string {
  const what = field.template ?? (field.type === '' ? '' : `${field.type}`);
  return `${entity.name}.${field.name}${what === '' ? '' : `: ${what}`}${field.comment === undefined ? '' : `. ${field.comment}`}`;
}

function link(target: LinkTarget | undefined, attributes: string, content: string, stop = false): string {
  return target === undefined ? `<g${attributes}>${content}</g>` : `<a href="${escapeXml(target.href)}"${attributes}${stop ? '' : ' tabindex="-1"'}>${content}</a>`;
}

function textLines(lines: readonly string[], x: number, y: number, size: number, className: string): string {
  const [first = '', ...others] = lines;
  const rest = others.map((line) => `<tspan x="${x}" dy="${SIZE.line}"${fixedWidth(line, size)}>${escapeXml(line)}</tspan>`);
  return `<text class="${className}" x="${x}" y="${round(y)}"${rest.length === 0 ? fixedWidth(first, size) : ''}>${escapeXml(first)}${rest.join('')}</text>`;
}

/** Glyphs that the face lacks have a width that only the reader's system knows: such a text is fitted into its place. */
function fixedWidth(text: string, size: number): string {
  return isMeasured(text) || text === '' ? '' : ` textLength="${round(measureText(text) * size)}" lengthAdjust="spacingAndGlyphs"`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
