import { process } from 'polyref';

/**
 * Erases a tenant within 30 days of being asked to.
 *
 * It deletes the keys that begin with the tenant's `ref_id` in `leadmetrics-content`, then the documents with that `tenantId` in every
 * collection but `mongodb.audit_logs`, then the tenant's rows in PostgreSQL, and the row in `postgresql.tenants` last.
 *
 * Contracts stay until their Object Lock ends. A foreign key keeps the tenant's row for as long, `closed`, and the users who signed; that is why
 * the other tables are emptied by name: a row that stays cascades to nothing.
 */
export const tenantEraser = process('Tenant Eraser', {
  reads: ['postgresql.contracts'],
  deletes: [
    's3.activity_outputs', 's3.onboarding_website_text', 's3.onboarding_competitor_research', 's3.onboarding_industry_context', 's3.onboarding_raw_notes',
    's3.onboarding_context_file', 's3.strategies',
    'mongodb.activity_outputs', 'mongodb.activity_streams', 'mongodb.event_logs', 'mongodb.onboarding_research', 'mongodb.skills', 'mongodb.strategies_content',
    'mongodb.tool_call_logs',
    'postgresql.blog_posts', 'postgresql.social_posts', 'postgresql.tool_calls', 'postgresql.activity_runs', 'postgresql.activities',
    'postgresql.onboarding_runs', 'postgresql.strategies', 'postgresql.goals', 'postgresql.users', 'postgresql.tenants',
  ],
  retains: [
    { entity: 'mongodb.audit_logs', reason: 'The trail must show that the tenant was there, and that it was erased.' },
    { entity: 'postgresql.contracts', reason: 'Commercial law: a contract is kept for ten years after it ended. Legal decides about the rest.' },
    { entity: 's3.contracts', reason: 'Locked for 7 years, then kept with the contract.' },
  ],
  because: 'Foreign keys end at the border of the database. Beyond it, somebody must delete in an order that leaves nothing behind which nobody can find.',
  code: 'services/platform/src/tenant-eraser.ts',
  owner: 'platform',
});
