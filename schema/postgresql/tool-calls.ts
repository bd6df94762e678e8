import { bigint, index, integer, now, numeric, permanent, perTenant, pgEnum, ref, table, text, timestamptz, ulid } from 'polyref';
import * as z from 'zod';

/**
 * One call of a tool by an agent: which tool, how long, what it cost, whether it worked.
 *
 * What was sent and what came back is in `mongodb.tool_call_logs` for 90 days; this row stays.
 */
export const toolCalls = table('tool_calls', {
  columns: z.object({
    /** Internal key; never leaves the database. */
    id: bigint(),
    /** Public identifier; the log of its payloads holds it. */
    ref_id: ulid(),
    /** Who pays for it. */
    tenant_id: ref('postgresql.tenants.ref_id', { enforcedBy: 'database', onDelete: 'cascade' }),
    /** The run that made the call. */
    activity_run_id: ref('postgresql.activity_runs.ref_id', { enforcedBy: 'database', onDelete: 'cascade' }),
    /** Position within the run, from 1. */
    position: integer(),
    /** Name of the tool, as the model calls it. */
    tool: text().meta({ examples: ['web_search', 'fetch_page', 'crm_lookup'] }),
    /** How it ended; what came back is in `mongodb.tool_call_logs`. */
    status: pgEnum('tool_call_status', ['ok', 'error', 'timeout']),
    /** US dollars that the tool's provider charges; 0 for tools of our own. */
    cost_usd: numeric(12, 6).default('0'),
    /** Milliseconds. */
    duration_ms: integer(),
    called_at: timestamptz().default(now),
  }),
  primaryKey: ['id'],
  unique: [['ref_id'], ['activity_run_id', 'position']],
  indexes: [['tenant_id', 'called_at'], index(['called_at'], { method: 'brin', note: 'Rows arrive in order of time; reports over months scan ranges.' })],
  tenancy: perTenant('tenant_id'),
  retention: permanent({ note: 'The payloads go after 90 days, the row does not.' }),
  owner: 'agents',
  domain: 'activities',
});
