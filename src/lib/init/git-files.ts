import { OTHER, type Decision, type LookAtPath } from './decision.ts';

/** Patterns of the generated files, relative to the folder that they are written to. */
const GENERATED = ['src/content/docs/reference/**', 'public/catalog.json'];

/** Reviews fold generated files away, and a checkout on Windows keeps their line ends. */
export const GIT_ATTRIBUTES: readonly string[] = GENERATED.map((pattern) => `${pattern} linguist-generated text eol=lf`);

/** A file of lines, whose lines may stand in any order and among others. An existing one stays, and what it lacks is named. */
export function planLines(path: string, lines: readonly string[], at: LookAtPath): Decision {
  const found = at(path);
  if (found === undefined) return { kind: 'create', path, text: `${lines.join('\n')}\n` };
  const lacks = missingLines(found === OTHER ? '' : found, lines);
  return lacks.length === 0 ? { kind: 'complete', path } : { kind: 'leave', path, lacks, scripts: [] };
}

function missingLines(text: string, wanted: readonly string[]): readonly string[] {
  const present = new Set(text.split(/\r?\n/).map(plain));
  return wanted.filter((line) => !present.has(plain(line)));
}

/** `/dist/`, `dist/` and `dist` ignore the same folder at the top. */
function plain(line: string): string {
  return line.trim().replace(/^\//, '').replace(/\/$/, '');
}
