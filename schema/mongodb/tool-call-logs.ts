import { collection, deletes, expires, index, int32, nothing, objectId, perTenant, personal, ref } from 'polyref';
import * as z from 'zod';

/**
 * What an agent sent to a tool and what it got back.
 *
 * The row in `postgresql.tool_calls` says that the call was made, how long it took and what it cost, and stays. This document holds the
 * payloads and goes after 90 days. They are small JSON and stay in MongoDB; a tool that returns more than 256 KiB is cut off and
 * `result.truncated` is set.
 */
export const toolCallLogs = collection('tool_call_logs', {
  document: z.object({
    _id: objectId(),
    /** Whose data was sent. */
    tenantId: ref('postgresql.tenants.ref_id', { keptBy: 'Tenant Eraser', whenTargetGoes: deletes({ within: '30 days' }) }),
    /** The call whose payloads these are. */
    toolCallId: ref('postgresql.tool_calls.ref_id', {
      keptBy: 'Tool Gateway',
      whenTargetGoes: nothing('The payload outlives the call by at most its own 90 days; the TTL index is the clean-up.'),
    }),
    /** The run that made the call; repeated here so that all calls of a run can be read without a join. */
    activityRunId: ref('postgresql.activity_runs.ref_id', {
      keptBy: 'Tool Gateway',
      whenTargetGoes: nothing('As for `toolCallId`: the TTL index is the clean-up.'),
    }),
    /** Name of the tool, as in `postgresql.tool_calls.tool`. */
    tool: z.string().meta({ examples: ['web_search', 'fetch_page', 'crm_lookup'] }),
    /** Arguments as the model gave them. Their shape is the tool's business; credentials are added later and never logged. */
    arguments: personal(z.record(z.string(), z.unknown())),
    /** What came back; `status` says which shape it has. */
    result: z.discriminatedUnion('status', [
      z.object({
        status: z.literal('ok'),
        /** The tool's answer as JSON. */
        body: personal(z.unknown()),
        /** The answer was longer than 256 KiB and was cut off. */
        truncated: z.boolean(),
      }),
      z.object({
        status: z.literal('error'),
        /** The tool's own code of the error. */
        code: z.string(),
        /** What the tool says went wrong, for operators. */
        message: z.string(),
        /** Whether the gateway will try again by itself. */
        retryable: z.boolean(),
      }),
      z.object({
        status: z.literal('timeout'),
        /** Milliseconds after which the gateway gave up. */
        afterMs: int32(),
      }),
    ]),
    /** When the answer came; the document expires 90 days later. */
    createdAt: z.date(),
  }),
  indexes: [
    index({ toolCallId: 1 }, { unique: true }),
    index({ activityRunId: 1, createdAt: 1 }),
    index({ tenantId: 1, tool: 1, createdAt: -1 }),
  ],
  tenancy: perTenant('tenantId'),
  retention: expires('90 days', { after: 'createdAt', note: 'Small JSON payloads stay in MongoDB.' }),
  owner: 'agents',
  domain: 'observability',
  tags: ['log'],
});
