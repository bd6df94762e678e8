import {
  bigint, check, generated, index, integer, jsonb, now, numeric, permanent, perTenant, pgEnum, ref, smallint, table, text, timestamptz, ulid,
} from 'polyref';
import * as z from 'zod';

/** One attempt at an activity: which model, how long, how many tokens, what it cost, how it ended. Invoices are made from these rows. */
export const activityRuns = table('activity_runs', {
  columns: z.object({
    /** Internal key; never leaves the database. */
    id: bigint(),
    /** Public identifier; outputs and tool logs in MongoDB hold it. */
    ref_id: ulid(),
    /** Who pays for it. */
    tenant_id: ref('postgresql.tenants.ref_id', { enforcedBy: 'database', onDelete: 'cascade' }),
    /** What was attempted. */
    activity_id: ref('postgresql.activities.ref_id', { enforcedBy: 'database', onDelete: 'cascade' }),
    /** Counts from 1 within the activity. */
    attempt: smallint(),
    /** How the attempt stands; only one of an activity may be `running`. */
    status: pgEnum('run_status', ['running', 'succeeded', 'failed', 'cancelled']).default('running'),
    /** Name of the language model, with its version. */
    model: text(),
    /** Tokens of all prompts of the run. */
    input_tokens: integer().default(0),
    /** Tokens that the model wrote. */
    output_tokens: integer().default(0),
    /** Sum of both, for invoices. */
    total_tokens: generated(integer(), 'input_tokens + output_tokens'),
    /** US dollars, tools included. */
    cost_usd: numeric(12, 6).default('0'),
    /** Why it failed; null otherwise. */
    error: jsonb(
      z.object({
        /** What kind of failure; dashboards count by it. */
        code: z.enum(['model_refused', 'rate_limited', 'tool_failed', 'budget_exceeded', 'internal']),
        /** For operators; never shown to tenants. */
        message: z.string(),
        /** Whether the worker may try again by itself. */
        retryable: z.boolean(),
      }),
    ).nullable(),
    started_at: timestamptz().default(now),
    /** Null while it runs. */
    finished_at: timestamptz().nullable(),
    /** Milliseconds from start to finish; null while it runs. */
    duration_ms: generated(integer(), "(extract(epoch FROM finished_at - started_at) * 1000)::integer").nullable(),
  }),
  primaryKey: ['id'],
  unique: [['ref_id'], ['activity_id', 'attempt']],
  checks: [check('activity_runs_cost', 'cost_usd >= 0')],
  indexes: [
    index(['tenant_id', 'started_at'], { include: ['cost_usd', 'total_tokens'], note: 'Monthly cost of a tenant, from the index alone.' }),
    index(['activity_id'], { unique: true, where: "status = 'running'", name: 'activity_runs_one_running', note: 'No two workers run the same activity.' }),
  ],
  tenancy: perTenant('tenant_id'),
  retention: permanent({ note: 'Invoices are made from it.' }),
  owner: 'agents',
  domain: 'activities',
});
