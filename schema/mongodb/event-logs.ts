import { collection, deletes, expires, index, nothing, objectId, perTenant, ref } from 'polyref';
import * as z from 'zod';

/**
 * What happened, for operators: steps of a workflow, retries, warnings.
 *
 * An operational log. Dashboards and alerts read it; the product does not. No S3 content and no personal data: what a tenant wrote does not
 * belong here.
 */
export const eventLogs = collection('event_logs', {
  document: z.object({
    _id: objectId(),
    /** Whose work it was. */
    tenantId: ref('postgresql.tenants.ref_id', { keptBy: 'Tenant Eraser', whenTargetGoes: deletes({ within: '30 days' }) }),
    /** The activity that was running; absent for events about a goal alone. */
    activityId: ref('postgresql.activities.ref_id', {
      keptBy: 'Event Recorder',
      whenTargetGoes: nothing('The log outlives the activity by at most its own 90 days, and operators want it just then.'),
    }).optional(),
    /** The goal that the work serves. */
    goalId: ref('postgresql.goals.ref_id', {
      keptBy: 'Event Recorder',
      whenTargetGoes: nothing('The log outlives the goal by at most its own 90 days.'),
    }).optional(),
    /** How much it matters; alerts look at `error` only. */
    level: z.enum(['debug', 'info', 'warn', 'error']),
    /** Stable name of the event, for counting and alerting. */
    name: z.string().meta({ examples: ['activity.retry', 'goal.reached', 'model.rate_limited'] }),
    /** One sentence for a person. */
    message: z.string(),
    /** Whatever else the event has to say; keys depend on `name`. */
    detail: z.record(z.string(), z.unknown()),
    /** Service and version that wrote it. */
    source: z.object({ service: z.string(), version: z.string() }).meta({ examples: [{ service: 'agents', version: '2026.11.3' }] }),
    /** When it happened; the document expires 90 days later. */
    createdAt: z.date(),
  }),
  indexes: [
    index({ tenantId: 1, createdAt: -1 }),
    index({ activityId: 1, createdAt: 1 }, { where: { activityId: { $exists: true } } }),
    index({ goalId: 1, createdAt: 1 }, { where: { goalId: { $exists: true } } }),
    index({ name: 1, createdAt: -1 }, { where: { level: 'error' }, name: 'recent_errors', note: 'What the alerts count.' }),
  ],
  tenancy: perTenant('tenantId'),
  retention: expires('90 days', { after: 'createdAt', note: 'Operational log, no S3 content.' }),
  owner: 'platform',
  domain: 'observability',
  tags: ['log'],
});
