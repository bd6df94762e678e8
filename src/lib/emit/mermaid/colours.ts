import type { StoreKind } from '../../model/store.ts';
import type { Catalog } from '../../model/catalog.ts';
import { className } from './escape.ts';

/**
 * Class → style, for readers on GitHub: only lines, in tones that stand out from white and from black alike.
 * The site draws the same text in colours of its own.
 */
export function coloursOf(catalog: Catalog): ReadonlyMap<string, string> {
  return new Map([
    ...catalog.stores.map((store): [string, string] => [className(store.id), `stroke:${STROKES[store.kind]}`]),
    ['group', 'stroke:#808890'],
    ['focus', 'stroke-width:3px'],
  ]);
}

const STROKES: Readonly<Record<StoreKind, string>> = { document: '#2f9e5b', relational: '#3f7fd0', object: '#c9822b' };
