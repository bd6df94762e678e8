/**
 * Measures the site's monospace face and writes `src/lib/diagram/font-metrics.ts`.
 * Run it after an update of the font package: `node scripts/measure-fonts.ts`.
 */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { create } from 'fontkit';

const folder = new URL('../node_modules/@fontsource-variable/jetbrains-mono/files/', import.meta.url);
const output = new URL('../src/lib/diagram/font-metrics.ts', import.meta.url);

const advances = new Set<number>();
const covered = new Set<number>();
const zeroWidth = new Set<number>();
for (const file of readdirSync(folder).filter((name) => name.endsWith('-wght-normal.woff2')).sort()) {
  const font = create(readFileSync(new URL(file, folder)));
  if (!('characterSet' in font)) throw new Error(`${file} is a collection of fonts; expected one.`);
  for (const code of font.characterSet) {
    const advance = font.glyphForCodePoint(code).advanceWidth / font.unitsPerEm;
    (advance === 0 ? zeroWidth : covered).add(code);
    if (advance > 0) advances.add(advance);
  }
}
const [advance, ...others] = advances;
if (advance === undefined || others.length > 0) throw new Error(`The face is not monospaced: ${[...advances].join(', ')} em.`);

writeFileSync(output, `// Written by scripts/measure-fonts.ts from the files of JetBrains Mono; do not edit.

/** Width of every glyph that the face has, in em. */
export const MONO_ADVANCE = ${advance};

/** First and last code point, alternating, of the runs that the face covers. */
export const MONO_COVERAGE: readonly number[] = [
${wrapped(runsOf(covered))}
];

/** First and last code point, alternating, of the face's marks that take no width. */
export const MONO_ZERO_WIDTH: readonly number[] = [
${wrapped(runsOf(zeroWidth))}
];
`);

function runsOf(codes: ReadonlySet<number>): number[] {
  const runs: number[] = [];
  for (const code of [...codes].sort((a, b) => a - b)) {
    if (runs.at(-1) === code - 1) runs[runs.length - 1] = code;
    else runs.push(code, code);
  }
  return runs;
}

function wrapped(numbers: readonly number[]): string {
  const lines: string[] = [];
  for (let index = 0; index < numbers.length; index += 20) lines.push(`  ${numbers.slice(index, index + 20).join(', ')},`);
  return lines.join('\n');
}
