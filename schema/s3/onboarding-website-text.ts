import { lifecycle, objects, perTenant, permanent, ulid } from 'polyref';

/**
 * The tenant's web site as plain text: every page that was read, one after the other, with its address above it.
 *
 * Menus, footers and cookie banners are removed. It is what the agent's later steps read instead of the site.
 */
export const onboardingWebsiteText = objects('onboarding_website_text', {
  bucket: 'leadmetrics-content',
  key: '{tenantId}/onboarding/{runId}/website-text.txt',
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
