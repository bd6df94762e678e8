import { lifecycle, objects, perTenant, permanent, ulid } from 'polyref';

/**
 * What the agent noted while it read, unordered. It goes into the context file and is kept to explain how that came about.
 */
export const onboardingRawNotes = objects('onboarding_raw_notes', {
  bucket: 'leadmetrics-content',
  key: '{tenantId}/onboarding/{runId}/raw-notes.txt',
  parameters: {
    /** The tenant's `ref_id`. */
    tenantId: ulid(),
    /** The onboarding run's `ref_id`; the five files of a run lie side by side. */
    runId: ulid(),
  },
  contentType: 'text/plain; charset=utf-8',
  versioning: true,
  lifecycle: [lifecycle({ abortUploadsAfter: '7 days' })],
  tenancy: perTenant('tenantId'),
  retention: permanent(),
  owner: 'onboarding',
  domain: 'onboarding',
});
