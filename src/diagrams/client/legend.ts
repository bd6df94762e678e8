/** The legend below a drawing, whose entries hide what they stand for and show it again. */
export class Legend {
  readonly #figure: HTMLElement;
  readonly #choose: (hidden: readonly string[]) => void;
  #hidden: readonly string[] = [];

  /** @param choose called with what is hidden: names of stores, and `line-database` and the like */
  constructor(figure: HTMLElement, choose: (hidden: readonly string[]) => void) {
    this.#figure = figure;
    this.#choose = choose;
    this.renew();
  }

  /** The figure may have got another legend. */
  renew(): void {
    for (const item of this.#items()) {
      if (item.querySelector('button') !== null) continue;
      const button = document.createElement('button');
      button.type = 'button';
      button.title = 'Hide, or show again';
      button.append(...item.childNodes);
      button.addEventListener('click', () => {
        const name = nameOf(item);
        const hidden = this.#hidden.includes(name) ? this.#hidden.filter((other) => other !== name) : [...this.#hidden, name];
        // With nothing left there would be no picture; the last one of a kind stays.
        const left = this.#items().filter((other) => kindOf(other) === kindOf(item) && !hidden.includes(nameOf(other)));
        if (left.length > 0) this.#choose(hidden.toSorted());
      });
      item.append(button);
    }
    this.show(this.#hidden);
  }

  show(hidden: readonly string[]): void {
    this.#hidden = hidden;
    for (const item of this.#items()) item.querySelector('button')?.setAttribute('aria-pressed', String(!hidden.includes(nameOf(item))));
  }

  #items(): readonly HTMLElement[] {
    return [...this.#figure.querySelectorAll<HTMLElement>('.pr-diagram-legend > li')];
  }
}

function nameOf({ dataset }: HTMLElement): string {
  return dataset['style'] === undefined ? (dataset['storeClass'] ?? '') : `line-${dataset['style']}`;
}

function kindOf({ dataset }: HTMLElement): string {
  return dataset['style'] === undefined ? 'store' : 'line';
}
