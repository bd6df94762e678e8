import type { System } from '../system/system.ts';
import type { Choice } from './explore-state.ts';

/**
 * Entities and fields whose names hold a text, best first: names that are the text, that begin with it, of which a word does, that hold it; entities before fields.
 * `activities.ref` finds fields of one entity. Case does not matter, nor whether words are joined by `_`, `-` or a space.
 */
export function findMatches(system: System, text: string, most: number): readonly Choice[] {
  const wanted = plain(text);
  if (wanted === '') return [];
  const found: { readonly choice: Choice; readonly rank: number; readonly length: number }[] = [];
  for (const [entity, { name, address, fields }] of system.entities.entries()) {
    const own = Math.min(rankOf(plain(name), wanted), rankOf(plain(address), wanted) + 1);
    if (own < NONE) found.push({ choice: { entity }, rank: own, length: name.length });
    for (const [field, [path]] of fields.entries()) {
      const rank = Math.min(rankOf(plain(path), wanted), wanted.includes('.') ? rankOf(plain(`${name}.${path}`), wanted) - 1 : NONE);
      if (rank < NONE) found.push({ choice: { entity, field }, rank: rank + 0.5, length: name.length + path.length });
    }
  }
  return found.sort((a, b) => a.rank - b.rank || a.length - b.length || a.choice.entity - b.choice.entity || (a.choice.field ?? -1) - (b.choice.field ?? -1)).slice(0, most).map(({ choice }) => choice);
}

const NONE = 9;

function rankOf(name: string, wanted: string): number {
  const at = name.indexOf(wanted);
  if (at < 0) return NONE;
  if (at === 0) return name.length === wanted.length ? 0 : 1;
  return /[ .]/.test(name[at - 1] ?? '') ? 2 : 3;
}

function plain(text: string): string {
  return text.trim().toLowerCase().replace(/[_\-\s]+/g, ' ');
}
