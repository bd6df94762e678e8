import type { Catalog } from '../model/catalog.ts';

/** Whether the system has tenants: `none` where it says that it has none, `undeclared` where no entity says anything of it. */
export function tenancyOf({ system, entities }: Pick<Catalog, 'system' | 'entities'>): 'none' | 'undeclared' | 'declared' {
  if (system.tenancy === 'none') return 'none';
  return entities.some(({ tenancy }) => tenancy !== undefined) ? 'declared' : 'undeclared';
}

/** Whether any entity declares how long its records or objects live. */
export function declaresRetention({ entities }: Pick<Catalog, 'entities'>): boolean {
  return entities.some((entity) => entity.retention !== undefined || (entity.kind === 'objects' && (entity.lifecycle.length > 0 || entity.objectLock !== undefined)));
}
