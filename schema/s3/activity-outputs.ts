import { lifecycle, objects, perTenant, permanent, ulid } from 'polyref';
import * as z from 'zod';

/**
 * The bytes of what agents produced, one object for each output.
 *
 * Client-facing: the workspace shows them, and published posts are made from them. An object is written once and never overwritten; a revision
 * is another output with a `refId` of its own.
 */
export const activityOutputFiles = objects('activity_outputs', {
  bucket: 'leadmetrics-content',
  key: '{tenantId}/activity-outputs/{activityId}/{refId}.{ext}',
  parameters: {
    /** The tenant's `ref_id`. */
    tenantId: ulid(),
    /** The activity's `ref_id`: all versions of an activity's output are listed together. */
    activityId: ulid(),
    /** The output's own `refId`, not that of the activity. */
    refId: ulid(),
    /** Follows from the document's `contentType`; for people who look into the bucket. Readers take the content type from the document. */
    ext: z.enum(['md', 'html', 'json', 'pdf', 'png']),
  },
  versioning: true,
  lifecycle: [
    lifecycle({ abortUploadsAfter: '7 days', note: 'Uploads that a worker began and never finished.' }),
    lifecycle({ expireOldVersionsAfter: '30 days', note: 'Versions are there to undo a mistake of ours, not as a history.' }),
  ],
  tenancy: perTenant('tenantId'),
  retention: permanent({ note: 'Client-facing content, retained indefinitely.' }),
  owner: 'agents',
  domain: 'activities',
  tags: ['client-facing'],
});
