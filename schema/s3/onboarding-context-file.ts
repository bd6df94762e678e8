import { lifecycle, objects, perTenant, permanent, ulid } from 'polyref';

/**
 * The generated context file, in Markdown, as the Onboarding Agent wrote it: who the tenant is, for agents to read.
 *
 * The raw result, never edited. The copy that goes into prompts is a document of `mongodb.skills`, which the tenant may change.
 */
export const onboardingContextFile = objects('onboarding_context_file', {
  bucket: 'leadmetrics-content',
  key: '{tenantId}/onboarding/{runId}/context-file.md',
  parameters: {
    /** The tenant's `ref_id`. */
    tenantId: ulid(),
    /** The onboarding run's `ref_id`; the five files of a run lie side by side. */
    runId: ulid(),
  },
  contentType: 'text/markdown; charset=utf-8',
  versioning: true,
  lifecycle: [lifecycle({ abortUploadsAfter: '7 days' })],
  tenancy: perTenant('tenantId'),
  retention: permanent(),
  owner: 'onboarding',
  domain: 'onboarding',
});
