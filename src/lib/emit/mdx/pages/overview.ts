import { countReferences } from '../../../analysis/cross-references.ts';
import { judgeClaims, type ClaimVerdict } from '../../../analysis/claims.ts';
import type { CatalogIndex } from '../../../analysis/catalog-index.ts';
import { storeFacts } from '../../../model/stores/index.ts';
import { renderOverviewDiagram } from '../../mermaid/render-overview-diagram.ts';
import { count } from '../count.ts';
import { diagramFence } from '../diagram-fence.ts';
import { emphasise } from '../emphasise.ts';
import { escapeText } from '../escape.ts';
import { countBadges } from '../findings-table.ts';
import { buildLinks, type Links } from '../links.ts';
import { splitLead } from '../lead.ts';
import { bullets, section } from '../page.ts';
import type { PageMaker, Site } from '../site.ts';
import { pairAnchor, storeAnchor } from '../store-anchors.ts';
import { fold, table } from '../table.ts';

/** What there is, what points where, what is claimed of it, and the picture of everything. */
export const overview: PageMaker = (site) => {
  const { catalog } = site.index;
  const file = 'index.mdx';
  const links = buildLinks(site, file);
  const { lead, rest } = splitLead(catalog.system.description);
  const isEmpty = catalog.entities.length === 0;
  return [
    {
      file,
      title: 'Overview',
      description: catalog.system.summary === '' ? `What ${catalog.system.name} keeps, where, and what points at what.` : catalog.system.summary,
      body: () => [
        links.markdown(lead),
        isEmpty ? 'The schema defines no entity yet.' : `${counts(site, links)} New here? ${links.page('start-here.mdx', 'Start here')}. To ask the whole of it: ${links.page('explore.mdx', 'Explore')}.`,
        section(2, 'What points where', isEmpty ? '' : matrix(site.index, links)),
        section(2, 'Diagram', isEmpty ? '' : diagramFence(renderOverviewDiagram(catalog))),
        section(2, `About ${catalog.system.name}`, links.markdown(rest)),
        section(2, 'Claims', claimList(judgeClaims(catalog), links)),
        section(2, 'Domains', domainList(site, links)),
        section(2, 'Across the system', isEmpty ? '' : acrossList(site, links)),
      ],
    },
  ];
};

function counts({ index }: Site, links: Links): string {
  const summary = index.catalog.stores
    .filter((store) => store.entities.length > 0)
    .map((store) => {
      const [one, many] = storeFacts(store.id).entityWord;
      return `${count(store.entities.length, one, many)} in ${links.store(store.id)}`;
    });
  const { references } = index.catalog;
  const byDatabase = references.filter((reference) => reference.enforcement.by === 'database').length;
  const kept = references.length === 0 ? '' : `: ${byDatabase} enforced by a database, ${references.length - byDatabase} kept by application code`;
  return `${summary.join(', ')}; ${count(references.length, 'reference', 'references')} between them${kept}.`;
}

/** Rows point, columns are pointed at; each number leads to the list of what it counts. */
function matrix(index: CatalogIndex, links: Links): string {
  const { stores } = index.catalog;
  const references = countReferences(index);
  const rows = stores.map((from) => [
    links.store(from.id),
    ...stores.map((to) => {
      const number = references(from, to);
      if (number === 0) return '0';
      return from === to ? links.page('within-a-store.mdx', String(number), storeAnchor(from)) : links.page('cross-references.mdx', String(number), pairAnchor(from, to));
    }),
  ]);
  return `References from the store on the left to the store on top:\n\n${table(['From ↓ to →', ...stores.map((store) => escapeText(store.label))], rows)}`;
}

function claimList(verdicts: readonly ClaimVerdict[], links: Links): string {
  const worstFirst = [...verdicts.filter((verdict) => !verdict.holds), ...verdicts.filter((verdict) => verdict.holds)];
  return worstFirst
    .map(({ claim, holds, evidence, counterexamples }) => {
      const badge = holds ? '<Verdict kind="holds">verified</Verdict>' : '<Verdict kind="fails">fails</Verdict>';
      const because = claim.because === undefined ? '' : ` ${links.inline(claim.because)}`;
      const found = counterexamples.map(({ address, why, reason }) => {
        const known = reason === undefined ? '' : ` Known exception: ${links.inline(reason)}`;
        return `${links.address(address)} ${links.inline(why)}.${known}`;
      });
      const list = found.length > COUNTEREXAMPLES_SHOWN ? `\n\n${indented(fold(count(found.length, 'counterexample', 'counterexamples'), bullets(found)))}` : found.map((each) => `\n  - ${each}`).join('');
      return `- ${badge} ${emphasise('**', links.inline(claim.sentence))}${because} ${emphasise('*', links.inline(evidence))} (${links.source(claim.location)})${list}`;
    })
    .join('\n');
}

const COUNTEREXAMPLES_SHOWN = 5;

function indented(text: string): string {
  return text.split('\n').map((line) => (line === '' ? '' : `  ${line}`)).join('\n');
}

function domainList({ index }: Site, links: Links): string {
  const homeless = index.catalog.entities.filter((entity) => entity.domain === undefined);
  const rows = index.catalog.domains.map((domain) => [
    links.domain(domain.name),
    domain.summary === '' ? '' : escapeText(domain.summary),
    domain.owner === undefined ? '' : escapeText(domain.owner),
    domain.entities.map((address) => links.entity(address)).join(', '),
  ]);
  const rest = homeless.length === 0 || rows.length === 0 ? '' : `In no domain: ${homeless.map((entity) => links.entity(entity.address)).join(', ')}.`;
  return rows.length === 0 ? '' : [table(['Domain', 'What', 'Owner', 'Entities'], rows), rest].filter((block) => block !== '').join('\n\n');
}

function acrossList({ review, tenancy }: Site, links: Links): string {
  const counted = countBadges(review.findings);
  return bullets([
    `${links.page('explore.mdx', 'Explore')}: everything in one picture, to search, filter and follow.`,
    `${links.page('cross-references.mdx', 'Cross-references')}: every reference that leaves its store.`,
    `${links.page('within-a-store.mdx', 'Within a store')}: references that do not, and the relationships that only a process makes.`,
    `${links.page('retention.mdx', 'Retention')}: how long everything lives, and what is left dangling when it goes.`,
    ...(tenancy === 'none' ? [] : [`${links.page('tenant-scoping.mdx', 'Tenant scoping')}: whose data it is, and how to erase a tenant.`]),
    `${links.page('processes.mdx', 'Processes')}: the software that reads and writes it.`,
    ...(review.rules.length === 0 ? [] : [`${links.page('findings.mdx', 'Findings')}: what the rules say of it${counted === '' ? '' : `: ${counted}`}${review.suppressed.length === 0 ? '' : `; ${review.suppressed.length} suppressed, with the reason`}.`, `${links.page('rules/index.mdx', 'Rules')}: what must hold, why, and how to mend it.`]),
    `${links.page('glossary.mdx', 'Glossary')}: the words of these pages.`,
  ]);
}
