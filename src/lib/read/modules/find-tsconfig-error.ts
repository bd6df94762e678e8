import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import type { BuildFailure } from './built-module.ts';
import { positionAt } from './position-at.ts';
import { nearestTsconfig } from './tsconfig-paths.ts';

/**
 * What the bundler has against the `tsconfig.json` of a file, at the place in it; undefined where its message is about something else.
 * @param message `Failed to load tsconfig '../tsconfig.json': invalid type: integer `7`, expected a map at line 1 column 33`
 * @param path absolute path of the file that was to be built
 */
export function findTsconfigError(message: string, path: string): Extract<BuildFailure, { readonly kind: 'tsconfig' }> | undefined {
  const [, named, problem = '', line, column] = /^Failed to load tsconfig '(.+?)': (.*?)(?: at line (\d+) column (\d+))?$/.exec(message) ?? [];
  if (named === undefined) return undefined;
  // The bundler names it from the folder in which the program was started.
  const file = resolve(named);
  if (existsSync(file)) return { kind: 'tsconfig', path: file, problem, at: { line: Number(line ?? 1), column: Number(column ?? 1) } };
  const from = nearestTsconfig(dirname(path));
  if (from === undefined) return undefined;
  const text = readFileSync(from, 'utf8');
  return { kind: 'tsconfig', path: from, problem: `it extends \`${basename(file)}\`, which does not exist`, at: positionAt(text, Math.max(0, text.indexOf(basename(file, '.json')))) };
}
