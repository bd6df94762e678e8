import { bigint, check, index, now, nullifies, numeric, permanent, perTenant, pgEnum, ref, suppress, table, text, timestamptz, ulid, varchar } from 'polyref';
import * as z from 'zod';

/**
 * One onboarding of a tenant: the Onboarding Agent reads the company's site, researches its market, and writes the context file.
 *
 * A tenant may run it again, after a relaunch of its site for instance; the newest run that completed is the one that counts.
 */
export const onboardingRuns = table('onboarding_runs', {
  columns: z.object({
    /** Internal key; never leaves the database. */
    id: bigint(),
    /** Public identifier; `runId` in MongoDB and in the S3 keys. */
    ref_id: ulid(),
    /** The tenant that is onboarded. */
    tenant_id: ref('postgresql.tenants.ref_id', { enforcedBy: 'database', onDelete: 'cascade' }),
    /** Who asked for it; null when the sign-up did. */
    started_by: ref('postgresql.users.ref_id', { enforcedBy: 'database', onDelete: 'set null' }).nullable(),
    /** Where the research begins. */
    website_url: text().meta({ examples: ['https://example.com'] }),
    /** `queued` → `researching` → `writing` → `completed`. */
    status: pgEnum('onboarding_status', ['queued', 'researching', 'writing', 'completed', 'failed']).default('queued'),
    /** The context file that the run created, as the ObjectId of a skill; null until the run has completed. */
    context_file_id: ref('mongodb.skills._id', {
      as: varchar(24),
      keptBy: 'Onboarding Agent',
      whenTargetGoes: nullifies({ within: '1 day', reason: 'A tenant may delete its context file; the run then shows none.' }),
      note:
        'Points at the `skills` document only, never at `mongodb.onboarding_research`: one column cannot say which of two collections it means. ' +
        'The research of a run is found from the other side, by `onboarding_research.runId`.',
    }).nullable(),
    /** US dollars. */
    cost_usd: numeric(12, 6).default('0'),
    /** One sentence for the tenant; null unless `status` is `failed`. */
    failure: text().nullable(),
    created_at: timestamptz().default(now),
    /** Null until it has completed. */
    completed_at: timestamptz().nullable(),
  }),
  primaryKey: ['id'],
  unique: [['ref_id'], ['context_file_id']],
  checks: [check('onboarding_runs_completed', "(status = 'completed') = (completed_at IS NOT NULL)")],
  indexes: [index(['tenant_id', 'completed_at'], { note: 'The newest completed run of a tenant.' }), index(['started_by'], { where: 'started_by IS NOT NULL' })],
  suppress: [
    suppress('reference-to-tenantless-record', {
      at: 'context_file_id',
      reason: 'The Onboarding Agent creates the skill in the tenant\'s own name; a run never points at a global one.',
    }),
  ],
  tenancy: perTenant('tenant_id'),
  retention: permanent(),
  owner: 'onboarding',
  domain: 'onboarding',
});
