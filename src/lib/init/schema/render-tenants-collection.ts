/** The collection of tenants, for a system without PostgreSQL; with objects, it holds the key of one. */
export function renderTenantsCollection({ hasObjects }: { readonly hasObjects: boolean }): string {
  const logo = hasObjects
    ? `    /** Key of the newest logo; absent until one is uploaded. The key's \`{tenantId}\` is the \`_id\` of this document. */
    logoKey: objectKey('s3.logos', {
      bind: { tenantId: '_id' },
      keptBy: 'Logo Uploader',
      whenTargetGoes: nothing('Only the Tenant Eraser deletes logos, and this document with them.'),
    }).optional(),
`
    : '';
  const words = ['collection', ...(hasObjects ? ['nothing', 'objectKey'] : []), 'permanent', 'personal', 'tenantItself', 'uuid'];
  return `import { ${words.join(', ')} } from 'polyref';
import * as z from 'zod';

/** Our customers. Each document is one tenant, and everything else belongs to one of them. */
export const tenants = collection('tenants', {
  document: z.object({
    /** The tenant's identifier in every store. */
    _id: uuid(),
    /** The company's name, as it is shown. */
    name: z.string(),
    /** Where invoices go. */
    billingEmail: personal(z.string()),
${logo}    /** When the tenant signed up. */
    createdAt: z.date(),
  }),
  indexes: [],
  // A document of this collection is a tenant. Entities that hold records of tenants say \`perTenant('…')\`.
  tenancy: tenantItself('_id'),
  retention: permanent({ note: 'Until the tenant leaves: the Tenant Eraser deletes the document last.' }),
${hasObjects ? '' : "  referencesNothing: 'Tenants are the root: other entities reference them.',\n"}  owner: 'accounts',
});
`;
}
