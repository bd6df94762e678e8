import { collection, expires, index, int32, nothing, objectId, perTenant, ref } from 'polyref';
import * as z from 'zod';

/**
 * What an agent says while it works, piece by piece, so that a browser that connects late can catch up.
 *
 * A transient streaming buffer: nothing here is the only copy of anything. When the run ends, the finished text goes to
 * `mongodb.activity_outputs` and these documents are left to expire. No S3 content.
 */
export const activityStreams = collection('activity_streams', {
  document: z.object({
    _id: objectId(),
    /** Whose activity it is. */
    tenantId: ref('postgresql.tenants.ref_id', {
      keptBy: 'Stream Relay',
      whenTargetGoes: nothing('The buffer is empty a day after the last run, long before the Tenant Eraser begins.'),
    }),
    /** The activity that is being watched. */
    activityId: ref('postgresql.activities.ref_id', {
      keptBy: 'Stream Relay',
      whenTargetGoes: nothing('The buffer outlives the activity by at most 24 hours; the TTL index is quicker than any clean-up would be.'),
    }),
    /** Position within the activity's stream, from 0 and without gaps. A client that reconnects sends the last one it saw. */
    sequence: int32(),
    /** One piece of the stream; `type` says which. */
    chunk: z.discriminatedUnion('type', [
      z.object({
        type: z.literal('text'),
        /** Markdown to append to what came before. */
        delta: z.string(),
      }),
      z.object({
        type: z.literal('tool'),
        /** Name of the tool that was called, as in `postgresql.tool_calls.tool`. */
        tool: z.string(),
        /** How the call stands. */
        state: z.enum(['started', 'finished', 'failed']),
      }),
      z.object({
        type: z.literal('progress'),
        /** From 0 to 1; never goes back. */
        ratio: z.number().min(0).max(1),
        /** What is being done, in a few words for the user. */
        label: z.string(),
      }),
      z.object({
        type: z.literal('end'),
        /** How the run ended; nothing comes after it. */
        outcome: z.enum(['completed', 'failed', 'cancelled']),
      }),
    ]),
    /** When the agent said it; the document expires 24 hours later. */
    createdAt: z.date(),
  }),
  indexes: [
    index({ activityId: 1, sequence: 1 }, { unique: true, note: 'Reads a stream in order and refuses a piece that was sent twice.' }),
    index({ tenantId: 1, activityId: 1 }),
  ],
  tenancy: perTenant('tenantId'),
  retention: expires('24 hours', { after: 'createdAt', note: 'Transient streaming buffer; no S3 content.' }),
  owner: 'agents',
  domain: 'activities',
  tags: ['transient'],
});
