import { DRAWING_STYLE, type Palette } from './drawing-style.ts';
import { LIGHT_PALETTE } from './light-palette.ts';
import { matchesSelector, specificityOf } from './matches-selector.ts';
import { parseSvg, renderElement, type SvgChild, type SvgElement } from './svg-tree.ts';

/**
 * A drawing as a file that any program shows as a browser does: no style sheet, no variables, no classes; each element has its colours and sizes as attributes that SVG 1.1 knows, on a background
 * of its own, and `<use>` is what it names. Links that lead from one page to another lead nowhere from a file: only those with a whole address stay. This is the only place that makes such a file.
 * @param svg of `drawDiagram`, or as it is in a page, with what is lit up there
 * @param palette light unless told: a file is read on white
 */
export function standaloneSvg(svg: string, palette: Palette = LIGHT_PALETTE): string {
  const drawing = parseSvg(svg);
  const [left = 0, top = 0, width = 0, height = 0] = (drawing.attributes.get('viewBox') ?? '').split(' ').map(Number);
  const marks = new Map(drawing.children.flatMap((child) => (typeof child === 'object' && child.name === 'defs' ? child.children : [])).flatMap((mark) => (typeof mark === 'object' ? [[`#${mark.attributes.get('id')}`, mark] as const] : [])));
  const [root] = resolve([drawing], { variables: new Map(Object.entries(palette).map(([role, value]) => [`--pr-d-${role}`, value])), marks });
  if (root === undefined) return '';
  const [title, description, ...parts] = root.children;
  const background: SvgElement = { name: 'rect', attributes: new Map([['x', String(left)], ['y', String(top)], ['width', String(width)], ['height', String(height)], ['fill', palette.bg]]), children: [] };
  // The class says whose the file is: it may be replaced by another drawing.
  const attributes = new Map([['xmlns', SVG], ['class', 'pr-d'], ...root.attributes, ['width', String(width)], ['height', String(height)]]);
  return renderElement({ ...root, attributes, children: [title, description, background, ...parts].filter((part) => part !== undefined) });
}

interface Surroundings {
  /** Of the style sheet, as they are for this element. */
  readonly variables: ReadonlyMap<string, string>;
  /** Paths that `<use>` names. */
  readonly marks: ReadonlyMap<string, SvgElement>;
}

const SVG = 'http://www.w3.org/2000/svg';
const RULES = [...DRAWING_STYLE].sort(([a], [b]) => specificityOf(a) - specificityOf(b));
/** Of an element as it is drawn; what else it has is for a page. */
const KEPT = new Set(['id', 'viewBox', 'role', 'aria-labelledby', 'd', 'x', 'y', 'dy', 'width', 'height', 'rx', 'transform', 'textLength', 'lengthAdjust']);

/** @param path from the root to the element. @returns more than one where its stroke must lie behind its fill */
function resolve(path: readonly SvgElement[], around: Surroundings): readonly SvgElement[] {
  const element = path.at(-1);
  if (element === undefined || element.name === 'defs') return [];
  const declared = new Map(RULES.filter(([selector]) => matchesSelector(path, selector)).flatMap(([, declarations]) => Object.entries(declarations)));
  const variables = new Map([...around.variables, ...[...declared].filter(([property]) => property.startsWith('--')).map(([property, value]) => [property, substitute(value, around.variables)] as const)]);
  const style = new Map([...declared].flatMap(([property, value]) => attributeOf(property, substitute(value, variables))));
  const kept = [...element.attributes].filter(([name]) => KEPT.has(name));
  const children = element.children.flatMap((child): readonly SvgChild[] => (typeof child === 'string' ? [child] : resolve([...path, child], { ...around, variables })));
  switch (element.name) {
    case 'a': {
      const href = element.attributes.get('href') ?? '';
      return [/^https?:\/\//.test(href) ? { name: 'a', attributes: new Map([['href', href], ...kept, ...style]), children } : { name: 'g', attributes: new Map([...kept, ...style]), children }];
    }
    case 'use': {
      const mark = around.marks.get(element.attributes.get('href') ?? '');
      if (mark === undefined) return [];
      const place = `translate(${element.attributes.get('x')} ${element.attributes.get('y')})`;
      return [{ name: 'path', attributes: new Map([['d', mark.attributes.get('d') ?? ''], ['transform', place], ...style]), children: [] }];
    }
    default:
      return layered(element.name, new Map([...kept, ...style]), children);
  }
}

/** What is stroked before it is filled is two elements: not every program knows `paint-order`. */
function layered(name: string, attributes: Map<string, string>, children: readonly SvgChild[]): readonly SvgElement[] {
  if (attributes.get('paint-order') !== 'stroke') return [{ name, attributes, children }];
  attributes.delete('paint-order');
  const behind = new Map([...attributes, ['fill', 'none'], ['aria-hidden', 'true']]);
  const front = new Map([...attributes].filter(([key]) => !key.startsWith('stroke')));
  return [{ name, attributes: behind, children: children.filter((child) => typeof child === 'string') }, { name, attributes: front, children }];
}

function substitute(value: string, variables: ReadonlyMap<string, string>): string {
  return value.replace(/var\((--[\w-]+)\)/g, (_, name: string) => variables.get(name) ?? 'none');
}

/** A declaration as attributes; those that no program but a browser knows are left out. */
function attributeOf(property: string, value: string): readonly (readonly [string, string])[] {
  switch (property) {
    case '--c': case '--k': case 'font-feature-settings': return [];
    case 'white-space': return [['xml:space', 'preserve']];
    // Of a face that can have any weight, the nearest of the nine that every program knows.
    case 'font-weight': return [[property, String(Math.round(Number(value) / 100) * 100)]];
    case 'stroke-dasharray': return [[property, value.replaceAll(' ', ',')]];
    default: return [[property, /^[\d.]+px$/.test(value) ? value.slice(0, -2) : value]];
  }
}
