/** The table of tenants; with objects, it holds the key of one. `isAlone`: no other entity is there. */
export function renderTenantsTable({ hasObjects, isAlone }: { readonly hasObjects: boolean; readonly isAlone: boolean }): string {
  const logo = hasObjects
    ? `    /** Key of the newest logo; null until one is uploaded. The key's \`{tenantId}\` is the \`id\` of this row. */
    logo_key: objectKey('s3.logos', {
      as: text(),
      bind: { tenantId: 'id' },
      keptBy: 'Logo Uploader',
      whenTargetGoes: nothing('Only the Tenant Eraser deletes logos, and this row with them.'),
    }).nullable(),
`
    : '';
  const words = ['now', ...(hasObjects ? ['nothing', 'objectKey'] : []), 'permanent', 'personal', 'table', 'tenantItself', 'text', 'timestamptz', 'uuid'];
  return `import { ${words.join(', ')} } from 'polyref';
import * as z from 'zod';

/** Our customers. Each row is one tenant, and everything else belongs to one of them. */
export const tenants = table('tenants', {
  columns: z.object({
    /** The tenant's identifier in every store. */
    id: uuid(),
    /** The company's name, as it is shown. */
    name: text(),
    /** Where invoices go. */
    billing_email: personal(text()),
${logo}    /** When the tenant signed up. */
    created_at: timestamptz().default(now),
  }),
  primaryKey: ['id'],
  indexes: [],
  // A record of this table is a tenant. Entities that hold records of tenants say \`perTenant('…')\`.
  tenancy: tenantItself('id'),
  retention: permanent({ note: 'Until the tenant leaves: the Tenant Eraser deletes the row last.' }),
${isAlone ? "  referencesNothing: 'Tenants are the root: other entities reference them.',\n" : ''}  owner: 'accounts',
});
`;
}
