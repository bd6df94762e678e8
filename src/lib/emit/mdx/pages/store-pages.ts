import type { Store } from '../../../model/store.ts';
import { storeFacts } from '../../../model/stores/index.ts';
import { commandOf } from '../../../model/runner.ts';
import { crossReferences } from '../../../analysis/cross-references.ts';
import { renderStoreDiagram } from '../../mermaid/render-store-diagram.ts';
import { count } from '../count.ts';
import { diagramFence } from '../diagram-fence.ts';
import { entitiesTable } from '../entities-table.ts';
import { escapeText } from '../escape.ts';
import { buildLinks } from '../links.ts';
import { splitLead } from '../lead.ts';
import { bullets, facts, section, type Page } from '../page.ts';
import type { PageMaker, Site } from '../site.ts';
import { pairAnchor, pairHeading, storeAnchor } from '../store-anchors.ts';
import { tombstonesTable } from '../tombstones-table.ts';

/** One page for each store: what it holds, and what it does not enforce. */
export const storePages: PageMaker = (site) => site.index.catalog.stores.map((store) => storePage(store, site));

function storePage(store: Store, site: Site): Page {
  const { index } = site;
  const file = `${store.id}/index.mdx`;
  const links = buildLinks(site, file);
  const { lead, rest } = splitLead(store.description);
  const words = storeFacts(store.id);
  const entities = index.entitiesOf(store);
  const within = entities.flatMap((entity) => index.referencesOut(entity)).filter((reference) => reference.enforcement.by === 'database').length;
  const pairs = crossReferences(index).filter((pair) => pair.from === store || pair.to === store);
  return {
    file,
    title: store.label,
    description: `${capital(count(entities.length, ...words.entityWord))} in ${store.label}.`,
    body: () => [
      links.markdown(lead),
      facts([
        ['Kind', `${store.kind} store`],
        ['Holds', count(entities.length, ...words.entityWord)],
        ['Enforces', escapeText(words.enforcement)],
        ['Foreign keys', within === 0 ? '' : String(within)],
      ]),
      section(2, 'Description', links.markdown(rest)),
      section(2, 'Entities', entitiesTable(entities, 'domain', site, links)),
      section(2, 'Whose key is it?', words.kind === 'object' && entities.length > 0 ? keyFinder(site) : ''),
      section(2, 'Diagram', entities.length === 0 ? '' : diagramFence(renderStoreDiagram(index.catalog, store.id))),
      section(
        2,
        'References across its border',
        bullets([
          ...pairs.map((pair) => `${links.page('cross-references.mdx', pairHeading(pair.from, pair.to), pairAnchor(pair.from, pair.to))}: ${count(pair.references.length, 'reference', 'references')}`),
          entities.length === 0 ? '' : `${links.page('within-a-store.mdx', `Within ${store.label}`, storeAnchor(store))}`,
        ]),
      ),
      section(2, 'Eliminated', tombstonesTable(index.tombstonesOf(store), links)),
    ],
  };
}

/** Where a script runs it becomes a box to paste a key into. */
function keyFinder({ tenancy, review }: Site): string {
  return `<KeyFinder>\n\nA key leads back to its family${tenancy === 'declared' ? ', its tenant' : ''} and its fields. In a terminal: \`${commandOf(review.runner, ['key', "'a/b/c.md'"])}\`.\n\n</KeyFinder>`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
