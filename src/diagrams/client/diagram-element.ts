import { LiveDiagram } from './live-diagram.ts';

/**
 * Makes the drawing that a page already holds answer questions: what is pointed at lights up with its lines, the picture pans and zooms, shows more or less, can be
 * searched and taken away. What a page needs at once is here; the rest is loaded when somebody asks for it.
 */
export class PolyrefDiagram extends HTMLElement {
  #live: LiveDiagram | undefined;

  connectedCallback(): void {
    this.#live ??= startLive(this);
  }

  /**
   * Another drawing of the same diagram, as `renderFigure` makes it, takes the place of this one. What the reader has chosen, sees and lit up stays; boxes glide to
   * their new places.
   */
  replaceFigure(html: string): void {
    if (this.#live?.replace(html) === true) return;
    // One of the two could not be drawn: there is nothing to keep.
    this.#live?.stop();
    const made = document.createRange().createContextualFragment(html).querySelector('figure');
    if (made !== null) this.replaceChildren(made);
    this.#live = startLive(this);
  }

  /** Opens the search field of this picture. */
  find(): void {
    this.#live?.find();
  }
}

function startLive(element: PolyrefDiagram): LiveDiagram | undefined {
  const figure = element.querySelector<HTMLElement>('figure.pr-diagram');
  const svg = figure?.querySelector<SVGSVGElement>('.pr-diagram-scroll > svg') ?? null;
  const frame = figure?.querySelector<HTMLElement>('.pr-diagram-scroll') ?? null;
  if (figure === null || svg === null || frame === null) return undefined;
  return new LiveDiagram(element, figure, frame, svg);
}
