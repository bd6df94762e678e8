import { bigint, check, deletes, generated, index, now, perTenant, permanent, pgEnum, ref, sqlType, table, text, timestamptz, ulid, varchar } from 'polyref';
import * as z from 'zod';

/** A blog post of a tenant, from approval to publication. The text is an output of an agent; the row holds what the blog needs to know about it. */
export const blogPosts = table('blog_posts', {
  columns: z.object({
    /** Internal key; never leaves the database. */
    id: bigint(),
    /** Public identifier. */
    ref_id: ulid(),
    /** In whose name it is published. */
    tenant_id: ref('postgresql.tenants.ref_id', { enforcedBy: 'database', onDelete: 'cascade' }),
    /** The output that the post shows, as a MongoDB ObjectId. A revised post points at a newer output of the same activity. */
    content_ref: ref('mongodb.activity_outputs._id', {
      as: varchar(24),
      keptBy: 'Content Publisher',
      whenTargetGoes: deletes({ within: '30 days', reason: 'Outputs go only with their tenant, and so does the post.' }),
    }),
    /** Headline, as shown on the blog. */
    title: text(),
    /** Last step of the post's address. */
    slug: varchar(120),
    /** For search engines; at most 160 characters are shown. */
    meta_description: varchar(160).nullable(),
    /** Topics that the blog files it under. */
    tags: z.array(text()),
    /** Withdrawn posts stay here and are gone from the blog. */
    status: pgEnum('post_status', ['draft', 'scheduled', 'published', 'withdrawn']).default('draft'),
    /** Where it can be read; null until it is published. */
    published_url: text().nullable(),
    /** When to publish; null: at once after approval. */
    scheduled_for: timestamptz().nullable(),
    /** When it first appeared; a later edit does not change it. */
    published_at: timestamptz().nullable(),
    created_at: timestamptz().default(now),
    updated_at: timestamptz().default(now),
    /** Title and description, for the workspace's search. */
    search: generated(sqlType('tsvector'), "to_tsvector('english', title || ' ' || coalesce(meta_description, ''))"),
  }),
  primaryKey: ['id'],
  unique: [['ref_id'], ['tenant_id', 'slug']],
  checks: [check('blog_posts_published', "status <> 'published' OR (published_at IS NOT NULL AND published_url IS NOT NULL)")],
  indexes: [
    ['tenant_id', 'published_at'],
    index(['search'], { method: 'gin' }),
    index(['tags'], { method: 'gin' }),
    index(['content_ref'], { note: 'Which post shows this output? Asked before an output may be rejected.' }),
  ],
  tenancy: perTenant('tenant_id'),
  retention: permanent(),
  owner: 'publishing',
  domain: 'publishing',
});
