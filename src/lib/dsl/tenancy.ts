import type { Tenancy, TenancyException } from '../model/tenancy.ts';

/**
 * Every record names its tenant in a field. A value that is not a tenant needs a reason.
 * @example perTenant('tenantId', { except: [{ value: 'global', reason: 'Default skills of the platform.' }] })
 */
export function perTenant(field: string, options: Note & { readonly except?: readonly TenancyException[] } = {}): Tenancy {
  const { except = [], ...rest } = options;
  return { kind: 'perTenant', field, exceptions: except, ...rest };
}

/** Each record *is* a tenant; `field` is what others call it by. */
export function tenantItself(field: string, options: Note = {}): Tenancy {
  return { kind: 'tenant', field, ...options };
}

/** A record belongs to the tenant of the record that `field`, a reference, points at. */
export function viaParent(field: string, options: Note = {}): Tenancy {
  return { kind: 'viaParent', field, ...options };
}

/** Belongs to no tenant; say why. */
export function shared(reason: string, options: Note = {}): Tenancy {
  return { kind: 'shared', reason, ...options };
}

interface Note {
  /** Markdown. */
  readonly note?: string;
}
