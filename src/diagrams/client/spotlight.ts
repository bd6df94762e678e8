import { light, unlight, type Lit } from './light.ts';
import { findLit, namesOf, type LitNames } from './lit-names.ts';
import type { Picture, RowPlace } from './picture.ts';
import type { WordsCard } from './words-card.ts';

/** What is lit: for as long as the pointer is there, or until somebody lets go. */
export class Spotlight {
  #picture: Picture;
  readonly #card: WordsCard;
  readonly #frame: Element;
  #hovered: Lit | undefined;
  #kept: Lit | undefined;

  constructor(picture: Picture, card: WordsCard, frame: Element) {
    this.#picture = picture;
    this.#card = card;
    this.#frame = frame;
  }

  /** What stays lit. */
  get kept(): Lit | undefined {
    return this.#kept;
  }

  hover(lit: Lit | undefined): void {
    if (isSame(lit, this.#hovered)) return;
    this.#hovered = lit;
    this.#paint(lit ?? this.#kept);
  }

  /** @param hint what the reader can do next */
  keep(lit: Lit | undefined, hint?: string): void {
    this.#kept = lit;
    this.#hovered = undefined;
    this.#paint(lit, hint);
  }

  /** Another picture: what stayed lit is lit there too, where it is. */
  replace(picture: Picture): void {
    const state = this.state;
    this.#picture = picture;
    this.keep(this.litAt(state));
  }

  /** What stays lit, by its names. */
  get state(): LitNames {
    if (this.#kept === undefined) return {};
    return namesOf(this.#picture, this.#kept, this.#placeOf(this.#kept));
  }

  litAt(names: LitNames): Lit | undefined {
    return findLit(this.#picture, names);
  }

  #paint(lit: Lit | undefined, hint?: string): void {
    this.#card.clear();
    if (lit === undefined) return unlight(this.#picture);
    const numbers = light(this.#picture, lit);
    if (lit.kind === 'places') return;
    const place = this.#placeOf(lit);
    this.#card.show(this.#picture, lit, numbers, hint);
    this.#card.place(place === undefined ? undefined : this.#picture.boxes[place.box]?.rows[place.row], this.#frame);
  }

  #placeOf(lit: Lit): RowPlace | undefined {
    switch (lit.kind) {
      case 'box': return { box: lit.box, row: 0 };
      case 'row': return lit;
      case 'relation': return this.#picture.relations[lit.relation]?.from;
      case 'places': return lit.current;
    }
  }
}

export function isSame(a: Lit | undefined, b: Lit | undefined): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
