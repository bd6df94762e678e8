import type { Lit } from './light.ts';
import type { Picture, RowPlace } from './picture.ts';

/** A card by the drawing that says in words what is lit: each relation with its cardinality and who keeps it. */
export class WordsCard {
  readonly element: HTMLElement;
  readonly #figure: HTMLElement;

  #placeAgain: (() => void) | undefined;

  constructor(figure: HTMLElement, signal: AbortSignal) {
    this.#figure = figure;
    // Whoever follows a link comes to the picture after the card: it must not lie on what it is about.
    addEventListener('scroll', () => this.#placeAgain?.(), { passive: true, signal });
    this.element = document.createElement('div');
    this.element.className = 'pr-diagram-words';
    this.element.setAttribute('role', 'status');
  }

  /**
   * @param numbers of the relations, which are also their places in the list below the drawing
   * @param hint what to do next
   */
  show(picture: Picture, lit: Exclude<Lit, { kind: 'places' }>, numbers: readonly number[], hint: string | undefined): void {
    const words = this.#figure.querySelectorAll('.pr-diagram-relations li');
    const most = innerWidth < 640 ? MOST_ON_A_PHONE : MOST;
    const shown = numbers.length === most + 1 ? numbers : numbers.slice(0, most);
    const lines = shown.map((number) => lineOf(words[number], picture, lit, number));
    this.element.replaceChildren(
      ...(lit.kind === 'relation' ? [] : [paragraph(`${nameOf(picture, lit)} · ${numbers.length === 0 ? 'no references here' : count(numbers.length)}`, 'head')]),
      ...lines,
      ...(numbers.length > shown.length ? [paragraph(`and ${numbers.length - shown.length} more`)] : []),
      ...(hint === undefined ? [] : [paragraph(hint)]),
    );
  }

  say(text: string): void {
    this.element.replaceChildren(paragraph(text, 'head'));
  }

  clear(): void {
    this.#placeAgain = undefined;
    this.element.replaceChildren();
  }

  /** Puts the card below the picture where there is room in the window, else over the part of it that is away from what the card is about. */
  place(part: Element | undefined, frame: Element): void {
    this.#placeAgain = () => this.place(part, frame);
    const [figure, around, card] = [this.#figure, frame, this.element].map((element) => element.getBoundingClientRect());
    if (figure === undefined || around === undefined || card === undefined) return;
    const head = parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) || 0;
    const [top, bottom] = [Math.max(head, around.top), Math.min(innerHeight, around.bottom)];
    const box = part?.getBoundingClientRect();
    const isLow = box !== undefined && box.top + box.height / 2 > (top + bottom) / 2;
    const at = around.bottom + GAP + card.height < innerHeight ? around.bottom + GAP : isLow ? top + GAP : bottom - card.height - GAP;
    this.element.style.top = `${at - figure.top}px`;
  }
}

const GAP = 4;
const MOST = 7;
const MOST_ON_A_PHONE = 3;

/** A relation in words: whole where a line is lit; of a box or a row only what its heading does not say already. The words are read, not used: links in them would be a second set of stops for the Tab key. */
function lineOf(words: Element | undefined, picture: Picture, lit: Lit, number: number): HTMLElement {
  const line = document.createElement('p');
  const relation = picture.relations[number];
  const [from, to] = [...(words?.children ?? [])].map((end) => (end.localName === 'a' ? end.firstElementChild : end)?.cloneNode(true) ?? '');
  const remarks = words?.lastChild?.textContent ?? '';
  if (relation === undefined || from === undefined || to === undefined) return line;
  const isOut = lit.kind !== 'places' && lit.kind !== 'relation' && isAt(lit, relation.from);
  const isIn = lit.kind !== 'places' && lit.kind !== 'relation' && isAt(lit, relation.to);
  if (isOut === isIn) line.append(from, ' → ', to, remarks);
  else {
    const own = isOut ? relation.from : relation.to;
    const field = lit.kind === 'box' ? picture.boxes[own.box]?.fields[own.row] : undefined;
    line.append(...(field === undefined ? [] : [code(field), ' ']), isOut ? '→ ' : '← ', isOut ? to : from, remarks);
  }
  return line;
}

function isAt(lit: Lit & { kind: 'box' | 'row' }, place: RowPlace): boolean {
  return lit.box === place.box && (lit.kind === 'box' || lit.row === place.row);
}

function nameOf({ boxes }: Picture, lit: Lit & { kind: 'box' | 'row' }): string {
  const box = boxes[lit.box];
  const field = lit.kind === 'row' ? box?.fields[lit.row] : undefined;
  return field === undefined ? (box?.name ?? '') : `${box?.name}.${field}`;
}

function code(text: string): HTMLElement {
  const made = document.createElement('code');
  made.textContent = text;
  return made;
}

function paragraph(text: string, className = ''): HTMLElement {
  const made = document.createElement('p');
  made.className = className;
  made.textContent = text;
  return made;
}

function count(references: number): string {
  return `${references} ${references === 1 ? 'reference' : 'references'}`;
}
