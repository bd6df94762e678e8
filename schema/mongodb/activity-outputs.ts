import { collection, deletes, index, int32, long, objectId, objectKey, perTenant, permanent, ref, ulid } from 'polyref';
import * as z from 'zod';

/**
 * One thing that an agent produced for a tenant: a draft, a report, an image.
 *
 * The document describes the output; the output itself is in S3 under `s3Key`. An activity may have several, one for each `version`: the
 * newest is the one that `postgresql.activities.output_ref` points at, and published posts point at the one they were made from.
 */
export const activityOutputs = collection('activity_outputs', {
  document: z.object({
    _id: objectId(),
    /** Identifier of the output outside MongoDB; the last step of its S3 key. */
    refId: ulid().meta({ examples: ['01JD3K9V7QZ4M8T2R6XW5N0YBC'] }),
    /** Whose output it is. */
    tenantId: ref('postgresql.tenants.ref_id', { keptBy: 'Tenant Eraser', whenTargetGoes: deletes({ within: '30 days' }) }),
    /** The activity that asked for it. This pointer is the authority; `postgresql.activities.output_ref` only repeats it from the other side. */
    activityId: ref('postgresql.activities.ref_id', {
      keptBy: 'Activity Worker',
      whenTargetGoes: deletes({ within: '30 days', reason: 'An activity goes only with its tenant, and then all of its outputs go too.' }),
    }),
    /** The attempt that produced it: the way to its cost and its tool calls. */
    activityRunId: ref('postgresql.activity_runs.ref_id', {
      keptBy: 'Activity Worker',
      whenTargetGoes: deletes({ within: '30 days', reason: 'A run goes only together with its activity.' }),
    }),
    /** Counts from 1 within the activity; a revision asked for by a reviewer makes the next one. */
    version: int32(),
    /** What it is for; decides which screen shows it. */
    kind: z.enum(['blog_draft', 'social_draft', 'report', 'image', 'data']),
    /** As the agent named it; editors may rename it. */
    title: z.string().meta({ examples: ['Five ways to shorten your sales cycle'] }),
    /** The first 500 characters as plain text, for lists; absent for images. */
    excerpt: z.string().max(500).optional(),
    /** Key of the output's bytes. They are client-facing and retained indefinitely. */
    s3Key: objectKey('s3.activity_outputs', {
      keptBy: 'Activity Worker',
      whenTargetGoes: deletes({ within: '1 day', reason: 'Only the Tenant Eraser removes the object, and this document right after it.' }),
      note: 'The object is written first, then the document: a failure in between leaves an object that nothing names, never a pointer to nothing.',
    }),
    /** Media type of the bytes in S3. */
    contentType: z.enum(['text/markdown', 'text/html', 'application/json', 'application/pdf', 'image/png']),
    /** Size of the bytes in S3. */
    sizeBytes: long(),
    /** SHA-256 of the bytes in S3, in hexadecimal. Readers check it before they publish. */
    sha256: z.string().length(64),
    /** Where the output stands with the reviewer; only approved ones may be published. */
    reviewStatus: z.enum(['pending', 'approved', 'changes_requested', 'rejected']).default('pending'),
    /** What the reviewer said; absent while `reviewStatus` is `pending`. */
    review: z
      .object({
        /** Whether a person looked, or the quality checks alone. */
        by: z.enum(['person', 'quality_checks']),
        /** What is to be changed, in the reviewer's words; becomes part of the next prompt. */
        comment: z.string().optional(),
        /** When the verdict was given. */
        reviewedAt: z.date(),
      })
      .optional(),
    /** Scores that the quality checks gave, from 0 to 1, by name of the check. */
    scores: z.record(z.string(), z.number().min(0).max(1)).meta({ examples: [{ readability: 0.82, brand_voice: 0.91 }] }),
    /** Sources that the agent quotes, in the order of their first mention; at most 200. */
    citations: z.array(
      z.object({
        url: z.url(),
        title: z.string(),
        /** When the agent read the page; the page may have changed since. */
        readAt: z.date(),
      }),
    ).max(200),
    createdAt: z.date(),
    /** Last change of this document; the bytes never change. */
    updatedAt: z.date(),
  }),
  indexes: [
    index({ tenantId: 1, createdAt: -1 }, { note: 'The list of outputs in the tenant\'s workspace.' }),
    index({ activityId: 1, version: -1 }, { unique: true, note: 'The newest version first; two workers cannot write the same one.' }),
    index({ activityRunId: 1 }),
    index({ refId: 1 }, { unique: true }),
    index({ tenantId: 1, createdAt: 1 }, { name: 'awaiting_review', where: { reviewStatus: 'pending' }, note: 'The reviewers\' queue, oldest first.' }),
  ],
  validator: true,
  tenancy: perTenant('tenantId'),
  retention: permanent({ note: 'Client-facing content; S3 content retained indefinitely.' }),
  owner: 'agents',
  domain: 'activities',
  tags: ['client-facing'],
});
