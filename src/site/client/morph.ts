import { Idiomorph } from 'idiomorph';

/**
 * Makes an element what it should be, touching only what is different, so that everything else keeps its focus, its place and its listeners. What readers and scripts
 * changed stays: an open `<details>`, a table that was fitted to its column.
 * @param instead says of an element whether something else was done with it
 */
export function morph(element: Element, to: Element, instead: (from: Element, to: Element) => boolean): void {
  Idiomorph.morph(element, to, {
    morphStyle: 'outerHTML',
    callbacks: {
      beforeNodeMorphed: (from, next) => !(from instanceof Element && next instanceof Element && (from.matches(LEFT_ALONE) || instead(from, next))),
      // A script that stands in a page runs when the page is loaded, and not when it is compared.
      beforeNodeAdded: (node) => !(node instanceof HTMLScriptElement),
      beforeAttributeUpdated: (name, on) => !KEPT.some(([selector, kept]) => kept === name && on.matches(selector)),
    },
  });
}

/** What Mermaid draws in the browser, what follows the schema by itself, and what runs once. */
const LEFT_ALONE = 'pre.mermaid, polyref-explore, script';

const KEPT = [
  ['details', 'open'],
  ['.pr-table', 'tabindex'],
  ['.pr-table', 'class'],
] as const;
