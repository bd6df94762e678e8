import { ABSURD, LONGEST_HEADER, SIZE, WRAP } from './dimensions.ts';
import { shortenText, wrapText } from './fit-text.ts';
import type { GraphEntity, GraphField, Mark } from './graph.ts';
import { measureText } from './measure-text.ts';

/** A box with its rows, sized so that every text stays in its cell; its place comes later. */
export function buildBox(entity: GraphEntity, options: BoxOptions): Box {
  const name = wrapText(entity.name, WRAP.name, LONGEST_HEADER);
  const nameX = entity.store === undefined ? SIZE.padding : SIZE.padding + SIZE.glyph + 7;
  const shown = shownFields(entity, options);
  const cells = shown.map((index) => cellOf(entity.fields[index])).map((cell) => (options.types ? cell : { ...cell, type: '' }));
  const markWidth = Math.max(0, ...cells.map((cell) => measureText(cell.marks) * SIZE.markText));
  const fieldX = SIZE.padding + (markWidth === 0 ? 0 : Math.ceil(markWidth) + 7);
  const widths = [
    nameX + widest(name, SIZE.nameText) * 1.02 + SIZE.padding,
    ...cells.map((cell) => fieldX + widest(cell.lines, SIZE.nameText) + (cell.type === '' ? 0 : SIZE.gap + measureText(cell.type) * SIZE.typeText) + SIZE.padding),
  ];
  const header = Math.max(SIZE.header + (name.length - 1) * SIZE.line, options.ports(undefined) + 6);
  let y = header;
  const rows: BoxRow[] = cells.map((cell, at) => {
    const field = shown[at] ?? 0;
    const height = Math.max(SIZE.row + (cell.lines.length - 1) * SIZE.line, options.ports(field));
    y += height;
    return { ...cell, field, y: y - height, height };
  });
  const hidden = entity.fields.length - shown.length;
  if (hidden > 0) {
    const text = `+ ${hidden} more`;
    rows.push({ field: undefined, y, height: SIZE.row, marks: '', lines: [text], type: '' });
    widths.push(fieldX + measureText(text) * SIZE.nameText + SIZE.padding);
    y += SIZE.row;
  }
  return { name, nameX, fieldX, width: Math.max(SIZE.minWidth, Math.ceil(Math.max(...widths))), height: y, header, rows };
}

export interface BoxOptions {
  /** More rows than this fold to the primary key and those that take part in relations. */
  readonly maxRows: number;
  /** Whether rows show their types; titles do in any case. */
  readonly types: boolean;
  /** Fields that a relation starts or ends at. */
  readonly taking: ReadonlySet<number>;
  /** Height that the lines need which meet the row (or, for `undefined`, the header) on its busier side. */
  readonly ports: (field: number | undefined) => number;
}

export interface Box {
  readonly name: readonly string[];
  readonly nameX: number;
  readonly fieldX: number;
  readonly width: number;
  readonly height: number;
  readonly header: number;
  readonly rows: readonly BoxRow[];
}

/** `y` counts from the top of the box. */
export interface BoxRow {
  /** Index into the entity's fields; `undefined` for the row that counts the folded ones. */
  readonly field: number | undefined;
  readonly y: number;
  readonly height: number;
  readonly marks: string;
  readonly lines: readonly string[];
  readonly type: string;
}

function shownFields(entity: GraphEntity, { maxRows, taking }: BoxOptions): readonly number[] {
  const all = entity.fields.map((_, index) => index);
  if (all.length <= maxRows) return all;
  const kept = all.filter((index) => taking.has(index) || entity.fields[index]?.keys.includes('PK') === true || entity.fields[index]?.template !== undefined);
  // A last row that says "+ 1 more" would take the place of the one.
  return all.length - kept.length === 1 ? all : kept;
}

function cellOf(field: GraphField | undefined): Pick<BoxRow, 'marks' | 'lines' | 'type'> {
  if (field === undefined) return { marks: '', lines: [''], type: '' };
  const marks = [...(field.mark === undefined ? [] : [SIGNS[field.mark]]), ...field.keys].join(' ');
  if (field.template !== undefined) return { marks, lines: wrapText(field.template, WRAP.template, 2 * ABSURD), type: '' };
  // What changed is worth more than the type, which stands in the title.
  const said = field.mark !== undefined && field.comment !== undefined ? field.comment : field.type;
  return { marks, lines: wrapText(field.name, WRAP.name, ABSURD), type: shortenText(said, WRAP.type) };
}

/** For readers who see no colours. */
const SIGNS: Readonly<Record<Mark, string>> = { added: '+', removed: '−', changed: '~' };

function widest(lines: readonly string[], size: number): number {
  return Math.max(...lines.map(measureText)) * size;
}
