import type { Process } from '../../model/catalog.ts';
import type { CatalogIndex } from '../catalog-index.ts';

/** The processes that erase a tenant: they say so, or delete the tenants' own records. */
export function tenantErasers({ catalog, entities }: CatalogIndex): readonly Process[] {
  const isTenant = (address: string) => entities.get(address)?.tenancy?.kind === 'tenant';
  return catalog.processes.filter(({ erasesTenants, deletes }) => erasesTenants === true || deletes.some(({ entity, field }) => field === undefined && isTenant(entity)));
}

/** Whether a process deletes whole records of an entity, and not only a field of them. */
export function deletesRecords({ deletes }: Process, address: string): boolean {
  return deletes.some(({ entity, field }) => entity === address && field === undefined);
}
