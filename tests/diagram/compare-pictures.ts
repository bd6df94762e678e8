import type { Page } from 'playwright-core';
import { colorAt, colorDistance, type Raster } from './rasterise.ts';

/** Places of a drawing, in pixels of its page. */
export interface Spots {
  /** Points where one colour alone is: beside the text of a header, of a row. */
  readonly areas: readonly (readonly [x: number, y: number])[];
  readonly texts: readonly { readonly words: string; readonly x: number; readonly y: number; readonly width: number; readonly height: number }[];
}

/** Of the drawing that the page shows. */
export function readSpots(page: Page): Promise<Spots> {
  return page.evaluate(() => {
    const insides = [...document.querySelectorAll('.h, .b > :is(a, g):not(:first-of-type) > path')].map((area) => area.getBoundingClientRect());
    const texts = [...document.querySelectorAll('svg text')].flatMap((text) => {
      const spans = [...text.querySelectorAll('tspan')];
      return spans.length === 0 ? [text] : spans;
    });
    return {
      areas: [[1, 1] as const, ...insides.map(({ left, bottom }) => [left + 4, bottom - 4] as const)],
      texts: texts.filter((text) => (text.textContent ?? '').trim() !== '').map((text) => {
        const { x, y, width, height } = text.getBoundingClientRect();
        return { words: [...text.childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE).map(({ textContent }) => textContent).join(''), x, y, width, height };
      }),
    };
  });
}

/** Areas of another color than on the page, and texts that are missing, or not where they should be, in words. */
export function differencesOf(shown: Raster, other: Raster, { areas, texts }: Spots): readonly string[] {
  if (shown.width !== other.width || shown.height !== other.height) return [`${other.width} × ${other.height} instead of ${shown.width} × ${shown.height}`];
  return [
    ...areas.flatMap(([left, top]) => {
      const [expected, found] = [colorAt(shown, left, top), colorAt(other, left, top)];
      return colorDistance(expected, found) <= 3 ? [] : [`at ${left}, ${top}: ${found.join(' ')} instead of ${expected.join(' ')}`];
    }),
    ...texts.flatMap((text) => {
      const [expected, found] = [inkOf(shown, text), inkOf(other, text)];
      return found > expected / 2 ? [] : [`“${text.words}”: ink ${found} instead of ${expected}`];
    }),
  ];
}

/** How much stands out from its ground in a rectangle. */
function inkOf(raster: Raster, { x, y, width, height }: Spots['texts'][number]): number {
  const ground = colorAt(raster, x - 1, y + height / 2);
  let ink = 0;
  for (let row = Math.ceil(y); row < y + height; row += 1) {
    for (let column = Math.ceil(x); column < x + width; column += 1) ink += colorDistance(colorAt(raster, column, row), ground);
  }
  return Math.round(ink / 255);
}
