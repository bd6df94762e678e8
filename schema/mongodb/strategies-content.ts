import { collection, deletes, index, int32, long, objectId, objectKey, perTenant, permanent, ref } from 'polyref';
import * as z from 'zod';

/**
 * Where the text of a strategy is: one document for each version.
 *
 * The pointer is in MongoDB, the full Markdown in S3. PostgreSQL's `strategies` table has **no** column for it: to read a strategy, look its
 * row up, then look here for the newest `version` with that `strategyId`.
 */
export const strategiesContent = collection('strategies_content', {
  document: z.object({
    _id: objectId(),
    /** Whose strategy it is. */
    tenantId: ref('postgresql.tenants.ref_id', { keptBy: 'Tenant Eraser', whenTargetGoes: deletes({ within: '30 days' }) }),
    /** The strategy whose text this is. */
    strategyId: ref('postgresql.strategies.ref_id', {
      keptBy: 'Strategy Writer',
      whenTargetGoes: deletes({ within: '30 days', reason: 'A strategy goes only with its tenant; one that is given up is retired.' }),
      note:
        '`postgresql.strategies.ref_id` is stored inside the MongoDB document itself. It is not a column in PostgreSQL\'s `strategies` table: ' +
        'the strategy row is looked up by the `strategyId` within the MongoDB document.',
    }),
    /** Counts from 1 within the strategy; part of the S3 key. */
    version: int32(),
    /** Key of the Markdown. */
    s3Key: objectKey('s3.strategies', {
      keptBy: 'Strategy Writer',
      whenTargetGoes: deletes({ within: '1 day', reason: 'Only the Tenant Eraser removes the object, and this document right after it.' }),
    }),
    /** As it stands in the Markdown's first heading. */
    title: z.string(),
    /** The first paragraph, as plain text. */
    summary: z.string(),
    /** Outline of the Markdown, so that a reader can jump without fetching it; at most 200 headings. */
    sections: z.array(
      z.object({
        heading: z.string(),
        /** Depth of the heading: 1 for the title, 2 for a chapter. */
        level: int32(),
        /** Fragment that leads to the section. */
        anchor: z.string(),
      }),
    ).max(200),
    /** What changed against the version before, in the writer's words. */
    changeNote: z.string().nullable(),
    /** Size of the Markdown in S3. */
    sizeBytes: long(),
    /** SHA-256 of the Markdown, in hexadecimal. */
    sha256: z.string().length(64),
    createdAt: z.date(),
  }),
  indexes: [
    index({ strategyId: 1, version: -1 }, { unique: true, note: 'The newest version first; two writers cannot make the same one.' }),
    index({ tenantId: 1, createdAt: -1 }),
  ],
  validator: true,
  tenancy: perTenant('tenantId'),
  retention: permanent({ note: 'Pointer in MongoDB; full Markdown in S3.' }),
  owner: 'strategy',
  domain: 'strategy',
  tags: ['client-facing'],
});
