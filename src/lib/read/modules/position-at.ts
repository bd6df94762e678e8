import type { Position } from './built-module.ts';

/** Where an offset of a text stands, both counted from 1. @param offset in UTF-16 units, from 0 */
export function positionAt(text: string, offset: number): Position {
  const before = text.slice(0, offset);
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') };
}
