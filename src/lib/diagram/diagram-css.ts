import { COLOR_TOKENS, DRAWING_STYLE } from './drawing-style.ts';

/** What only a page has: a width that it gives, a pointer, the Tab key. */
const PAGE_RULES = [
  // Never so small that names cannot be read: below four fifths of its size a drawing scrolls in its box instead.
  '.pr-d{display:block;max-width:100%;height:auto;margin-inline:auto;overflow:visible;line-height:1}',
  ...Array.from({ length: 24 }, (_, index) => `.pr-d.w${index + 1}{min-width:${Math.max(0, index) * 82}px}`),
  '.pr-d .b a:is(:hover,:focus-visible) path:not(.h){fill:var(--pr-d-hover)}',
  '.pr-d a:is(:hover,:focus-visible) .h{fill-opacity:calc(var(--pr-d-tint) * 2.2)}',
  '.pr-d a{text-decoration:none;outline:0}',
  '.pr-d a:focus-visible .h{stroke:var(--pr-d-ink);stroke-width:2}',
  '.pr-d .fo a:hover .h{fill-opacity:1}',
  '.pr-d .b,.pr-d .l,.pr-d .n{transition:opacity .12s}',
];

/** Style sheet of every drawing; a page includes it once, beside the tokens of the design, which have the colours of both themes. */
export const DIAGRAM_CSS = [
  `:root{${Object.entries(COLOR_TOKENS).map(([role, token]) => `--pr-d-${role}:var(--pr-${token})`).join(';')}}`,
  ...DRAWING_STYLE.map(([selector, declarations]) => `${onPage(selector)}{${Object.entries(declarations).map(([property, value]) => `${property}:${value}`).join(';')}}`),
  ...PAGE_RULES,
].join('\n');

function onPage(selector: string): string {
  return selector.startsWith('.lit') ? `.pr-d${selector}` : `.pr-d ${selector}`.trimEnd();
}
