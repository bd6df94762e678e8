import { catalogIndexOf } from '../../analysis/catalog-index.ts';
import type { Catalog } from '../../model/catalog.ts';
import type { Diagram } from './diagram.ts';
import { renderGroups } from './groups.ts';
import { MOST_BOXES, neighboursBeside } from './size.ts';
import { renderSurroundings, shownOfAll } from './surroundings.ts';

/** The entities of a store and what they are connected with; a large store as its domains. Throws on a store that the catalog does not have. */
export function renderStoreDiagram(catalog: Catalog, storeId: string): Diagram {
  const index = catalogIndexOf(catalog);
  const store = index.stores.get(storeId);
  if (store === undefined) throw new Error(`The catalog has no store called ${JSON.stringify(storeId)}.`);
  const own = index.entitiesOf(store);
  const title = `${store.label} and what it is connected with`;
  if (own.length > MOST_BOXES) return { title, ...renderGroups(own, 'domain', index) };
  const drawn = renderSurroundings(own, 'keys', neighboursBeside(own.length), index);
  return { title, text: drawn.text, notes: shownOfAll(drawn, `of other stores that are connected with ${store.label}`, 'The pages of its entities list every one.') };
}
