/** Variable, the token of the site that it follows where there is one, its value elsewhere in light and in dark. */
const PALETTE: readonly (readonly [name: string, token: string | undefined, light: string, dark: string])[] = [
  ['bg', '--pr-bg', '#fff', '#12161d'],
  ['box', '--pr-raised', '#fff', '#171c24'],
  ['ink', '--pr-strong', '#1a212b', '#e3e8ef'],
  ['muted', '--pr-muted', '#5d6877', '#98a3b3'],
  ['rule', '--pr-line', '#e8ebf0', '#262e39'],
  ['line', undefined, '#6d7889', '#8390a2'],
  ['hover', '--pr-accent-soft', '#eef2f8', '#222a36'],
  ['lit', '--pr-accent', '#4a43b5', '#aaa6ff'],
  ['green', '--pr-mongodb', '#1f7a45', '#62c48a'],
  ['blue', '--pr-postgresql', '#2a5f96', '#7db2e8'],
  ['amber', '--pr-s3', '#9a5a0b', '#e0a458'],
  ['violet', undefined, '#6a4bb0', '#b29af0'],
  ['teal', undefined, '#0f7078', '#5fc4cc'],
  ['rose', undefined, '#a83a5b', '#ee8fab'],
  ['grey', '--pr-other', '#5d6877', '#98a3b3'],
  ['tint', '--pr-soft', '11%', '17%'],
  ['on-focus', undefined, '#fff', '#0d1117'],
];

/** What became of something between two schemas, in light and in dark. */
const MARKS: readonly (readonly [name: string, light: string, dark: string])[] = [['added', '#1a7f37', '#3fb950'], ['removed', '#cf222e', '#f85149'], ['changed', '#9a6700', '#d29922']];
const MARKED = `:is(${MARKS.map(([name]) => `.${name}`).join(',')})`;

const variables = (value: (light: string, dark: string) => string): string =>
  [...PALETTE, ...MARKS.map(([name, light, dark]) => [name, undefined, light, dark] as const)].map(([name, token, light, dark]) => `--pr-d-${name}:${token === undefined ? value(light, dark) : `var(${token},${value(light, dark)})`}`).join(';');
const LIGHT = variables((light) => light);
const DARK = variables((_light, dark) => dark);

const TONES = ['green', 'blue', 'amber', 'violet', 'teal', 'rose', 'grey'];

/**
 * Style sheet of every drawing; a page includes it once. The variables are the whole palette: a site changes the look by setting them.
 * Dark: by `data-theme` on the root element, or by the reader's system where the page has no such switch.
 */
export const DIAGRAM_CSS = [
  `:root{${LIGHT}}`,
  `@media(prefers-color-scheme:dark){:root:not([data-theme]){${DARK}}}`,
  `:root[data-theme=dark]{${DARK}}`,
  `@media print{:root,:root[data-theme=dark]{${LIGHT}}}`,
  // Never so small that names cannot be read: below four fifths of its size a drawing scrolls in its box instead.
  '.pr-d{display:block;max-width:100%;height:auto;margin-inline:auto;overflow:visible;font:12px/1 "JetBrains Mono Variable","JetBrains Mono",ui-monospace,"DejaVu Sans Mono",monospace;font-feature-settings:"liga" 0,"calt" 0;text-rendering:geometricPrecision}',
  ...Array.from({ length: 24 }, (_, index) => `.pr-d.w${index + 1}{min-width:${Math.max(0, index) * 82}px}`),
  '.pr-d text{fill:var(--pr-d-ink);white-space:pre}',
  ...TONES.map((tone) => `.pr-d .${tone}{--c:var(--pr-d-${tone})}`),
  '.pr-d rect{fill:var(--pr-d-box)}',
  '.pr-d .o{fill:none;stroke:var(--c);stroke-opacity:.55;pointer-events:none}',
  '.pr-d .an .o{stroke-dasharray:4 3}',
  '.pr-d .h{fill:var(--c);fill-opacity:var(--pr-d-tint)}',
  '.pr-d .e{font-weight:650}',
  '.pr-d use,.pr-d .m{fill:var(--c)}',
  '.pr-d .m{font-weight:800;text-anchor:middle}',
  '.pr-d .b a path:not(.h),.pr-d .b g path:not(.h){fill:transparent}',
  '.pr-d .b a:hover path:not(.h),.pr-d .b a:focus-visible path:not(.h){fill:var(--pr-d-hover)}',
  '.pr-d a:hover .h,.pr-d a:focus-visible .h{fill-opacity:calc(var(--pr-d-tint) * 2.2)}',
  '.pr-d a{text-decoration:none;outline:0}',
  '.pr-d a:focus-visible .h{stroke:var(--pr-d-ink);stroke-width:2}',
  '.pr-d .fo .o{stroke-opacity:1;stroke-width:2}',
  '.pr-d .fo .h,.pr-d .fo a:hover .h{fill-opacity:1}',
  '.pr-d .fo .e,.pr-d .fo use,.pr-d .fo .m{fill:var(--pr-d-on-focus)}',
  ...MARKS.map(([name]) => `.pr-d .${name}{--k:var(--pr-d-${name})}`),
  `.pr-d .b${MARKED} .o{stroke:var(--k);stroke-opacity:1;stroke-width:2.4}`,
  '.pr-d .b.removed .o{stroke-dasharray:7 4}',
  `.pr-d .b ${MARKED}>path:not(.h){fill:var(--k);fill-opacity:.18}`,
  '.pr-d .r{fill:none;stroke:var(--pr-d-rule);pointer-events:none}',
  '.pr-d .p{font-weight:600}',
  '.pr-d .q{fill:var(--pr-d-muted)}',
  '.pr-d .k{font-size:9px;font-weight:700;fill:var(--pr-d-muted)}',
  '.pr-d .t{font-size:10.5px;font-weight:400;fill:var(--pr-d-muted);text-anchor:end}',
  '.pr-d .l path{fill:none;stroke:var(--pr-d-line);stroke-width:1.3}',
  '.pr-d .la path{stroke-dasharray:5 3.5}',
  '.pr-d .lo path{stroke-dasharray:.1 3.6;stroke-linecap:round;stroke-width:1.7}',
  `.pr-d .l path${MARKED}{stroke:var(--k);stroke-width:2}`,
  '.pr-d .l .f{fill:var(--pr-d-bg);stroke-dasharray:none;stroke-width:1.3}',
  '.pr-d .l .j{fill:var(--pr-d-line);stroke:none}',
  // What is pointed at with its lines, the rest faded.
  '.pr-d .b,.pr-d .l,.pr-d .n{transition:opacity .12s}',
  '.pr-d.lit .b:not(.on),.pr-d.lit .l:not(.on),.pr-d.lit .n:not(.on){opacity:.22}',
  '.pr-d .l.on path{stroke:var(--pr-d-lit);stroke-width:1.9}',
  '.pr-d .l.on .f{stroke-width:1.6}',
  '.pr-d .b .on path:not(.h){fill:var(--pr-d-hover)}',
  '.pr-d .now path:not(.h),.pr-d .now .h{stroke:var(--pr-d-lit);stroke-width:2}',
  '.pr-d .n{font-size:10px;fill:var(--pr-d-muted);text-anchor:middle;paint-order:stroke;stroke:var(--pr-d-bg);stroke-width:7px;stroke-linejoin:round}',
].join('\n');
