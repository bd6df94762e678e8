import { planErasure } from '../../../analysis/erasure/plan-erasure.ts';
import { crossScopeReferences, tenantlessUniqueKeys } from '../../../analysis/tenant-scopes.ts';
import type { Entity } from '../../../model/entity.ts';
import { describeErasure } from '../describe-erasure.ts';
import { describeTenancy, describeTenantValue } from '../describe-tenancy.ts';
import { inlineCode } from '../escape.ts';
import { buildLinks, type Links } from '../links.ts';
import { bullets, section } from '../page.ts';
import type { PageMaker, Site } from '../site.ts';
import { table } from '../table.ts';
import { mostReferenced, undeclaredList } from '../undeclared.ts';

/** Whose data it is: the field that says so for each entity, every exception with its reason, and how to erase a tenant. */
export const tenantScopingPage: PageMaker = (site) => {
  const { index } = site;
  const { entities } = index.catalog;
  if (site.tenancy === 'none') return [];
  const file = 'tenant-scoping.mdx';
  const links = buildLinks(site, file);
  return [
    {
      file,
      title: 'Tenant scoping',
      description: 'Which field says whose record it is, every exception, and how to erase a tenant.',
      body: () => [
        ...(entities.length === 0 ? ['The schema defines no entity yet.'] : site.tenancy === 'undeclared' ? [nothingDeclared(entities, links)] : declared(site, links)),
      ],
    },
  ];
};

function declared(site: Site, links: Links): readonly string[] {
  const { index } = site;
  const { entities, stores } = index.catalog;
  const undeclared = entities.filter(({ tenancy }) => tenancy === undefined);
  return [
    introduction(entities),
    ...stores.map((store) => section(2, store.label, tenancyTable(index.entitiesOf(store).filter(({ tenancy }) => tenancy !== undefined), site, links))),
    section(2, 'No tenancy declared', undeclaredList(undeclared, 'tenancy', links)),
    section(2, 'Exceptions', exceptionsTable(entities, links)),
    section(2, 'Across tenants', acrossTenants(site, links)),
    section(2, 'Erasing a tenant', ...describeErasure(planErasure(index, site.lifetimeOf), links)),
  ];
}

/** What to do first, in a schema whose authors have not said whether it has tenants. */
function nothingDeclared(entities: readonly Entity[], links: Links): string {
  const first = mostReferenced(entities);
  const start = first === undefined || first.referencesIn.length === 0 ? '' : ` No entity is referenced more often than ${links.entity(first.address)}: if its records are the tenants, start there with ${inlineCode("tenancy: tenantItself('…')")}.`;
  return `No entity declares a tenant.${start} If the system has no tenants, declare that once, and this page disappears: ${inlineCode("system('…', { tenancy: 'none' })")}.`;
}

function introduction(entities: readonly Entity[]): string {
  const scoped = entities.filter((entity) => entity.tenancy?.kind === 'perTenant' || entity.tenancy?.kind === 'viaParent').length;
  const shared = entities.filter((entity) => entity.tenancy?.kind === 'shared').length;
  const silent = entities.filter((entity) => entity.tenancy === undefined).length;
  const excepted = entities.filter((entity) => exceptionsOf(entity).length > 0).length;
  return [
    `${scoped} of ${entities.length} entities are scoped to a tenant`,
    ...(excepted === 0 ? [] : [`${excepted} of them with [exceptions](#exceptions)`]),
    ...(shared === 0 ? [] : [`${shared} shared on purpose`]),
    ...(silent === 0 ? [] : [`${silent} undeclared`]),
  ].join(', ').concat('.');
}

function tenancyTable(entities: readonly Entity[], site: Site, links: Links): string {
  if (entities.length === 0) return '';
  const rows = entities.map((entity) => {
    const { field, values, reason } = describeTenancy(entity, site, links);
    return [links.entity(entity.address, entity.name), field, values, reason];
  });
  return table(['Entity', 'Field', 'Values', 'Reason'], rows);
}

/** Every value of a tenant field that is no tenant. */
function exceptionsTable(entities: readonly Entity[], links: Links): string {
  const rows = entities.flatMap((entity) =>
    exceptionsOf(entity).map(({ field, value, reason }) => [links.entity(entity.address), links.field({ entity: entity.address, field }, field), describeTenantValue(value), links.inline(reason)]),
  );
  return rows.length === 0 ? '' : table(['Entity', 'Field', 'Value', 'Reason'], rows);
}

function exceptionsOf({ tenancy }: Entity) {
  return tenancy?.kind === 'perTenant' ? tenancy.exceptions.map((exception) => ({ field: tenancy.field, ...exception })) : [];
}

/** Where the wall between tenants has a door: references that leave their scope, and keys that are unique for all tenants together. */
function acrossTenants({ index }: Site, links: Links): string {
  const references = crossScopeReferences(index).map(({ reference, target, from }) => {
    const what = from === 'shared' ? 'belongs to no tenant and points at a record of one' : 'of a tenant may point at a record that belongs to none';
    return `${links.field(reference.from)} ${what}: ${links.entity(target.address)}.`;
  });
  const keys = index.catalog.entities.flatMap((entity) => tenantlessUniqueKeys(entity, index).map(({ fields }) => `${fields.map((field) => links.field({ entity: entity.address, field }, field)).join(', ')} of ${links.entity(entity.address)} is unique for all tenants together.`));
  return bullets([...references, ...keys]);
}
