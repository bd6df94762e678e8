import { bigint, check, deletes, index, jsonb, now, perTenant, permanent, pgEnum, ref, suppress, table, text, timestamptz, ulid, varchar } from 'polyref';
import * as z from 'zod';

/** A post of a tenant on a social network, from approval to publication. The text is an output of an agent. */
export const socialPosts = table('social_posts', {
  columns: z.object({
    /** Internal key; never leaves the database. */
    id: bigint(),
    /** Public identifier. */
    ref_id: ulid(),
    /** In whose name it is posted. */
    tenant_id: ref('postgresql.tenants.ref_id', { enforcedBy: 'database', onDelete: 'cascade' }),
    /** The output that the post shows, as a MongoDB ObjectId. */
    content_ref: ref('mongodb.activity_outputs._id', {
      as: varchar(24),
      keptBy: 'Content Publisher',
      whenTargetGoes: deletes({ within: '30 days', reason: 'Outputs go only with their tenant, and so does the post.' }),
    }),
    /** The blog post that it announces; null for posts that stand alone. */
    blog_post_id: ref('postgresql.blog_posts.ref_id', { enforcedBy: 'database', onDelete: 'set null' }).nullable(),
    /** The network. */
    channel: pgEnum('social_channel', ['linkedin', 'x', 'instagram', 'facebook']),
    /** Name of the account that it is posted from. */
    account: text(),
    /** Withdrawn posts stay here and are gone from the network. */
    status: pgEnum('post_status', ['draft', 'scheduled', 'published', 'withdrawn']).default('draft'),
    /** Pictures and films, in the order in which they are shown. */
    media: jsonb(
      z.array(
        z.object({
          /** What is shown. */
          kind: z.enum(['image', 'video']),
          /** Where the network fetches it from. */
          url: z.url(),
          /** What is to be seen, for people who cannot see it. */
          altText: z.string(),
        }),
      ),
    ),
    /** The network's own identifier of the post; null until it is published. */
    external_id: varchar(64).nullable(),
    /** Counts that the network reports, fetched every six hours. */
    engagement: jsonb(
      z.object({
        /** How often it was shown. */
        impressions: z.int(),
        likes: z.int(),
        comments: z.int(),
        shares: z.int(),
        /** When the network was asked last, in ISO 8601. */
        fetchedAt: z.iso.datetime(),
      }),
    ).nullable(),
    /** When to post; null: at once after approval. */
    scheduled_for: timestamptz().nullable(),
    /** When the network took it; null before. */
    published_at: timestamptz().nullable(),
    created_at: timestamptz().default(now),
    updated_at: timestamptz().default(now),
  }),
  primaryKey: ['id'],
  unique: [['ref_id'], ['channel', 'external_id']],
  checks: [check('social_posts_published', "status <> 'published' OR published_at IS NOT NULL")],
  indexes: [
    ['tenant_id', 'published_at'],
    index(['scheduled_for'], { where: "status = 'scheduled'", note: 'The publisher\'s queue.' }),
    index(['content_ref']),
    index(['blog_post_id'], { where: 'blog_post_id IS NOT NULL' }),
  ],
  suppress: [
    suppress('unique-across-tenants', { reason: 'The network gives `external_id`, once for each post that it has: no tenant can take another\'s.' }),
  ],
  tenancy: perTenant('tenant_id'),
  retention: permanent(),
  owner: 'publishing',
  domain: 'publishing',
});
