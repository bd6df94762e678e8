import { Resvg } from '@resvg/resvg-js';
import type { Page } from 'playwright-core';
import sharp from 'sharp';

/** Pixels of a picture at its own size. */
export interface Raster {
  readonly width: number;
  readonly height: number;
  /** Red, green, blue of each pixel, row by row. */
  readonly data: Uint8Array;
}

/** What programs that are no browsers make of an SVG file: resvg, and librsvg, which many of them use. On black, so that what has no background shows. */
export const RENDERERS: Readonly<Record<string, (svg: string) => Promise<Raster>>> = {
  resvg: async (svg) => fromImage(new Resvg(svg, { background: '#000' }).render().asPng()),
  librsvg: async (svg) => fromImage(Buffer.from(svg)),
};

/** A page, or a file, as the browser shows it. */
export async function photograph(page: Page, content: string, { width, height }: Pick<Raster, 'width' | 'height'>): Promise<Raster> {
  await page.setViewportSize({ width, height });
  await page.setContent(content);
  return fromImage(await page.screenshot());
}

export function sizeOf(svg: string): Pick<Raster, 'width' | 'height'> {
  const [, width, height] = /^<svg [^>]*?width="(\d+)" height="(\d+)"/.exec(svg) ?? [];
  return { width: Number(width), height: Number(height) };
}

export function colorAt({ width, data }: Raster, x: number, y: number): readonly [number, number, number] {
  const at = 3 * (Math.floor(y) * width + Math.floor(x));
  return [data[at] ?? NaN, data[at + 1] ?? NaN, data[at + 2] ?? NaN];
}

/** Greatest difference of a channel, from 0 to 255. */
export function colorDistance(a: readonly number[], b: readonly number[]): number {
  return Math.max(...a.map((value, channel) => Math.abs(value - (b[channel] ?? NaN))));
}

async function fromImage(image: Buffer): Promise<Raster> {
  const { data, info } = await sharp(image).flatten({ background: '#000' }).toColourspace('srgb').raw().toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data };
}

/** Where two pictures of one size differ most, by the mean of each channel over squares of 12 pixels: the edges of letters and lines, which each program smooths in its own way, do not count. */
export function greatestDifference(a: Raster, b: Raster): { readonly distance: number; readonly x: number; readonly y: number } {
  let greatest = { distance: 0, x: 0, y: 0 };
  for (let y = 0; y < a.height; y += TILE) {
    for (let x = 0; x < a.width; x += TILE) {
      const distance = colorDistance(meanColor(a, x, y), meanColor(b, x, y));
      if (distance > greatest.distance) greatest = { distance, x, y };
    }
  }
  return greatest;
}

const TILE = 12;

function meanColor({ width, height, data }: Raster, left: number, top: number): readonly number[] {
  const sum = [0, 0, 0];
  const [right, bottom] = [Math.min(left + TILE, width), Math.min(top + TILE, height)];
  for (let y = top; y < bottom; y += 1) {
    for (let at = 3 * (y * width + left); at < 3 * (y * width + right); at += 1) sum[at % 3]! += data[at] ?? NaN;
  }
  return sum.map((value) => value / ((right - left) * (bottom - top)));
}
