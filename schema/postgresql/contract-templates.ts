import { bigint, boolean, check, integer, now, permanent, pgEnum, shared, table, text, timestamptz, ulid, varchar } from 'polyref';
import * as z from 'zod';

/** The wording that contracts are made from, one row for each version. A version that a contract was made from is never changed. */
export const contractTemplates = table('contract_templates', {
  columns: z.object({
    /** Internal key; never leaves the database. */
    id: bigint(),
    /** Public identifier. */
    ref_id: ulid(),
    /** Names the template across its versions. */
    code: varchar(40).meta({ examples: ['service-agreement', 'data-processing'] }),
    /** Counts from 1 within `code`. */
    version: integer(),
    /** What the contract is about. */
    kind: pgEnum('contract_kind', ['service', 'data_processing', 'amendment']),
    /** Heading of the PDF. */
    title: text(),
    /** HTML with `{{placeholders}}`, from which the PDF is printed. */
    body_html: text(),
    /** Whether new contracts are made from it; one version for each `code`. */
    is_current: boolean().default(false),
    created_at: timestamptz().default(now),
  }),
  primaryKey: ['id'],
  unique: [['ref_id'], ['code', 'version']],
  checks: [check('contract_templates_version', 'version >= 1')],
  tenancy: shared('The wording is the platform\'s own and the same for every tenant.'),
  retention: permanent(),
  referencesNothing: 'A template stands alone; contracts point at it.',
  owner: 'legal-ops',
  domain: 'contracts',
});
