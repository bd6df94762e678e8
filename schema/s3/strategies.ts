import { lifecycle, objects, perTenant, permanent, ulid } from 'polyref';
import * as z from 'zod';

/**
 * The full text of strategies in Markdown, one object for each version.
 *
 * A version is never overwritten. `mongodb.strategies_content` says which versions there are.
 */
export const strategyFiles = objects('strategies', {
  bucket: 'leadmetrics-content',
  key: '{tenantId}/strategies/{strategyId}/v{version}.md',
  parameters: {
    /** The tenant's `ref_id`. */
    tenantId: ulid(),
    /** The strategy's `ref_id`. */
    strategyId: ulid(),
    /** Counts from 1; no leading zeros, so a listing sorts `v10` before `v2`. */
    version: z.int().positive(),
  },
  contentType: 'text/markdown; charset=utf-8',
  versioning: true,
  lifecycle: [lifecycle({ abortUploadsAfter: '7 days' })],
  tenancy: perTenant('tenantId'),
  retention: permanent({ note: 'Full Markdown of every version.' }),
  owner: 'strategy',
  domain: 'strategy',
  tags: ['client-facing'],
});
