import type { Tombstone } from '../../../model/catalog.ts';
import { storeFacts } from '../../../model/stores/index.ts';
import { describeRetention, describeRetentionNote } from '../describe-retention.ts';
import { escapeText } from '../escape.ts';
import { buildLinks, type Links } from '../links.ts';
import { facts, section, type Page } from '../page.ts';
import type { PageMaker, Site } from '../site.ts';

/** One page for each entity that is gone, for those who still look for it. One that still lives has the page of an entity, which says so. */
export const tombstonePages: PageMaker = (site) => site.index.catalog.tombstones.filter(({ address }) => !site.index.entities.has(address)).map((tombstone) => tombstonePage(tombstone, site));

function tombstonePage(tombstone: Tombstone, site: Site): Page {
  const file = site.paths.entities.get(tombstone.address) ?? '';
  const links = buildLinks(site, file, tombstone.address);
  return {
    file,
    title: tombstone.name,
    description: `${tombstone.name} was eliminated from ${storeFacts(tombstone.store).label}.`,
    source: tombstone.location.file,
    body: () => [
      `> **Eliminated.** ${links.inline(tombstone.reason)}`,
      facts([
        ['Store', links.store(tombstone.store)],
        ['Since', tombstone.since === undefined ? '' : escapeText(tombstone.since)],
        ['Replaced by', tombstone.replacedBy === undefined ? '' : links.entity(tombstone.replacedBy)],
        ['Source', links.source(tombstone.location)],
      ]),
      links.markdown(tombstone.description),
      section(2, 'Where its content lives now', successor(tombstone, site, links)),
    ],
  };
}

function successor({ replacedBy }: Tombstone, site: Site, links: Links): string {
  const entity = replacedBy === undefined ? undefined : site.index.entities.get(replacedBy);
  if (entity === undefined) return '';
  const note = describeRetentionNote(entity, links);
  return `${links.entity(entity.address)} in ${links.store(entity.store)}: ${escapeText(entity.summary)} Retention: ${describeRetention(entity, site, links)}.${note === '' ? '' : ` ${note}`}`;
}
