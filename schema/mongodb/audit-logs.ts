import { collection, index, keptAtLeast, nothing, objectId, perTenant, personal, ref, refToAny, suppress } from 'polyref';
import * as z from 'zod';

/**
 * Who did what to which record: the trail that auditors ask for.
 *
 * Written once, by every service, and never changed; the application's database user may insert and read here and nothing else. A record may
 * be about **any** table: `resourceType` names the table and `resourceId` the row.
 */
export const auditLogs = collection('audit_logs', {
  document: z.object({
    _id: objectId(),
    /** The tenant in whose name it was done, or `null` for actions of the platform itself. */
    tenantId: ref('postgresql.tenants.ref_id', {
      keptBy: 'Audit Recorder',
      whenTargetGoes: nothing('The trail must show that a tenant was there, and that it was erased, for as long as the law asks.'),
    }).nullable(),
    /** What was done: the record's kind, a dot, a verb in the past. */
    action: z.string().meta({ examples: ['contract.signed', 'user.invited', 'tenant.erased'] }),
    /** Table that holds the record; says where `resourceId` points. */
    resourceType: z.enum([
      'activities', 'activity_runs', 'blog_posts', 'contract_templates', 'contracts', 'goals',
      'onboarding_runs', 'social_posts', 'strategies', 'tenants', 'tool_calls', 'users',
    ]),
    /** The record that was acted on. */
    resourceId: refToAny('postgresql', {
      field: 'ref_id',
      discriminator: 'resourceType',
      keptBy: 'Audit Recorder',
      whenTargetGoes: nothing('An audit record outlives what it is about; that is its purpose.'),
      note: 'Polymorphic: any table\'s `ref_id`. `resourceType` holds the name of the table.',
    }),
    /** Who did it. */
    actor: z.object({
      /** A person, an agent in a tenant's name, or the platform itself. */
      kind: z.enum(['user', 'agent', 'system']),
      /** The user, when it was one. */
      userId: ref('postgresql.users.ref_id', {
        keptBy: 'Audit Recorder',
        whenTargetGoes: nothing('The trail keeps the identifier of a user who is gone; the name and the address went with the row.'),
      }).optional(),
      /** Address that the request came from; IPv4 or IPv6. */
      ip: personal(z.string()).optional(),
      /** Browser or client, as it named itself. */
      userAgent: personal(z.string()).optional(),
    }),
    /** What changed, field by field; no record has more than 100 fields. Values of personal and secret fields are replaced by `"•••"` before they get here. */
    changes: z.array(
      z.object({
        /** Name of the column or field that changed. */
        field: z.string(),
        /** Its value before; absent when the record was created. */
        before: z.unknown(),
        /** Its value after; absent when the record was deleted. */
        after: z.unknown(),
      }),
    ).max(100),
    /** Joins the record with the request's other logs. */
    requestId: z.uuid(),
    /** When it was done, by the clock of the service that did it. */
    at: z.date(),
  }),
  indexes: [
    index({ tenantId: 1, at: -1 }),
    index({ resourceType: 1, resourceId: 1, at: -1 }, { note: 'The history of one record.' }),
    index({ 'actor.userId': 1, at: -1 }, { where: { 'actor.userId': { $exists: true } }, note: 'What one person did.' }),
  ],
  validator: true,
  tenancy: perTenant('tenantId', { except: [{ value: null, reason: 'Platform-level actions belong to no tenant.' }] }),
  retention: keptAtLeast('2 years', {
    reason: 'Compliance.',
    note: 'Retained minimum 2 years. There is no TTL and no clean-up, so in practice documents are permanent; the two years are what is promised.',
  }),
  suppress: [
    suppress('personal-data-without-end', {
      reason:
        'Compliance: for two years at least it must be provable from where an action came. Deleting the address and the client of older records is decided by ' +
        'the platform team with every yearly audit.',
    }),
  ],
  owner: 'platform',
  domain: 'observability',
  tags: ['compliance', 'append-only'],
});
