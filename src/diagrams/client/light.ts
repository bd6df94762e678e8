import { linePath } from '../../lib/diagram/render-lines.ts';
import type { Picture, RowPlace } from './picture.ts';

/** What a reader points at. `places`: what a search found, without its lines. */
export type Lit =
  | { readonly kind: 'box'; readonly box: number }
  | ({ readonly kind: 'row' } & RowPlace)
  | { readonly kind: 'relation'; readonly relation: number }
  | { readonly kind: 'places'; readonly places: readonly RowPlace[]; readonly current?: RowPlace };

/** Lights up a part of the picture with its lines and their other ends, and lets the rest fade. @returns numbers of the lit relations */
export function light(picture: Picture, lit: Lit): readonly number[] {
  unlight(picture);
  const numbers = relationsOf(picture, lit);
  const places = [...placesOf(lit), ...numbers.flatMap((number) => [picture.relations[number]?.from, picture.relations[number]?.to].filter((place) => place !== undefined))];
  picture.svg.classList.add('lit');
  for (const { box, row } of places) {
    picture.boxes[box]?.element.classList.add('on');
    picture.boxes[box]?.rows[row]?.classList.add('on');
  }
  if (lit.kind === 'places' && lit.current !== undefined) picture.boxes[lit.current.box]?.rows[lit.current.row]?.classList.add('now');
  const lines = document.createElementNS(SVG, 'g');
  lines.setAttribute('class', 'l on');
  for (const number of numbers) {
    const relation = picture.relations[number];
    if (relation === undefined) continue;
    const line = document.createElementNS(SVG, 'g');
    line.setAttribute('class', relation.style);
    const path = document.createElementNS(SVG, 'path');
    path.setAttribute('d', linePath(relation.route, []));
    line.append(path, ...relation.feet.map((foot) => foot.cloneNode()));
    lines.append(line);
    // Its words stay readable, over the line.
    picture.svg.querySelector(`:scope > .n[data-r="${number}"]`)?.classList.add('on');
  }
  picture.svg.querySelector(':scope > .l')?.after(lines);
  return numbers;
}

export function unlight({ svg }: Picture): void {
  if (!svg.classList.contains('lit')) return;
  svg.classList.remove('lit');
  svg.querySelector(':scope > .l.on')?.remove();
  for (const part of svg.querySelectorAll('.on, .now')) part.classList.remove('on', 'now');
}

const SVG = 'http://www.w3.org/2000/svg';

function relationsOf({ relations }: Picture, lit: Lit): readonly number[] {
  const numbers = relations.map((_, number) => number);
  switch (lit.kind) {
    case 'box': return numbers.filter((number) => relations[number]?.from.box === lit.box || relations[number]?.to.box === lit.box);
    case 'row': return numbers.filter((number) => isAt(lit, relations[number]?.from) || isAt(lit, relations[number]?.to));
    case 'relation': return [lit.relation];
    case 'places': return [];
  }
}

function placesOf(lit: Lit): readonly RowPlace[] {
  switch (lit.kind) {
    case 'box': return [{ box: lit.box, row: 0 }];
    case 'row': return [lit];
    case 'relation': return [];
    case 'places': return lit.places;
  }
}

function isAt(a: RowPlace, b: RowPlace | undefined): boolean {
  return a.box === b?.box && a.row === b.row;
}
