import type { Position } from './modules/built-module.ts';
import { positionAt } from './modules/position-at.ts';

/** The first place that imports it; the same text may stand elsewhere too. */
export function importIn(text: string, specifier: string): Position {
  const places = ["'", '"', '`'].flatMap((quote) => indexesOf(text, `${quote}${specifier}${quote}`)).sort((a, b) => a - b);
  return positionAt(text, places.find((index) => /\b(?:from|import|require)\s*\(?\s*$/.test(text.slice(Math.max(0, index - MOST_BEFORE), index))) ?? places[0] ?? 0);
}

const MOST_BEFORE = 40;

function indexesOf(text: string, part: string): readonly number[] {
  const found: number[] = [];
  for (let index = text.indexOf(part); index !== -1; index = text.indexOf(part, index + 1)) found.push(index);
  return found;
}
