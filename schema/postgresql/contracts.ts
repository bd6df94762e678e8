import {
  bigint, check, date, index, integer, never, now, numeric, objectKey, perTenant, permanent, personal, pgEnum, ref, suppress, table, text, timestamptz, ulid, varchar,
} from 'polyref';
import * as z from 'zod';

/**
 * An agreement between the platform and a tenant.
 *
 * The table holds the S3 key of the signed PDF directly: no MongoDB intermediary is needed. (There was one, `mongodb.contract_pdfs`; it is
 * gone.)
 */
export const contracts = table('contracts', {
  columns: z.object({
    /** Internal key; never leaves the database. */
    id: bigint(),
    /** Public identifier; `contractRefId` in the S3 key. */
    ref_id: ulid(),
    /** With whom it was made. */
    tenant_id: ref('postgresql.tenants.ref_id', {
      enforcedBy: 'database',
      onDelete: 'restrict',
      note: 'A tenant with contracts keeps its row: the PDFs are locked, and somebody must be able to tell whose they are.',
    }),
    /** The wording that it was made from. */
    template_id: ref('postgresql.contract_templates.ref_id', { enforcedBy: 'database', onDelete: 'restrict' }),
    /** Version of the template on the day of signing; repeated here because it is part of the S3 key. */
    template_version: integer(),
    /** A contract is binding from `signed` on. */
    status: pgEnum('contract_status', ['draft', 'sent', 'signed', 'terminated']).default('draft'),
    /** What the tenant pays in a year. */
    annual_value: numeric(12, 2),
    /** ISO 4217. */
    currency: varchar(3).default('USD'),
    /** First day on which it holds. */
    starts_on: date(),
    /** Null for contracts without an end. */
    ends_on: date().nullable(),
    /** The person who signed for the tenant; null until somebody did. */
    signed_by: ref('postgresql.users.ref_id', { enforcedBy: 'database', onDelete: 'restrict' }).nullable(),
    /** The signer's name as it stands in the PDF, whatever becomes of the user. */
    signer_name: personal(text()).nullable(),
    /** When the last signature was given; null before. */
    signed_at: timestamptz().nullable(),
    /** Key of the signed PDF; null until it is signed. */
    pdf_s3_key: objectKey('s3.contracts', {
      bind: { contractRefId: 'ref_id' },
      as: text(),
      keptBy: 'Contract Signer',
      whenTargetGoes: never('Object Lock keeps it, and nothing deletes it afterwards.'),
      note: 'Direct: no MongoDB document in between.',
    }).nullable(),
    /** SHA-256 of the PDF, in hexadecimal. */
    pdf_sha256: varchar(64).nullable(),
    created_at: timestamptz().default(now),
    updated_at: timestamptz().default(now),
  }),
  primaryKey: ['id'],
  unique: [['ref_id'], ['pdf_s3_key']],
  checks: [
    check(
      'contracts_signed_is_complete',
      "status NOT IN ('signed', 'terminated') OR (signed_at IS NOT NULL AND pdf_s3_key IS NOT NULL AND pdf_sha256 IS NOT NULL)",
    ),
    check('contracts_dates', 'ends_on IS NULL OR ends_on > starts_on'),
    check('contracts_value', 'annual_value >= 0'),
    check('contracts_currency', 'length(currency) = 3'),
    check('contracts_sha256', 'length(pdf_sha256) = 64'),
  ],
  indexes: [['tenant_id', 'created_at'], index(['ends_on'], { where: "status = 'signed'", note: 'What is to be renewed next.' }), ['template_id'], index(['signed_by'], { where: 'signed_by IS NOT NULL' })],
  tenancy: perTenant('tenant_id'),
  retention: permanent({ note: 'Like the PDF that it names.' }),
  suppress: [
    suppress('personal-data-without-end', {
      reason: 'Commercial law: a contract and who signed it are kept for ten years after it ended, and no tenant\'s erasure reaches it before. Legal decides about the rest.',
    }),
  ],
  owner: 'legal-ops',
  domain: 'contracts',
  tags: ['compliance'],
});
