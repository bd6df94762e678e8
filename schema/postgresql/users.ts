import { bigint, expression, index, now, permanent, perTenant, personal, pgEnum, ref, secret, table, text, timestamptz, ulid } from 'polyref';
import * as z from 'zod';

/** A person who signs in to a tenant's workspace. Somebody who works for two tenants has two rows. */
export const users = table('users', {
  columns: z.object({
    /** Internal key; never leaves the database. */
    id: bigint(),
    /** Public identifier. */
    ref_id: ulid(),
    /** The tenant whose workspace the person may enter. */
    tenant_id: ref('postgresql.tenants.ref_id', { enforcedBy: 'database', onDelete: 'cascade' }),
    /** Sign-in name and address for mail; compared without regard to case. */
    email: personal(text()).meta({ examples: ['ada@example.com'] }),
    /** As the person wants to be called. */
    name: personal(text()),
    /** `owner` may do all, `editor` may change, `reviewer` may approve, `viewer` may read. */
    role: pgEnum('user_role', ['owner', 'editor', 'reviewer', 'viewer']).default('viewer'),
    /** Argon2id; null for people who sign in through their company's identity provider. */
    password_hash: secret(text()).nullable(),
    /** Last request; null for people who were invited and never came. */
    last_seen_at: timestamptz().nullable(),
    created_at: timestamptz().default(now),
    updated_at: timestamptz().default(now),
    /** Set when the person was removed from the workspace; the row stays so that old work keeps its author. */
    deactivated_at: timestamptz().nullable(),
  }),
  primaryKey: ['id'],
  unique: [['ref_id']],
  indexes: [
    index(['tenant_id', expression('lower(email)')], { unique: true, name: 'users_tenant_email_key' }),
    index(['tenant_id', 'role'], { where: 'deactivated_at IS NULL', note: 'Who may approve, asked with every review.' }),
  ],
  tenancy: perTenant('tenant_id'),
  retention: permanent({ note: 'Goes with its tenant.' }),
  owner: 'platform',
  domain: 'platform',
});
