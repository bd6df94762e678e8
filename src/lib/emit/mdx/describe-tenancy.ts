import { targetsOfField } from '../../analysis/reference-targets.ts';
import { assertNever } from '../../model/assert-never.ts';
import type { Entity } from '../../model/entity.ts';
import type { Tenancy } from '../../model/tenancy.ts';
import { inlineCode } from './escape.ts';
import type { Links } from './links.ts';
import type { Site } from './site.ts';

/** Tenancy as a row of a table: the field, the values it takes, and why. */
export function describeTenancy(entity: Entity, site: Site, links: Links): TenancyWords {
  const { tenancy } = entity;
  if (tenancy === undefined) return { field: '', values: 'not declared', reason: '' };
  const note = tenancy.note === undefined ? '' : links.inline(tenancy.note);
  const field = 'field' in tenancy ? links.field({ entity: entity.address, field: tenancy.field }, tenancy.field) : '';
  return { field, ...describe(tenancy, entity, site, links, note) };
}

export interface TenancyWords {
  readonly field: string;
  readonly values: string;
  readonly reason: string;
}

/** A value that is not a tenant, as code: `'global'`, `null`. */
export function describeTenantValue(value: string | number | boolean | null): string {
  return inlineCode(typeof value === 'string' ? `'${value}'` : String(value));
}

function describe(tenancy: Tenancy, entity: Entity, site: Site, links: Links, note: string): Omit<TenancyWords, 'field'> {
  switch (tenancy.kind) {
    case 'perTenant': {
      const others = tenancy.exceptions.map((exception) => describeTenantValue(exception.value));
      const reasons = tenancy.exceptions.map((exception) => `${describeTenantValue(exception.value)}: ${links.inline(exception.reason)}`);
      return { values: [tenantKey(entity, tenancy.field, site, links), ...others].join(' or '), reason: [...reasons, note].filter((text) => text !== '').join(' ') };
    }
    case 'tenant':
      return { values: 'each record is a tenant', reason: note };
    case 'viaParent': {
      const parents = site.index.referencesOfField(entity.address, tenancy.field).flatMap((reference) => ('entity' in reference.target ? [links.entity(reference.target.entity)] : []));
      return { values: `that of the ${parents.length === 0 ? 'record' : parents.join(' or ')} it points at`, reason: note };
    }
    case 'shared':
      return { values: 'no tenant', reason: [links.inline(tenancy.reason), note].filter((text) => text !== '').join(' ') };
    default:
      return assertNever(tenancy);
  }
}

/** What names a tenant here: the target of the tenant field's reference, else the key of the only entity whose records are tenants. */
function tenantKey(entity: Entity, path: string, site: Site, links: Links): string {
  const [target] = site.index.referencesOfField(entity.address, path).flatMap((reference) => (reference.target.kind === 'field' ? targetsOfField(reference, path) : []));
  if (target !== undefined) return `tenant ${links.field(target)}`;
  return site.tenantKey === undefined ? 'tenant' : `tenant ${links.field(site.tenantKey)}`;
}
