import type { TenancyException } from '../model/tenancy.ts';
import { word, type Word } from './word.ts';

/** What `perTenant(…)`, `tenantItself(…)`, `viaParent(…)` and `shared(…)` make. */
export type TenancyWord = Word<'perTenant' | 'tenantItself' | 'viaParent' | 'shared'>;

/**
 * Every record names its tenant in a field. A value that is not a tenant needs a reason.
 * @example perTenant('tenantId', { except: [{ value: 'global', reason: 'Default skills of the platform.' }] })
 */
export function perTenant(field: string, options: Note & { readonly except?: readonly TenancyException[] } = {}): TenancyWord {
  return word('perTenant', field, options);
}

/** Each record *is* a tenant; `field` is what others call it by. */
export function tenantItself(field: string, options: Note = {}): TenancyWord {
  return word('tenantItself', field, options);
}

/** A record belongs to the tenant of the record that `field`, a reference, points at. */
export function viaParent(field: string, options: Note = {}): TenancyWord {
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
