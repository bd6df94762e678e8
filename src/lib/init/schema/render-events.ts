/** A collection with a reference into PostgreSQL and a TTL index. */
export function renderEvents(): string {
  return `import { collection, deletes, expires, index, objectId, perTenant, ref } from 'polyref';
import * as z from 'zod';

/** What happened in a tenant's workspace, for support. MongoDB deletes each event after 90 days. */
export const events = collection('events', {
  document: z.object({
    /** Made by the driver. */
    _id: objectId(),
    /**
     * Whose event it is. This reference leads into another store, where no database enforces it: \`keptBy\` names the code that does, and
     * \`whenTargetGoes\` says what happens to the event when the tenant is deleted.
     */
    tenantId: ref('postgresql.tenants.id', { keptBy: 'Tenant Eraser', whenTargetGoes: deletes({ within: '1 day' }) }),
    /** What happened. */
    kind: z.enum(['signed_in', 'invited', 'exported']),
    /** Details for support; no personal data. */
    detail: z.record(z.string(), z.unknown()).optional(),
    /** When it happened; the event expires 90 days later. */
    createdAt: z.date(),
  }),
  indexes: [index({ tenantId: 1, createdAt: -1 }, { note: 'The newest events of a tenant.' })],
  // Every document belongs to the tenant in this field.
  tenancy: perTenant('tenantId'),
  // This is the TTL index: it is not repeated under \`indexes\`.
  retention: expires('90 days', { after: 'createdAt' }),
  owner: 'support',
});
`;
}
