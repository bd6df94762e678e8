import type { Entity } from '../../model/entity.ts';
import { describeRetention } from './describe-retention.ts';
import { describeTenancy } from './describe-tenancy.ts';
import { escapeText } from './escape.ts';
import { countBadges } from './findings-table.ts';
import type { Links } from './links.ts';
import type { Site } from './site.ts';
import { table } from './table.ts';

/** Entities at a glance. `beside` adds what tells them apart on this page: their store, or their domain. */
export function entitiesTable(entities: readonly Entity[], beside: 'store' | 'domain', site: Site, links: Links): string {
  if (entities.length === 0) return '';
  const rows = entities.map((entity) => [
    `${links.entity(entity.address, entity.name)}${entity.status.kind === 'stable' ? '' : ` (${entity.status.kind})`}`,
    beside === 'store' ? links.store(entity.store) : entity.domain === undefined ? '' : links.domain(entity.domain),
    entity.summary === '' ? '' : escapeText(entity.summary),
    String(entity.fields.length),
    `${entity.referencesIn.length} / ${entity.referencesOut.length}`,
    describeRetention(entity, site, links),
    describeTenancy(entity, site, links).values,
    countBadges(site.findings.get(entity.address) ?? []),
  ]);
  return table(['Entity', beside === 'store' ? 'Store' : 'Domain', 'What', 'Fields', 'References in / out', 'Retention', 'Tenants', 'Findings'], rows);
}
