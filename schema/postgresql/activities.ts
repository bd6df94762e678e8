import { bigint, check, index, jsonb, now, nullifies, permanent, perTenant, pgEnum, ref, smallint, table, text, timestamptz, ulid, varchar } from 'polyref';
import * as z from 'zod';

/**
 * One piece of work that an agent does for a tenant: write this post, research that competitor.
 *
 * The row says what is wanted and how it stands. Each attempt is a row of `postgresql.activity_runs`; what came out is a document of
 * `mongodb.activity_outputs`.
 */
export const activities = table('activities', {
  columns: z.object({
    /** Internal key; never leaves the database. */
    id: bigint(),
    /** Public identifier; the only one that other stores may hold. */
    ref_id: ulid().meta({ examples: ['01JD3KB2M5RQX8F7E9TC4H6WZA'] }),
    /** For whom it is done. */
    tenant_id: ref('postgresql.tenants.ref_id', { enforcedBy: 'database', onDelete: 'cascade' }),
    /** The goal that it serves; null for work that was asked for by hand. */
    goal_id: ref('postgresql.goals.ref_id', { enforcedBy: 'database', onDelete: 'set null' }).nullable(),
    /** Who asked for it; null when a strategy did. */
    requested_by: ref('postgresql.users.ref_id', { enforcedBy: 'database', onDelete: 'set null' }).nullable(),
    /** Which agent does it. */
    agent: pgEnum('agent_kind', ['onboarding', 'strategist', 'writer', 'social', 'analyst']),
    /** What is to come out of it. */
    kind: pgEnum('activity_kind', ['blog_post', 'social_post', 'strategy', 'research', 'report']),
    /** Shown in the workspace; written by whoever asked. */
    title: text(),
    /** `queued` → `running` → `in_review` → `done`; a run that fails for good ends in `failed`. */
    status: pgEnum('activity_status', ['queued', 'running', 'in_review', 'done', 'failed', 'cancelled']).default('queued'),
    /** 0 is most urgent, 9 least. */
    priority: smallint().default(5),
    /** What the agent is given. */
    input: jsonb(
      z.object({
        /** The request in the user's words. */
        brief: z.string(),
        /** Who is to read the result. */
        audience: z.string().optional(),
        /** Words that the result must contain. */
        keywords: z.array(z.string()),
        /** Where the result is to be published. */
        channel: z.enum(['blog', 'linkedin', 'x', 'instagram', 'email']).optional(),
        /** Length to aim for. */
        wordCount: z.object({ min: z.int(), max: z.int() }).optional(),
      }),
    ),
    /**
     * The newest output, as a MongoDB ObjectId; null until there is one.
     *
     * A short cut for lists. It says again, from the other side, what the document's `activityId` says; where the two differ, the document is
     * right.
     */
    output_ref: ref('mongodb.activity_outputs._id', {
      as: varchar(24),
      mirrorOf: 'mongodb.activity_outputs.activityId',
      keptBy: 'Activity Worker',
      whenTargetGoes: nullifies({ within: '1 day' }),
    }).nullable(),
    /** Not to begin before; null: as soon as possible. */
    scheduled_for: timestamptz().nullable(),
    created_at: timestamptz().default(now),
    updated_at: timestamptz().default(now),
    /** When it was done, failed or was cancelled; null before. */
    finished_at: timestamptz().nullable(),
  }),
  primaryKey: ['id'],
  unique: [['ref_id'], ['output_ref']],
  checks: [
    check('activities_priority_range', 'priority BETWEEN 0 AND 9'),
    check('activities_finished_is_dated', "(status IN ('done', 'failed', 'cancelled')) = (finished_at IS NOT NULL)"),
  ],
  indexes: [
    ['tenant_id', 'created_at'],
    index(['priority', 'scheduled_for'], { where: "status = 'queued'", name: 'activities_queue', note: 'Workers take from here, `FOR UPDATE SKIP LOCKED`.' }),
    index(['goal_id'], { include: ['status'] }),
    index(['requested_by'], { where: 'requested_by IS NOT NULL', note: 'Asked when a user is removed.' }),
  ],
  tenancy: perTenant('tenant_id'),
  retention: permanent(),
  owner: 'agents',
  domain: 'activities',
});
