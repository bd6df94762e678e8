import { morph } from './morph.ts';

/** Puts a diagram in the place of one that is shown, and keeps what its reader opened, scrolled to and focused. */
export function replaceFigure(figure: Element, html: string): void {
  morph(figure, html);
}

/** Whether two figures show the same: the same text, whose names lead to the same pages. */
export function showsTheSame(a: Element, b: Element): boolean {
  return signatureOf(a) === signatureOf(b);
}

function signatureOf(figure: Element): string {
  const links = [...figure.querySelectorAll('svg a')].map((link) => link.getAttribute('href'));
  return JSON.stringify([figure.querySelector('.pr-diagram-source code')?.textContent, figure.querySelector('figcaption')?.textContent, links]);
}
