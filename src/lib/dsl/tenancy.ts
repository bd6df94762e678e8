import type { TenancyException } from '../model/tenancy.ts';
import { wordOn, type WordOn } from './word.ts';

/** What `perTenant(…)`, `tenantItself(…)`, `viaParent(…)` and `shared(…)` make. */
export type TenancyWord<Path extends string = any> = WordOn<'perTenant' | 'tenantItself' | 'viaParent' | 'shared', Path>;

/**
 * Every record names its tenant in a field. A value that is not a tenant needs a reason.
 * @example perTenant('tenantId', { except: [{ value: 'global', reason: 'Default skills of the platform.' }] })
 */
export function perTenant<const Named extends Path = never, Path extends string = Named>(field: Named | NoInfer<Path>, options: PerTenantOptions = {}): TenancyWord<Path> {
  return wordOn('perTenant', field, options);
}

/**
 * Each record *is* a tenant; `field` is what others call it by.
 * @example tenantItself('ref_id')
 */
export function tenantItself<const Named extends Path = never, Path extends string = Named>(field: Named | NoInfer<Path>, options: Note = {}): TenancyWord<Path> {
  return wordOn('tenantItself', field, options);
}

/**
 * A record belongs to the tenant of the record that `field` references.
 * @example viaParent('activity_id')
 */
export function viaParent<const Named extends Path = never, Path extends string = Named>(field: Named | NoInfer<Path>, options: Note = {}): TenancyWord<Path> {
  return wordOn('viaParent', field, options);
}

/**
 * Belongs to no tenant; say why.
 * @example shared('Country codes are the same for every tenant.')
 */
export function shared(reason: string, options: Note = {}): TenancyWord {
  return wordOn('shared', reason, options);
}

interface Note {
  /** Markdown. */
  readonly note?: string;
}

interface PerTenantOptions extends Note {
  /** Values of the field that are not tenants, each with its reason: `[{ value: 'global', reason: 'Shared by all tenants.' }]`. */
  readonly except?: readonly TenancyException[];
}
