import { catalogIndexOf } from '../../analysis/catalog-index.ts';
import type { Catalog } from '../../model/catalog.ts';
import type { Diagram } from './diagram.ts';
import { renderGroups } from './groups.ts';
import { MOST_BOXES } from './size.ts';
import { renderSurroundings } from './surroundings.ts';

/** The whole system: every entity with its keys, or, of a large system, its domains. */
export function renderOverviewDiagram(catalog: Catalog): Diagram {
  const index = catalogIndexOf(catalog);
  const title = `Everything in ${catalog.system.name}`;
  if (catalog.entities.length > MOST_BOXES) return { title, ...renderGroups(catalog.entities, 'domain', index) };
  return { title, text: renderSurroundings(catalog.entities, 'keys', 0, index).text, notes: [] };
}
