import { relationshipsWithin } from '../../../analysis/cross-references.ts';
import type { Store } from '../../../model/store.ts';
import { buildLinks, type Links } from '../links.ts';
import { bullets, section } from '../page.ts';
import { referencesTable } from '../references-table.ts';
import type { PageMaker, Site } from '../site.ts';

/** What ties the entities of one store to each other: references, and facts that a process writes into two of them. */
export const withinAStorePage: PageMaker = (site) => {
  const file = 'within-a-store.mdx';
  const links = buildLinks(site, file);
  const { stores } = site.index.catalog;
  return [
    {
      file,
      title: 'Within a store',
      description: 'References between entities of the same store, and the relationships that only a process makes.',
      body: () => [
        stores.length === 0 ? 'The schema defines no entity yet.' : 'References between entities of the same store, and the relationships that no field shows: those that a process makes by writing one fact into two entities.',
        ...stores.map((store) => section(2, store.label, ...relationships(store, site, links))),
      ],
    },
  ];
};

function relationships(store: Store, site: Site, links: Links): readonly string[] {
  const { direct, implicit } = relationshipsWithin(site.index, store);
  const copies = implicit.map(({ process, copy }) => {
    const because = copy.note === undefined ? '' : `: ${links.inline(copy.note)}`;
    return `${links.touched(copy.from)} and ${links.touched(copy.to)}, both written by the ${links.page('processes.mdx', process.name, site.processAnchors.get(process.name))}${because}`;
  });
  return [
    direct.length === 0 ? `The entities of ${links.store(store.id)} do not reference each other.` : referencesTable(direct, true, site, links),
    copies.length === 0 ? '' : `Implicit, through a process:\n\n${bullets(copies)}`,
  ];
}
