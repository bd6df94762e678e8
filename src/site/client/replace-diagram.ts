import type { PolyrefDiagram } from '../../diagrams/client/diagram-element.ts';

/** Every diagram of a page, in its order. */
export function diagramsOf(page: ParentNode): readonly PolyrefDiagram[] {
  return [...page.querySelectorAll<PolyrefDiagram>(DIAGRAM)];
}

export function isDiagram(element: Element): element is PolyrefDiagram {
  return element.matches(DIAGRAM);
}

const DIAGRAM = 'polyref-diagram';

/** Shows another drawing in the place of one; what its reader chose and sees stays. Nothing happens where the same is shown already. */
export function replaceDiagram(diagram: PolyrefDiagram, html: string): void {
  const next = signatureOf(document.createRange().createContextualFragment(html));
  if (next === given.get(diagram)) return;
  given.set(diagram, next);
  diagram.replaceFigure(html);
}

/** What the server gave for each diagram; what is seen may be more or less of it, as its reader chose. */
const given = new WeakMap<Element, string>();
for (const diagram of diagramsOf(document)) given.set(diagram, signatureOf(diagram));

/** Two drawings are the same when their text is, and its names lead to the same pages. */
function signatureOf(figure: ParentNode): string {
  const links = [...figure.querySelectorAll('svg a')].map((link) => link.getAttribute('href'));
  return JSON.stringify([figure.querySelector('.pr-diagram-text code')?.textContent, figure.querySelector('figcaption')?.firstChild?.textContent, links]);
}
