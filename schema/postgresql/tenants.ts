import {
  bigint, boolean, check, citext, generated, index, jsonb, now, permanent, personal, pgEnum, secret, smallint, table, tenantItself, text, timestamptz,
  ulid, varchar,
} from 'polyref';
import * as z from 'zod';

/**
 * The customers. Each row is one tenant, and everything else in every store is scoped by its `ref_id`.
 *
 * A tenant that leaves is not deleted at once: `status` becomes `closing`, the Tenant Eraser empties S3, MongoDB and the other tables, and the row goes last. A
 * tenant with signed contracts keeps its row, because the contracts are locked and somebody must be able to tell whose they are.
 */
export const tenants = table('tenants', {
  columns: z.object({
    /** Internal key; never leaves the database. */
    id: bigint(),
    /** Public identifier: the value of every `tenantId` in MongoDB, of every `tenant_id` here, and the first step of every S3 key. */
    ref_id: ulid().meta({ examples: ['01JD3K9V7QZ4M8T2R6XW5N0YBC'] }),
    /** The company's name, as it is shown. */
    name: text(),
    /** Part of the workspace's address; lower case, digits and hyphens. */
    slug: varchar(63).meta({ examples: ['acme', 'north-star-dental'] }),
    /** `trial` → `active`; `suspended` for unpaid invoices; `closing` → `closed` on the way out. */
    status: pgEnum('tenant_status', ['trial', 'active', 'suspended', 'closing', 'closed']).default('trial'),
    /** What the tenant pays for; sets the limits. */
    plan: pgEnum('tenant_plan', ['starter', 'growth', 'scale']).default('starter'),
    /** Where invoices and legal notices go. */
    billing_email: personal(citext()),
    /** Signs the webhooks that we send to the tenant; 32 random bytes, encrypted with the platform's key. */
    webhook_secret: secret(text()).nullable(),
    /** Choices made in the workspace. */
    settings: jsonb(
      z.object({
        /** IANA name; publishing times are meant in it. */
        timezone: z.string().default('UTC').meta({ examples: ['Europe/Dublin'] }),
        /** Language that agents write in, as a BCP 47 tag. */
        language: z.string().default('en'),
        /** How the tenant looks and sounds. */
        brand: z.object({
          /** Adjectives that every text is checked against. */
          voice: z.array(z.string()),
          /** CSS colour of links and buttons. */
          primaryColor: z.string().optional(),
        }),
        /** Where the workspace sends news. */
        notifications: z.object({ email: z.boolean(), slack: z.boolean() }),
      }),
    ),
    /** How many activities may run at once. */
    max_concurrent_activities: smallint().default(3),
    /** Tenants of our own, for tests and demonstrations; left out of all figures. */
    is_internal: boolean().default(false),
    /** Set while `status` is `trial`. */
    trial_ends_at: timestamptz().nullable(),
    created_at: timestamptz().default(now),
    updated_at: timestamptz().default(now),
    /** When the tenant asked to be erased; the Tenant Eraser has 30 days from then. */
    closing_since: timestamptz().nullable(),
    /** What the back office searches in. */
    search: generated(text(), "lower(name || ' ' || slug)"),
  }),
  primaryKey: ['id'],
  unique: [['ref_id'], ['slug']],
  checks: [
    check('tenants_slug_form', "slug ~ '^[a-z0-9][a-z0-9-]*$'"),
    check('tenants_closing_is_dated', "(status IN ('closing', 'closed')) = (closing_since IS NOT NULL)"),
    check('tenants_some_concurrency', 'max_concurrent_activities BETWEEN 1 AND 50'),
  ],
  indexes: [index(['closing_since'], { where: "status = 'closing'", note: 'The Tenant Eraser\'s queue.' })],
  tenancy: tenantItself('ref_id'),
  retention: permanent({ note: 'Goes last when a tenant is erased; stays while locked contracts exist.' }),
  owner: 'platform',
  domain: 'platform',
});
