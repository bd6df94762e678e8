import { readFileSync, writeFileSync } from 'node:fs';
import { COLOR_TOKENS } from '../src/lib/diagram/drawing-style.ts';

/** The light side of the tokens that drawings use, as a module: the tokens are a style sheet, which neither a terminal nor a worker can ask. Run as a script, it writes the module. */
export function makeLightPalette(): string {
  const tokens = readFileSync(new URL('../src/styles/tokens.css', import.meta.url), 'utf8');
  const values = Object.entries(COLOR_TOKENS).map(([role, token]) => `  ${/^\w+$/.test(role) ? role : `'${role}'`}: '${lightOf(tokens, token)}',`);
  return `// Written by scripts/make-light-palette.ts from src/styles/tokens.css; do not edit.
import type { Palette } from './drawing-style.ts';

/** Colours of a drawing on white. */
export const LIGHT_PALETTE: Palette = {
${values.join('\n')}
};
`;
}

/** A pair of colours gives its first; a percentage, which can be no pair, has a rule for the light theme. */
function lightOf(tokens: string, token: string): string {
  const [, colour] = new RegExp(`--pr-${token}: light-dark\\((#[0-9a-f]{6}),`).exec(tokens) ?? [];
  if (colour !== undefined) return colour;
  const [, percent] = new RegExp(`\\[data-theme='light'\\] \\{[^}]*--pr-${token}: (\\d+)%`).exec(tokens) ?? [];
  if (percent === undefined) throw new Error(`src/styles/tokens.css has no light value of \`--pr-${token}\`. Write it as \`light-dark(#rrggbb, #rrggbb)\`.`);
  return String(Number(percent) / 100);
}

if (import.meta.main) {
  writeFileSync(new URL('../src/lib/diagram/light-palette.ts', import.meta.url), makeLightPalette());
  console.log('Wrote src/lib/diagram/light-palette.ts');
}
