/**
 * The process that erases a tenant.
 * @param addresses what it deletes, in its order
 */
export function renderTenantEraser(addresses: readonly string[]): string {
  return `import { process } from 'polyref';

/** Deletes everything of a tenant that leaves, in this order. \`lint\` reports an entity with records of tenants that is missing here. */
export const tenantEraser = process('Tenant Eraser', {
  deletes: [${addresses.map((address) => `'${address}'`).join(', ')}],
  because: 'A foreign key ends at the border of its database. Beyond it, code must delete what belongs to the tenant.',
  erasesTenants: true,
  owner: 'accounts',
});
`;
}
