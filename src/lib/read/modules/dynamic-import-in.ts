import { parseSync } from 'rolldown/utils';
import type { Position } from './built-module.ts';
import { positionAt } from './position-at.ts';

/** Where a file first imports what only its code knows, as in `import(name)`; else where it first imports anything while it runs; else its beginning. */
export function dynamicImportIn(path: string, text: string): Position {
  const { dynamicImports } = parseSync(path, text).module;
  const found = dynamicImports.find(({ moduleRequest: { start } }) => !/['"]/.test(text.charAt(start))) ?? dynamicImports[0];
  return positionAt(text, found?.moduleRequest.start ?? 0);
}
