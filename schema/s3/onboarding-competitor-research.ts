import { lifecycle, objects, perTenant, permanent, ulid } from 'polyref';

/**
 * What the agent found about the tenant's competitors, as plain text with a heading for each of them.
 *
 * The short form, for screens, is `mongodb.onboarding_research.competitors`.
 */
export const onboardingCompetitorResearch = objects('onboarding_competitor_research', {
  bucket: 'leadmetrics-content',
  key: '{tenantId}/onboarding/{runId}/competitor-research.txt',
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
