import { collection, deletes, index, int32, long, objectId, objectKey, perTenant, permanent, personal, ref } from 'polyref';
import * as z from 'zod';

const REMOVED_TOGETHER = 'Only the Tenant Eraser removes the object, and this document right after it.';

/**
 * What the Onboarding Agent found out about a new tenant: one document for each onboarding run.
 *
 * Metadata is here, the research text is in S3: five objects side by side under `{tenantId}/onboarding/{runId}/`. The last of them, the
 * context file, is also copied into a document of `mongodb.skills`, because that is where prompts are built from. This document keeps the raw
 * result as the agent wrote it; the skill may be edited by the tenant afterwards. Nothing points from one to the other: the run joins them.
 */
export const onboardingResearch = collection('onboarding_research', {
  document: z.object({
    _id: objectId(),
    /** The tenant that was researched. */
    tenantId: ref('postgresql.tenants.ref_id', { keptBy: 'Tenant Eraser', whenTargetGoes: deletes({ within: '30 days' }) }),
    /** The run that did the research. This is the only way from a run to its research: the run itself holds no pointer here. */
    runId: ref('postgresql.onboarding_runs.ref_id', {
      keptBy: 'Onboarding Agent',
      whenTargetGoes: deletes({ within: '30 days', reason: 'A run goes only with its tenant, and then its research goes too.' }),
    }),
    /** The company's site as text, menus and footers removed. */
    websiteTextS3Key: objectKey('s3.onboarding_website_text', { keptBy: 'Onboarding Agent', whenTargetGoes: deletes({ within: '1 day', reason: REMOVED_TOGETHER }) }),
    /** What was found about competitors. */
    competitorResearchS3Key: objectKey('s3.onboarding_competitor_research', { keptBy: 'Onboarding Agent', whenTargetGoes: deletes({ within: '1 day', reason: REMOVED_TOGETHER }) }),
    /** What was found about the market. */
    industryContextS3Key: objectKey('s3.onboarding_industry_context', { keptBy: 'Onboarding Agent', whenTargetGoes: deletes({ within: '1 day', reason: REMOVED_TOGETHER }) }),
    /** What the agent noted while it read; input of the context file, not meant for people. */
    rawNotesS3Key: objectKey('s3.onboarding_raw_notes', { keptBy: 'Onboarding Agent', whenTargetGoes: deletes({ within: '1 day', reason: REMOVED_TOGETHER }) }),
    /** The context file as it was generated, before any edit. */
    generatedContextFileS3Key: objectKey('s3.onboarding_context_file', { keptBy: 'Onboarding Agent', whenTargetGoes: deletes({ within: '1 day', reason: REMOVED_TOGETHER }) }),
    /**
     * The raw research output in brief: what the generated context file holds and how large it is. Its Markdown is in S3 under
     * `generatedContextFileS3Key`. The Onboarding Agent writes it here and, as a separate document, into `mongodb.skills`: that copy is the one
     * that is injected into prompts.
     */
    generatedContextFile: z.object({
      title: z.string(),
      /** Headings of the Markdown, in order; lets the workspace show an outline without fetching the file. */
      headings: z.array(z.string()),
      /** Length of the Markdown as the model counts it. */
      tokens: int32(),
      /** Size in bytes. */
      sizeBytes: long(),
      /** SHA-256 of the Markdown, in hexadecimal; equal to that of the skill's `body` until the tenant edits it. */
      sha256: z.string().length(64),
      generatedAt: z.date(),
    }),
    /** What the agent believes about the company; shown to the tenant for correction. */
    company: z.object({
      name: z.string(),
      domain: z.string().meta({ examples: ['example.com'] }),
      /** In the agent's words; not from a list. */
      industry: z.string(),
      /** Number of people, as a range. */
      size: z.enum(['1-10', '11-50', '51-200', '201-1000', '1000+']).optional(),
      /** People that the site names, with what it says of them; the first 50. */
      people: z.array(
        z.object({
          name: personal(z.string()),
          /** Their position, in the site's words. */
          role: z.string(),
        }),
      ).max(50),
    }),
    /** Competitors in the order of how much they matter; at most 20. */
    competitors: z.array(
      z.object({
        name: z.string(),
        domain: z.string(),
        /** From 0 to 1: how much of the market they share. */
        overlap: z.number().min(0).max(1),
        /** What it does well, in a few words each; at most five. */
        strengths: z.array(z.string()),
      }),
    ).max(20),
    /** Pages that were read; a run reads 300 at most. */
    sources: z.array(
      z.object({
        url: z.url(),
        /** HTTP status that the page was answered with. */
        status: int32(),
        fetchedAt: z.date(),
        /** Size of the page in bytes, before anything was removed. */
        sizeBytes: long(),
      }),
    ).max(300),
    createdAt: z.date(),
  }),
  indexes: [
    index({ runId: 1 }, { unique: true, note: 'One document for each run; the way from `postgresql.onboarding_runs` to here.' }),
    index({ tenantId: 1, createdAt: -1 }),
  ],
  validator: true,
  tenancy: perTenant('tenantId'),
  retention: permanent({ note: 'Metadata in MongoDB; research text in S3.' }),
  owner: 'onboarding',
  domain: 'onboarding',
});
