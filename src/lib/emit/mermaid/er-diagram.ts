import { SIGNS, type Mark } from './marks.ts';
import { attributeWord, escapeId, escapeText } from './escape.ts';

/** Text of an `erDiagram`: boxes in the order given, then the relations, then the colours. Aligned, one thing a line. */
export function renderErDiagram(boxes: readonly ErBox[], edges: readonly ErEdge[], colours: ReadonlyMap<string, string>): string {
  const used = new Set(boxes.flatMap(classesOf));
  return [
    'erDiagram',
    ...boxes.flatMap(boxLines),
    ...edges.map((edge) => `  "${escapeId(edge.from)}" ${edge.left}${edge.line}${edge.right} "${escapeId(edge.to)}" : "${labelText(edge.label)}"`),
    ...[...colours].filter(([name]) => used.has(name)).map(([name, style]) => `  classDef ${name} ${style}`),
  ].join('\n');
}

/** A box: an entity, any entity of a store, or a group. */
export interface ErBox {
  /** Unique; the address, where the box is an entity. */
  readonly id: string;
  readonly name: string;
  /** As `className` makes them, the store's first. */
  readonly classes: readonly string[];
  readonly mark?: Mark | undefined;
  readonly rows: readonly ErRow[];
}

export interface ErRow {
  readonly type: string;
  /** The true path; where Mermaid's grammar cannot hold it, it stands in the comment too. */
  readonly path: string;
  readonly keys: readonly string[];
  /** Shown in place of the path. */
  readonly comment?: string;
  readonly mark?: Mark | undefined;
  /** Stands behind the mark where there is no comment. */
  readonly note?: string | undefined;
}

export interface ErEdge {
  readonly from: string;
  readonly to: string;
  readonly left: '}o' | '|o' | '}|' | '||';
  readonly right: 'o{' | 'o|' | '|{' | '||';
  /** `--` the database keeps it, `..` the application does. */
  readonly line: '--' | '..';
  readonly label: ErLabel;
}

export type ErLabel =
  | { readonly kind: 'fields'; readonly from: string; readonly to: string; readonly note?: string; readonly mark?: Mark | undefined }
  /** Between groups: how many. */
  | { readonly kind: 'count'; readonly text: string };

function classesOf({ classes, mark }: ErBox): readonly string[] {
  return mark === undefined ? classes : [...classes, mark];
}

function boxLines(box: ErBox): string[] {
  const name = box.name === '' ? '(unnamed)' : box.name;
  const head = `  "${escapeId(box.id)}"["${escapeText(box.mark === undefined ? name : `${SIGNS[box.mark]} ${name}`)}"]:::${classesOf(box).join(',')}`;
  if (box.rows.length === 0) return [head];
  const cells = box.rows.map(rowCells);
  const widths = [0, 1, 2, 3].map((column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  const lines = cells.map((row) => row.map((cell, column) => (widths[column] === 0 ? '' : `${cell.padEnd(widths[column] ?? 0)} `)).join(''));
  return [`${head} {`, ...lines.map((line) => `    ${line.trimEnd()}`), '  }'];
}

function rowCells(row: ErRow): readonly [string, string, string, string] {
  const type = attributeWord(row.type, 'any');
  const name = attributeWord(endOf(row.path), 'field');
  const shown = row.comment !== undefined ? escapeText(row.comment) : '';
  const path = escapeText(row.path);
  const comment = shown !== '' ? shown : type !== row.type ? `${path} : ${escapeText(clip(row.type))}` : name !== row.path ? path : '';
  const behind = comment === '' && row.note !== undefined ? escapeText(row.note) : comment;
  const marked = [...(row.mark === undefined ? [] : [row.mark]), ...(behind === '' ? [] : [behind])].join(' · ');
  return [type, name, row.keys.join(','), marked === '' ? '' : `"${marked}"`];
}

function labelText(label: ErLabel): string {
  if (label.kind === 'count') return escapeText(label.text);
  return [`${escapeText(label.from)} → ${escapeText(label.to)}`, ...(label.mark === undefined ? [] : [label.mark]), ...(label.note === undefined ? [] : [escapeText(label.note)])].join(' · ');
}

/** Deep in a document the last two steps are name enough; the comment has the whole path. */
function endOf(path: string): string {
  return path.length > 40 ? path.split('.').slice(-2).join('.') : path;
}

/** Types are for orientation here; a long one stands whole in the table of fields. */
function clip(type: string): string {
  return type.length > 48 ? `${type.slice(0, 47)}…` : type;
}
