import { process } from 'polyref';

/**
 * Erases a tenant within 30 days of being asked to.
 *
 * It deletes the keys that begin with the tenant's `ref_id` in `leadmetrics-content`, then the documents with that `tenantId` in every
 * collection but `mongodb.audit_logs`, then the row in `postgresql.tenants`, with which everything else in PostgreSQL goes by foreign key.
 * Contracts stay until their Object Lock ends, and the tenant's row stays with them, `closed`.
 */
export const tenantEraser = process('Tenant Eraser', {
  reads: ['postgresql.contracts'],
  deletes: [
    's3.activity_outputs', 's3.onboarding_website_text', 's3.onboarding_competitor_research', 's3.onboarding_industry_context', 's3.onboarding_raw_notes',
    's3.onboarding_context_file', 's3.strategies',
    'mongodb.activity_outputs', 'mongodb.activity_streams', 'mongodb.event_logs', 'mongodb.onboarding_research', 'mongodb.skills', 'mongodb.strategies_content',
    'mongodb.tool_call_logs',
    'postgresql.tenants',
  ],
  because: 'Foreign keys end at the border of the database. Beyond it, somebody must delete in an order that leaves nothing behind which nobody can find.',
  code: 'services/platform/src/tenant-eraser.ts',
  owner: 'platform',
});
