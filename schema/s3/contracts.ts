import { compliance, objects, perTenant, permanent, suppress, ulid } from 'polyref';
import * as z from 'zod';

/**
 * Signed contracts as PDF. The object **is** the record.
 *
 * S3 with Object Lock (WORM) keeps them: nobody, not even the account's root, can overwrite or delete one before its time. The lock is the
 * default of a bucket that holds nothing else. It cannot be set *on the contracts prefix* of a shared bucket: every key begins with
 * `{tenantId}/`, so no prefix picks all contracts, and an Object Lock default is a property of a bucket.
 *
 * A tenant that is erased leaves its contracts behind until the lock ends; the tenant's row stays for as long.
 */
export const contractFiles = objects('contracts', {
  bucket: 'leadmetrics-contracts',
  key: '{tenantId}/contracts/{contractRefId}/v{templateVersion}.pdf',
  parameters: {
    /** The tenant's `ref_id`. */
    tenantId: ulid(),
    /** The contract's `ref_id`. */
    contractRefId: ulid(),
    /** Version of the template that the contract was made from, as it was on the day of signing. */
    templateVersion: z.int().positive(),
  },
  contentType: 'application/pdf',
  versioning: true,
  objectLock: compliance('7 years'),
  tenancy: perTenant('tenantId'),
  retention: permanent({ note: 'S3 with Object Lock (WORM). The lock forbids deletion for 7 years; nothing deletes a contract afterwards either.' }),
  owner: 'legal-ops',
  domain: 'contracts',
  tags: ['compliance', 'worm'],
  suppress: [suppress('old-versions-kept-forever', { reason: 'Every version of a signed contract is a record.' })],
});
