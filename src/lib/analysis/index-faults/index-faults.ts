import type { Catalog } from '../../model/catalog.ts';
import type { Entity } from '../../model/entity.ts';
import type { IndexFault } from './index-fault.ts';
import { collectionFaults } from './mongodb-collection-faults.ts';
import { mongodbIndexFaults } from './mongodb-index-faults.ts';
import { nameFaults } from './postgresql-name-faults.ts';
import { postgresqlIndexFaults } from './postgresql-index-faults.ts';

/** Every index of the catalog that its database refuses, or of which it ignores something. */
export function indexFaults({ entities }: Pick<Catalog, 'entities'>): readonly IndexFaultOf[] {
  const names = nameFaults(entities);
  return entities.flatMap((entity) => [...faultsOf(entity), ...(names.get(entity.address) ?? [])].map((fault) => ({ entity: entity.address, fault })));
}

export interface IndexFaultOf {
  /** Address. */
  readonly entity: string;
  readonly fault: IndexFault;
}

function faultsOf(entity: Entity): readonly IndexFault[] {
  switch (entity.kind) {
    case 'collection':
      return [...collectionFaults(entity), ...mongodbIndexFaults(entity)];
    case 'table':
      return postgresqlIndexFaults(entity);
    case 'objects':
      return [];
  }
}
