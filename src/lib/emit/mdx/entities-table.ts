import type { Entity } from '../../model/entity.ts';
import { describeRetention } from './describe-retention.ts';
import { describeTenancy } from './describe-tenancy.ts';
import { escapeText } from './escape.ts';
import { countBadges } from './findings-table.ts';
import type { Links } from './links.ts';
import type { Site } from './site.ts';
import { table } from './table.ts';

/** Entities at a glance. `beside` adds what distinguishes them on this page: their store, or their domain. What no entity of the system declares has no column. */
export function entitiesTable(entities: readonly Entity[], beside: 'store' | 'domain', site: Site, links: Links): string {
  if (entities.length === 0) return '';
  const columns: readonly (readonly [head: string, cell: (entity: Entity) => string])[] = [
    ['Entity', (entity) => `${links.entity(entity.address, entity.name)}${entity.status.kind === 'stable' ? '' : ` (${entity.status.kind})`}`],
    ...(beside === 'store'
      ? [['Store', (entity: Entity) => links.store(entity.store)] as const]
      : site.index.catalog.domains.length === 0 ? [] : [['Domain', (entity: Entity) => (entity.domain === undefined ? '' : links.domain(entity.domain))] as const]),
    ['What', (entity) => (entity.summary === '' ? '' : escapeText(entity.summary))],
    ['Fields', (entity) => String(entity.fields.length)],
    ['References in / out', (entity) => `${entity.referencesIn.length} / ${entity.referencesOut.length}`],
    ...(site.hasRetention ? [['Retention', (entity: Entity) => describeRetention(entity, site, links)] as const] : []),
    ...(site.tenancy === 'declared' ? [['Tenants', (entity: Entity) => describeTenancy(entity, site, links).values] as const] : []),
    ['Findings', (entity) => countBadges(site.findings.get(entity.address) ?? [])],
  ];
  return table(columns.map(([head]) => head), entities.map((entity) => columns.map(([, cell]) => cell(entity))));
}
