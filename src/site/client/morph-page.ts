import { morph } from './morph.ts';
import { isDiagram, replaceDiagram } from './replace-diagram.ts';

/**
 * Makes the open page what the server gives for it now: its content, the navigation and the title.
 * @returns false when its frame is another one, so that it has to be loaded
 */
export function morphPage(next: Document): boolean {
  if (frameOf(next) !== frameOf(document)) return false;
  document.title = next.title;
  for (const part of PARTS) {
    const [from, to] = [document.querySelector(part), next.querySelector(part)];
    if (from && to) morph(from, to, keepDiagram);
  }
  for (const name of CONTENTS) {
    const [from, to] = [document.querySelector(name), next.querySelector(name)];
    // It looks for its headings when it is put into the page.
    if (from && to) from.replaceWith(document.adoptNode(to));
  }
  document.dispatchEvent(new Event('polyref:page'));
  return true;
}

const PARTS = ['main', '.pr-nav', 'header .site-title'];
/** “On this page”, for wide windows and for narrow ones. */
const CONTENTS = ['starlight-toc', 'mobile-starlight-toc'];

/** What parts a page has: those that are morphed, and what lives by a script of its own, which is loaded with the page. */
function frameOf(page: Document): string {
  return [...PARTS, ...CONTENTS, 'polyref-explore'].filter((part) => page.querySelector(part)).join();
}

/** A diagram is replaced as a whole, or left as its reader set it up. */
function keepDiagram(from: Element, to: Element): boolean {
  if (!isDiagram(from) || !isDiagram(to)) return false;
  replaceDiagram(from, to.outerHTML);
  return true;
}
