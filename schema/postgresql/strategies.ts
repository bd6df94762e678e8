import { bigint, index, integer, now, permanent, perTenant, pgEnum, ref, table, text, timestamptz, ulid } from 'polyref';
import * as z from 'zod';

/**
 * A written plan for reaching a goal.
 *
 * The row has no column for the text: `mongodb.strategies_content` holds the `ref_id` of this row in `strategyId`, and the S3 key of each
 * version. To find the text, look there with this row's `ref_id`.
 */
export const strategies = table('strategies', {
  columns: z.object({
    /** Internal key; never leaves the database. */
    id: bigint(),
    /** Public identifier; `strategyId` in MongoDB and in the S3 key. */
    ref_id: ulid(),
    /** Whose strategy it is. */
    tenant_id: ref('postgresql.tenants.ref_id', { enforcedBy: 'database', onDelete: 'cascade' }),
    /** The goal that it serves. */
    goal_id: ref('postgresql.goals.ref_id', {
      enforcedBy: 'database',
      onDelete: 'no action',
      note: 'A goal with a strategy is abandoned, not deleted. Checked at the end of the statement, so that both may go with their tenant.',
    }),
    /** Shown in lists; the text has its own. */
    title: text(),
    /** `approved` means that one version was; agents work by that one. */
    status: pgEnum('strategy_status', ['drafting', 'in_review', 'approved', 'retired']).default('drafting'),
    /** Number of the version that was approved last; null until one was. The text of it is found in `mongodb.strategies_content`. */
    approved_version: integer().nullable(),
    /** Who approved it; null until somebody did. */
    approved_by: ref('postgresql.users.ref_id', { enforcedBy: 'database', onDelete: 'set null' }).nullable(),
    /** When it was approved; null before. */
    approved_at: timestamptz().nullable(),
    created_at: timestamptz().default(now),
    updated_at: timestamptz().default(now),
  }),
  primaryKey: ['id'],
  unique: [['ref_id']],
  indexes: [
    ['tenant_id', 'created_at'],
    ['goal_id'],
    index(['approved_by'], { where: 'approved_by IS NOT NULL' }),
    index(['goal_id'], { unique: true, where: "status = 'approved'", name: 'strategies_one_approved', note: 'One approved strategy for each goal.' }),
  ],
  tenancy: perTenant('tenant_id'),
  retention: permanent(),
  owner: 'strategy',
  domain: 'strategy',
});
