import { catalogIndexOf } from '../../analysis/catalog-index.ts';
import type { Catalog } from '../../model/catalog.ts';
import type { Diagram } from './diagram.ts';
import { renderGroups } from './groups.ts';
import { MOST_BOXES, neighboursBeside } from './size.ts';
import { renderSurroundings, shownOfAll } from './surroundings.ts';

/** The entities of a domain and what they are connected with; a large domain by store. Throws on a domain that the catalog does not have. */
export function renderDomainDiagram(catalog: Catalog, domainName: string): Diagram {
  const index = catalogIndexOf(catalog);
  const domain = index.domains.get(domainName);
  if (domain === undefined) throw new Error(`The catalog has no domain called ${JSON.stringify(domainName)}.`);
  const own = domain.entities.flatMap((address) => index.entities.get(address) ?? []);
  const title = `${domain.name} and what it is connected with`;
  if (own.length > MOST_BOXES) return { title, ...renderGroups(own, 'store', index) };
  const drawn = renderSurroundings(own, 'keys', neighboursBeside(own.length), index);
  return { title, text: drawn.text, notes: shownOfAll(drawn, 'that are connected with this domain', 'The pages of its entities list every one.') };
}
