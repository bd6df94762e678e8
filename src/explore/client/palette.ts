import { FACET_IDS, type Facet } from './facets.ts';

/** Colours of the moment: of the theme that the reader has chosen. */
export interface Palette {
  readonly bg: string;
  readonly surface: string;
  readonly raised: string;
  readonly line: string;
  readonly lineStrong: string;
  readonly text: string;
  readonly strong: string;
  readonly muted: string;
  readonly accent: string;
  readonly accentSoft: string;
  readonly onAccent: string;
  readonly edge: string;
  /** Of the values of a facet that have no colour of their own. */
  readonly kinds: readonly string[];
  readonly other: string;
  readonly stores: Readonly<Record<string, string>>;
  /** How strong a colour is behind text, from 0 to 1. */
  readonly tint: number;
  readonly sans: string;
  readonly mono: string;
}

/** Reads the palette from the style sheet, as it is for an element. Canvas knows no variables, and a variable alone is not yet a colour: `light-dark()` is one only where it is used. */
export function readPalette(element: HTMLElement, stores: readonly string[]): Palette {
  const probe = document.createElement('i');
  element.append(probe);
  const style = getComputedStyle(probe);
  const colour = (name: string): string => {
    probe.style.color = `var(${name})`;
    return style.color;
  };
  const storeColour = (id: string): string => {
    probe.dataset['store'] = id;
    return colour('--pr-store');
  };
  const palette: Palette = {
    bg: colour('--pr-bg'), surface: colour('--pr-surface'), raised: colour('--pr-raised'), line: colour('--pr-line'), lineStrong: colour('--pr-line-strong'),
    text: colour('--pr-text'), strong: colour('--pr-strong'), muted: colour('--pr-muted'), accent: colour('--pr-accent'), accentSoft: colour('--pr-accent-soft'), onAccent: colour('--pr-bg'),
    edge: colour('--pr-x-edge'),
    kinds: Array.from({ length: KINDS }, (_, at) => colour(`--pr-x-${at + 1}`)),
    other: colour('--pr-other'),
    stores: Object.fromEntries(stores.map((id) => [id, storeColour(id)])),
    tint: Number.parseFloat(style.getPropertyValue('--pr-soft')) / 100,
    sans: style.getPropertyValue('--pr-sans'),
    mono: style.getPropertyValue('--pr-mono'),
  };
  probe.remove();
  return palette;
}

/** More colours than these nobody tells apart. */
export const KINDS = 8;

/** The colour of each value of a facet; values beyond the colours that there are share a grey one. */
export function coloursOf(facet: Facet, palette: Palette): ReadonlyMap<string, string> {
  if (facet.id === FACET_IDS[0]) return new Map(facet.options.map(({ value }) => [value, palette.stores[value] ?? palette.other]));
  // What has no value is grey, whatever its place.
  const coloured = facet.options.filter(({ value }) => value !== '-').slice(0, KINDS);
  return new Map(facet.options.map((option) => [option.value, palette.kinds[coloured.indexOf(option)] ?? palette.other]));
}
