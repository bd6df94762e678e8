import { MONO_ADVANCE, MONO_COVERAGE, MONO_ZERO_WIDTH } from './font-metrics.ts';

/**
 * Width of text in em of the site's monospace face. Glyphs that the face lacks come from whatever font the reader's system falls
 * back to, so those are upper bounds; `isMeasured` tells them apart.
 */
export function measureText(text: string): number {
  let width = 0;
  for (const character of text) width += widthOf(character.codePointAt(0) ?? 0);
  return width;
}

/** Whether every glyph of the text is the face's own, so that its width is known and not only bounded. */
export function isMeasured(text: string): boolean {
  for (const character of text) {
    if (!isIn(MONO_COVERAGE, character.codePointAt(0) ?? 0)) return false;
  }
  return true;
}

/** An ideograph is one em in every font; no emoji of the common fonts is wider than 1.4. */
const WIDE = 1;
const EMOJI = 1.4;
/** Arabic, Indic and other scripts: wider than a Latin letter of this face, seldom wider than this. */
const OTHER = 0.9;

const ZERO_WIDTH = /^[\p{Mn}\p{Me}\u200B-\u200F\u2060-\u2064\uFE00-\uFE0F\uFEFF]$/u;
const WIDE_SCRIPTS = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303F\uFF01-\uFF60\uFFE0-\uFFE6]$/u;
const PICTOGRAPH = /^[\p{Extended_Pictographic}\p{Regional_Indicator}]$/u;

function widthOf(code: number): number {
  if (isIn(MONO_COVERAGE, code)) return MONO_ADVANCE;
  if (isIn(MONO_ZERO_WIDTH, code)) return 0;
  const character = String.fromCodePoint(code);
  if (ZERO_WIDTH.test(character)) return 0;
  if (PICTOGRAPH.test(character)) return EMOJI;
  return WIDE_SCRIPTS.test(character) ? WIDE : OTHER;
}

function isIn(runs: readonly number[], code: number): boolean {
  let low = 0;
  let high = runs.length / 2 - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (code < (runs[2 * middle] ?? 0)) high = middle - 1;
    else if (code > (runs[2 * middle + 1] ?? 0)) low = middle + 1;
    else return true;
  }
  return false;
}
