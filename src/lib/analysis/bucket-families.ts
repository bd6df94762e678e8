import type { Catalog } from '../model/catalog.ts';
import type { KeyPart, ObjectFamily } from '../model/entity.ts';
import { valuesOf } from '../model/placeholder-values.ts';

/** The object families of each bucket, in the order of their addresses. */
export function familiesByBucket(catalog: Pick<Catalog, 'entities'>): ReadonlyMap<string, readonly ObjectFamily[]> {
  return Map.groupBy(catalog.entities.filter((entity) => entity.kind === 'objects'), (family) => family.bucket);
}

/**
 * Which keys of a family begin with a prefix. Where a key begins with a value that is not one of a few words, no prefix selects keys: a text that is written into a rule is the
 * beginning of no more than one tenant's keys.
 */
export function keysUnder(family: ObjectFamily, prefix = ''): SelectedKeys {
  const [first] = family.key.parts;
  if (prefix !== '' && first?.kind === 'placeholder' && valuesOf(family, first.name).kind === 'text') return 'none';
  return selected(family, family.key.parts, prefix);
}

export type SelectedKeys = 'all' | 'some' | 'none';

function selected(family: ObjectFamily, [part, ...rest]: readonly KeyPart[], prefix: string): SelectedKeys {
  if (prefix === '') return 'all';
  if (part === undefined) return 'none';
  if (part.kind === 'literal') return afterText(family, part.text, rest, prefix);
  const values = valuesOf(family, part.name);
  if (values.kind === 'words') return together(values.words.map((word) => afterText(family, word, rest, prefix)));
  const { chars, min, max } = values;
  for (let taken = 0; taken <= prefix.length && taken <= max; taken += 1) {
    // The value may go on where the prefix ends.
    if (taken === prefix.length || (taken >= min && selected(family, rest, prefix.slice(taken)) !== 'none')) return 'some';
    const next = prefix[taken] ?? '';
    if (chars === undefined ? next === '/' : !chars.includes(next)) break;
  }
  return 'none';
}

function afterText(family: ObjectFamily, text: string, rest: readonly KeyPart[], prefix: string): SelectedKeys {
  if (text.startsWith(prefix)) return 'all';
  return prefix.startsWith(text) ? selected(family, rest, prefix.slice(text.length)) : 'none';
}

function together(found: readonly SelectedKeys[]): SelectedKeys {
  const [first, ...others] = new Set(found);
  return first === undefined ? 'none' : others.length === 0 ? first : 'some';
}
