import { catalogIndexOf } from '../../analysis/catalog-index.ts';
import type { Catalog } from '../../model/catalog.ts';
import { compareText } from '../../model/compare-text.ts';
import type { Diagram } from './diagram.ts';
import type { Marks } from './marks.ts';
import { renderSurroundings, shownOfAll } from './surroundings.ts';

/**
 * What is marked, and what it is connected with, in one of the two schemas. Undefined where nothing marked is in it.
 * @param worstFirst addresses in the order in which they are drawn while there is room
 */
export function renderChangeDiagram(catalog: Catalog, title: string, marks: Marks, worstFirst: readonly string[]): Diagram | undefined {
  const index = catalogIndexOf(catalog);
  const marked = worstFirst.filter((address) => index.entities.has(address));
  const own = marked.slice(0, MOST_MARKED).sort(compareText).flatMap((address) => index.entities.get(address) ?? []);
  if (own.length === 0) return undefined;
  const drawn = renderSurroundings(own, 'keys', Math.max(4, MOST_MARKED - own.length), index, marks);
  const more = marked.length - own.length;
  const notDrawn = more > 0 ? [`${more} more ${more === 1 ? 'entity' : 'entities'} changed; the list above names every one.`] : [];
  return { title, text: drawn.text, notes: [...notDrawn, ...shownOfAll(drawn, 'that the changed ones are connected with', 'Their pages list every one.')] };
}

/** A reviewer looks at one screen. */
const MOST_MARKED = 16;
