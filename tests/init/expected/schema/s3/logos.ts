import { lifecycle, objects, perTenant, uuid, withParent } from 'polyref';
import * as z from 'zod';

/** Logos that tenants upload, one object for each version. A version is never overwritten. */
export const logos = objects('logos', {
  bucket: 'acme-uploads',
  // One template describes the keys of all objects. The tenant comes first, so that a prefix selects everything that a tenant has.
  key: '{tenantId}/logos/v{version}.png',
  parameters: {
    /** The tenant's `id`. */
    tenantId: uuid(),
    /** Counts from 1. */
    version: z.int().positive(),
  },
  contentType: 'image/png',
  lifecycle: [lifecycle({ abortUploadsAfter: '7 days' })],
  tenancy: perTenant('tenantId'),
  retention: withParent('postgresql.tenants', { within: '1 day', by: 'Tenant Eraser' }),
  owner: 'accounts',
});
