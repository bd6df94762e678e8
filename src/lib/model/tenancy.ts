/** Which tenants an entity's records belong to. */
export type Tenancy =
  /** Each record names its tenant in a field (or, in a key, a placeholder). */
  | { readonly kind: 'perTenant'; readonly field: string; readonly exceptions: readonly TenancyException[]; readonly note?: string }
  /** Each record is a tenant: the root of all scoping. */
  | { readonly kind: 'tenant'; readonly field: string; readonly note?: string }
  /** A record belongs to the tenant of the record that a reference of it points at. */
  | { readonly kind: 'viaParent'; readonly field: string; readonly note?: string }
  /** Belongs to no tenant, on purpose. */
  | { readonly kind: 'shared'; readonly reason: string; readonly note?: string };

/** A value of the tenant field that is not a tenant. */
export interface TenancyException {
  /** The value, as it stands in the field: `'global'`. */
  readonly value: string | number | boolean | null;
  /** Why it may stand there. */
  readonly reason: string;
}
