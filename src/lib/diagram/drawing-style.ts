/**
 * The look of a drawing: selectors with their declarations, as in a style sheet. `DIAGRAM_CSS` gives it to a page, `standaloneSvg` writes it into the elements of a file.
 * A selector is made of names of elements, classes, `:not(.class)`, blanks and `>`; `matchesSelector` knows no more.
 */
export const DRAWING_STYLE: readonly StyleRule[] = [
  ['', {
    'font-family': '\'JetBrains Mono Variable\',\'JetBrains Mono\',ui-monospace,Menlo,Consolas,\'DejaVu Sans Mono\',\'Liberation Mono\',\'Courier New\',monospace',
    'font-size': '12px', 'font-feature-settings': '"liga" 0,"calt" 0', 'text-rendering': 'geometricPrecision',
  }],
  ['text', { fill: color('ink'), 'white-space': 'pre' }],
  ...(['green', 'blue', 'amber', 'violet', 'teal', 'rose', 'grey'] as const).map((tone): StyleRule => [`.${tone}`, { '--c': color(tone) }]),
  ['rect', { fill: color('box') }],
  ['.o', { fill: 'none', stroke: 'var(--c)', 'stroke-opacity': '.55', 'pointer-events': 'none' }],
  ['.an .o', { 'stroke-dasharray': '4 3' }],
  ['.h', { fill: 'var(--c)', 'fill-opacity': color('tint') }],
  ['.e', { 'font-weight': '650' }],
  ['use', { fill: 'var(--c)' }],
  ['.m', { fill: 'var(--c)', 'font-weight': '800', 'text-anchor': 'middle' }],
  // The area of a row: seen by the pointer alone, for its title.
  ['.b a path:not(.h)', { fill: 'none', 'pointer-events': 'all' }],
  ['.b g path:not(.h)', { fill: 'none', 'pointer-events': 'all' }],
  ['.fo .o', { 'stroke-opacity': '1', 'stroke-width': '2' }],
  ['.fo .h', { 'fill-opacity': '1' }],
  ['.fo .e', { fill: color('bg') }],
  ['.fo use', { fill: color('bg') }],
  ['.fo .m', { fill: color('bg') }],
  ...(['added', 'removed', 'changed'] as const).flatMap((mark): readonly StyleRule[] => [
    [`.${mark}`, { '--k': color(mark) }],
    [`.b.${mark} .o`, { stroke: 'var(--k)', 'stroke-opacity': '1', 'stroke-width': '2.4' }],
    [`.b .${mark} > path:not(.h)`, { fill: 'var(--k)', 'fill-opacity': '.18' }],
  ]),
  ['.b.removed .o', { 'stroke-dasharray': '7 4' }],
  ['.r', { fill: 'none', stroke: color('rule'), 'pointer-events': 'none' }],
  ['.p', { 'font-weight': '600' }],
  ['.q', { fill: color('muted') }],
  ['.k', { 'font-size': '9px', 'font-weight': '700', fill: color('muted') }],
  ['.t', { 'font-size': '10.5px', 'font-weight': '400', fill: color('muted'), 'text-anchor': 'end' }],
  ['.l path', { fill: 'none', stroke: color('line'), 'stroke-width': '1.3' }],
  ['.la path', { 'stroke-dasharray': '5 3.5' }],
  ['.lo path', { 'stroke-dasharray': '.1 3.6', 'stroke-linecap': 'round', 'stroke-width': '1.7' }],
  ...(['added', 'removed', 'changed'] as const).map((mark): StyleRule => [`.l path.${mark}`, { stroke: 'var(--k)', 'stroke-width': '2' }]),
  ['.l .f', { fill: color('bg'), 'stroke-dasharray': 'none', 'stroke-width': '1.3' }],
  ['.l .j', { fill: color('line'), stroke: 'none' }],
  // The selected box with its lines; the rest is faded.
  ...['.b', '.l', '.n'].map((part): StyleRule => [`.lit > ${part}:not(.on)`, { opacity: '.22' }]),
  ['.l.on path', { stroke: color('lit'), 'stroke-width': '1.9' }],
  ['.l.on .f', { 'stroke-width': '1.6' }],
  ['.b .on path:not(.h)', { fill: color('hover') }],
  ['.now path:not(.h)', { stroke: color('lit'), 'stroke-width': '2' }],
  ['.now .h', { stroke: color('lit'), 'stroke-width': '2' }],
  // The ground of the words closes over the blanks between them: no line shows through.
  ['.n', { 'font-size': '10px', fill: color('muted'), 'text-anchor': 'middle', 'paint-order': 'stroke', stroke: color('bg'), 'stroke-width': '9px', 'stroke-linejoin': 'round' }],
];

export type StyleRule = readonly [selector: string, declarations: Readonly<Record<string, string>>];

/** What a colour of a drawing is for, and the token of the design (`src/styles/tokens.css`) that it follows. `tint` is no colour: how strong that of a store is behind text. */
export const COLOR_TOKENS = {
  bg: 'bg', box: 'raised', ink: 'strong', muted: 'muted', rule: 'line', line: 'edge', hover: 'accent-soft', lit: 'accent',
  green: 'mongodb', blue: 'postgresql', amber: 's3', violet: 'violet', teal: 'teal', rose: 'rose', grey: 'other', tint: 'soft',
  added: 'added', removed: 'removed', changed: 'changed',
} as const;

export type ColorRole = keyof typeof COLOR_TOKENS;

/** Every role with its value: `#rrggbb`, and for `tint` a number from 0 to 1. */
export type Palette = Readonly<Record<ColorRole, string>>;

function color(role: ColorRole): string {
  return `var(--pr-d-${role})`;
}
