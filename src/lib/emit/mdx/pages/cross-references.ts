import { crossReferences, withoutReferences, type StorePair } from '../../../analysis/cross-references.ts';
import { storeFacts } from '../../../model/stores/index.ts';
import { count } from '../count.ts';
import { escapeText } from '../escape.ts';
import { buildLinks, type Links } from '../links.ts';
import { bullets, section } from '../page.ts';
import { referencesTable } from '../references-table.ts';
import type { PageMaker, Site } from '../site.ts';
import { pairHeading } from '../store-anchors.ts';

/** Every reference that leaves its store: a section for each ordered pair of stores. */
export const crossReferencesPage: PageMaker = (site) => {
  const file = 'cross-references.mdx';
  const links = buildLinks(site, file);
  const pairs = crossReferences(site.index);
  const total = new Set(pairs.flatMap((pair) => pair.references)).size;
  return [
    {
      file,
      title: 'Cross-references',
      description: total === 0 ? 'No reference leaves its store.' : `${count(total, 'reference', 'references')} from one store into another.`,
      body: () => [
        total === 0
          ? 'No reference leaves its store.'
          : `${total === 1 ? 'One reference leaves its store' : `${total} references leave their store`}. No database can enforce such a reference: the code named beside each keeps it true.`,
        ...pairs.map((pair) => section(2, pairHeading(pair.from, pair.to), introduction(pair), referencesTable(pair.references, true, site, links))),
        section(2, 'Entities that reference nothing, or nothing else', isolated(site, links)),
      ],
    },
  ];
};

function introduction({ from, to, references }: StorePair): string {
  const sources = new Set(references.map((reference) => reference.from.entity)).size;
  const [one, many] = storeFacts(from.id).entityWord;
  const keys = references.every((reference) => reference.target.kind === 'objects');
  const what = keys ? `${sources === 1 ? 'holds' : 'hold'} keys of objects; the bytes themselves are in ${to.label}` : `${sources === 1 ? 'points' : 'point'} into ${to.label}`;
  return escapeText(`${count(sources, one, many)} of ${from.label} ${what}. ${enforcement({ from, to, references })}`);
}

function enforcement({ references }: StorePair): string {
  const byDatabase = references.filter((reference) => reference.enforcement.by === 'database').length;
  if (byDatabase === 0) return `${references.length === 1 ? 'The reference is' : `All ${references.length} references are`} kept by application code.`;
  return `${byDatabase} of ${count(references.length, 'reference', 'references')} enforced by the database, the rest by application code.`;
}

function isolated(site: Site, links: Links): string {
  const entities = site.index.catalog.stores.flatMap((store) => withoutReferences(site.index, store));
  return bullets(entities.map((entity) => `${links.entity(entity.address)} in ${links.store(entity.store)}: ${links.inline(entity.referencesNothing)}`));
}
