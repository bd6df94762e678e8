import type { Location } from '../model/location.ts';
import { namespaceUses } from './modules/namespace-uses.ts';
import { positionAt } from './modules/position-at.ts';

/**
 * The use of something that Polyref does not have (`p.keyspace`) that a `TypeError` is about: beside its place, or by the variable that holds it.
 * @param path absolute path of the file, and its text
 * @param words what Polyref exports
 */
export function findUnknownWord(place: Location, path: string, text: string, words: readonly string[]): { readonly name: string; readonly location: Location } | undefined {
  const lines = text.split('\n');
  const named = (lines[place.line - 1] ?? '').split(/[^\w$]+/);
  const offset = lines.slice(0, place.line - 1).join('\n').length + place.column;
  const found = namespaceUses(path, text, 'polyref').find(({ name, variable, start, end }) => {
    if (words.includes(name)) return false;
    if (variable !== undefined && named.includes(variable)) return true;
    // A chain of calls may go on in the lines below.
    return positionAt(text, start).line === place.line || (offset > end && /^[\s.?!)(]*$/.test(text.slice(end, offset)));
  });
  return found === undefined ? undefined : { name: found.name, location: { file: place.file, ...positionAt(text, found.start) } };
}
