import type { TenancyException } from '../model/tenancy.ts';
import { word, type WordOn } from './word.ts';

/** What `perTenant(…)`, `tenantItself(…)`, `viaParent(…)` and `shared(…)` make. */
export type TenancyWord<Path extends string = any> = WordOn<'perTenant' | 'tenantItself' | 'viaParent' | 'shared', Path>;

/**
 * Every record names its tenant in a field. A value that is not a tenant needs a reason.
 * @example perTenant('tenantId', { except: [{ value: 'global', reason: 'Default skills of the platform.' }] })
 */
export function perTenant<const Path extends string = never>(field: Path, options: Note & { readonly except?: readonly TenancyException[] } = {}): TenancyWord<Path> {
  return word('perTenant', field, options);
}

/** Each record *is* a tenant; `field` is what others call it by. */
export function tenantItself<const Path extends string = never>(field: Path, options: Note = {}): TenancyWord<Path> {
  return word('tenantItself', field, options);
}

/** A record belongs to the tenant of the record that `field`, a reference, points at. */
export function viaParent<const Path extends string = never>(field: Path, options: Note = {}): TenancyWord<Path> {
  return word('viaParent', field, options);
}

/** Belongs to no tenant; say why. */
export function shared(reason: string, options: Note = {}): TenancyWord {
  return word('shared', reason, options);
}

interface Note {
  /** Markdown. */
  readonly note?: string;
}
