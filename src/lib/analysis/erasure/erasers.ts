import type { Process } from '../../model/catalog.ts';
import type { CatalogIndex } from '../catalog-index.ts';

/** The processes that erase tenants: they declare it, or delete the entity whose records are the tenants. */
export function tenantErasers({ catalog, entities }: CatalogIndex): readonly Process[] {
  const tenants = [...entities.values()].filter(({ tenancy }) => tenancy?.kind === 'tenant');
  return catalog.processes.filter((process) => process.erasesTenants === true || tenants.some(({ address }) => deletesRecords(process, address)));
}

/** Whether a process deletes whole records, and not only fields of them; of one entity, or of any. */
export function deletesRecords({ deletes }: Process, address?: string): boolean {
  return deletes.some(({ entity, field }) => field === undefined && (address === undefined || entity === address));
}
