import type { StoreChoice } from '../store-choice.ts';
import { renderEvents } from './render-events.ts';
import { renderLogos } from './render-logos.ts';
import { renderSystem } from './render-system.ts';
import { renderTenantEraser } from './render-tenant-eraser.ts';
import { renderTenantsCollection } from './render-tenants-collection.ts';
import { renderTenantsTable } from './render-tenants-table.ts';

/**
 * The schema that a team begins with: one entity for each of its stores. They reference each other across the stores, and everything belongs to a tenant.
 * Paths are relative to the schema folder.
 */
export function renderSchema(stores: readonly StoreChoice[]): ReadonlyMap<string, string> {
  return new Map([
    ['system.ts', renderSystem()],
    ...entitiesOf(stores).map(({ path, render }): [string, string] => [path, render()]),
    ['processes/tenant-eraser.ts', renderTenantEraser(entitiesOf(stores).map(({ address }) => address))],
  ]);
}

interface SchemaFile {
  readonly path: string;
  readonly address: string;
  readonly render: () => string;
}

/** What references others first, so that the process that deletes them in this order leaves no dangling reference. */
function entitiesOf(stores: readonly StoreChoice[]): readonly SchemaFile[] {
  const hasTable = stores.includes('postgresql');
  const hasDocuments = stores.includes('mongodb');
  const hasObjects = stores.includes('s3');
  const tenants = hasTable ? 'postgresql.tenants' : hasDocuments ? 'mongodb.tenants' : undefined;
  return [
    ...(hasTable && hasDocuments ? [{ path: 'mongodb/events.ts', address: 'mongodb.events', render: renderEvents }] : []),
    ...(hasObjects ? [{ path: 's3/logos.ts', address: 's3.logos', render: () => renderLogos(tenants) }] : []),
    ...(hasTable ? [{ path: 'postgresql/tenants.ts', address: 'postgresql.tenants', render: () => renderTenantsTable({ hasObjects, isAlone: stores.length === 1 }) }] : []),
    ...(hasDocuments && !hasTable ? [{ path: 'mongodb/tenants.ts', address: 'mongodb.tenants', render: () => renderTenantsCollection({ hasObjects }) }] : []),
  ];
}
