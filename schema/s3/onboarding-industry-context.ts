import { lifecycle, objects, perTenant, permanent, ulid } from 'polyref';

/**
 * What the agent found about the tenant's market: its size, its seasons, its rules, its words.
 */
export const onboardingIndustryContext = objects('onboarding_industry_context', {
  bucket: 'leadmetrics-content',
  key: '{tenantId}/onboarding/{runId}/industry-context.txt',
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
