import { eliminated } from 'polyref';

/**
 * Once held a pointer from each contract to its PDF.
 *
 * `postgresql.contracts` now holds the S3 key directly, in `postgresql.contracts.pdf_s3_key`: no MongoDB intermediary is needed. The PDFs
 * themselves are permanent, in S3 with Object Lock (WORM). While it was there, its documents were scoped by `tenantId`, a tenant's `ref_id`,
 * like those of every other collection.
 */
export const contractPdfs = eliminated('mongodb.contract_pdfs', {
  replacedBy: 's3.contracts',
  reason:
    'The PDF itself is the record: S3 with Object Lock (WORM) keeps it for good, and `postgresql.contracts.pdf_s3_key` names it. ' +
    'A document in between could only disagree.',
});
