import { bigint, check, date, index, now, numeric, permanent, perTenant, pgEnum, ref, table, text, timestamptz, ulid } from 'polyref';
import * as z from 'zod';

/** What a tenant wants to reach, with a number and a date: 40 qualified leads a month by June. Strategies and activities serve a goal. */
export const goals = table('goals', {
  columns: z.object({
    /** Internal key; never leaves the database. */
    id: bigint(),
    /** Public identifier; `mongodb.event_logs` holds it. */
    ref_id: ulid(),
    /** Whose goal it is. */
    tenant_id: ref('postgresql.tenants.ref_id', { enforcedBy: 'database', onDelete: 'cascade' }),
    /** The goal in the tenant's words. */
    title: text(),
    /** What is counted. */
    metric: pgEnum('goal_metric', ['leads', 'qualified_leads', 'visits', 'signups', 'revenue']),
    /** The number to reach, in units of `metric`; money is in US dollars. */
    target_value: numeric(14, 2),
    /** The newest measurement. */
    current_value: numeric(14, 2).default('0'),
    /** Last day on which it counts as reached; null for goals without an end. */
    due_on: date().nullable(),
    /** `reached` and `missed` are set by the nightly check, the others by people. */
    status: pgEnum('goal_status', ['draft', 'active', 'reached', 'missed', 'abandoned']).default('draft'),
    /** Who set it. */
    created_by: ref('postgresql.users.ref_id', { enforcedBy: 'database', onDelete: 'set null' }).nullable(),
    created_at: timestamptz().default(now),
    updated_at: timestamptz().default(now),
  }),
  primaryKey: ['id'],
  unique: [['ref_id']],
  checks: [check('goals_positive_target', 'target_value > 0')],
  indexes: [['tenant_id', 'status'], index(['due_on'], { where: "status = 'active'", note: 'The nightly check for goals that were missed.' }), ['created_by']],
  tenancy: perTenant('tenant_id'),
  retention: permanent(),
  owner: 'strategy',
  domain: 'strategy',
});
