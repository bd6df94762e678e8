/**
 * An object family whose keys begin with the tenant.
 * @param tenants address of the entity whose records are the tenants; undefined where S3 is the only store
 */
export function renderLogos(tenants: string | undefined): string {
  const words = ['lifecycle', 'objects', 'perTenant', ...(tenants === undefined ? ['permanent'] : []), 'uuid', ...(tenants === undefined ? [] : ['withParent'])];
  const retention = tenants === undefined ? "permanent({ note: 'Until the tenant is deleted.' })" : `withParent('${tenants}', { within: '1 day', by: 'Tenant Eraser' })`;
  return `import { ${words.join(', ')} } from 'polyref';
import * as z from 'zod';

/** Logos that tenants upload, one object for each version. A version is never overwritten. */
export const logos = objects('logos', {
  bucket: 'acme-uploads',
  // One template describes the keys of all objects. The tenant comes first, so that a prefix selects everything that a tenant has.
  key: '{tenantId}/logos/v{version}.png',
  parameters: {
    /** The tenant's \`id\`. */
    tenantId: uuid(),
    /** Counts from 1. */
    version: z.int().positive(),
  },
  contentType: 'image/png',
  lifecycle: [lifecycle({ abortUploadsAfter: '7 days' })],
  tenancy: perTenant('tenantId'),
  retention: ${retention},
${tenants === undefined ? "  referencesNothing: 'The key names the tenant, who is recorded elsewhere.',\n" : ''}  owner: 'accounts',
});
`;
}
