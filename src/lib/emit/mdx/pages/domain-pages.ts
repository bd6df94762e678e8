import { compareText } from '../../../model/compare-text.ts';
import type { Domain } from '../../../model/catalog.ts';
import type { Reference } from '../../../model/reference.ts';
import { targetEntities } from '../../../analysis/reference-targets.ts';
import { renderDomainDiagram } from '../../mermaid/render-domain-diagram.ts';
import { count } from '../count.ts';
import { diagramFence } from '../diagram-fence.ts';
import { entitiesTable } from '../entities-table.ts';
import { escapeText } from '../escape.ts';
import { buildLinks, type Links } from '../links.ts';
import { splitLead } from '../lead.ts';
import { facts, section, type Page } from '../page.ts';
import { referencesTable } from '../references-table.ts';
import type { PageMaker, Site } from '../site.ts';

/** One page for each domain: its entities, whatever store they are in, and what ties it to other domains. */
export const domainPages: PageMaker = (site) => site.index.catalog.domains.map((domain) => domainPage(domain, site));

function domainPage(domain: Domain, site: Site): Page {
  const { index } = site;
  const file = site.paths.domains.get(domain.name) ?? '';
  const links = buildLinks(site, file);
  const { lead, rest } = splitLead(domain.description);
  const entities = domain.entities.flatMap((address) => index.entities.get(address) ?? []);
  const isOwn = (address: string) => index.entities.get(address)?.domain === domain.name;
  const out = entities.flatMap((entity) => index.referencesOut(entity)).filter((reference) => targetEntities(reference.target).some((address) => !isOwn(address)));
  const into = [...new Set(entities.flatMap((entity) => index.referencesIn(entity)))].filter((reference) => !isOwn(reference.from.entity) && reference.target.kind !== 'any');
  return {
    file,
    title: domain.name,
    description: domain.summary === '' ? `The domain ${domain.name}: ${count(entities.length, 'entity', 'entities')}.` : domain.summary,
    ...(domain.location === undefined ? {} : { source: domain.location.file }),
    body: () => [
      links.markdown(lead),
      facts([
        ['Owner', domain.owner === undefined ? '' : escapeText(domain.owner)],
        ['Stores', [...new Set(entities.map((entity) => entity.store))].map((id) => links.store(id)).join(', ')],
        ['Builds on', others(out.flatMap((reference) => targetEntities(reference.target)), domain, site, links)],
        ['Built on by', others(into.map((reference) => reference.from.entity), domain, site, links)],
      ]),
      section(2, 'Description', links.markdown(rest)),
      section(2, 'Entities', entitiesTable(entities, 'store', site, links)),
      section(2, 'Diagram', entities.length === 0 ? '' : diagramFence(renderDomainDiagram(index.catalog, domain.name))),
      section(2, 'References out of the domain', referencesTable(sorted(out), false, site, links)),
      section(2, 'References into the domain', referencesTable(sorted(into), false, site, links)),
    ],
  };
}

function others(addresses: readonly string[], domain: Domain, { index }: Site, links: Links): string {
  const names = new Set(addresses.flatMap((address) => index.entities.get(address)?.domain ?? []));
  return index.catalog.domains.filter(({ name }) => name !== domain.name && names.has(name)).map(({ name }) => links.domain(name)).join(', ');
}

function sorted(references: readonly Reference[]): readonly Reference[] {
  return [...references].sort((a, b) => compareText(a.id, b.id));
}
