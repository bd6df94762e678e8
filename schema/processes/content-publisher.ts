import { process } from 'polyref';

/** Publishes approved posts at the time they are scheduled for. */
export const contentPublisher = process('Content Publisher', {
  reads: ['mongodb.activity_outputs', 's3.activity_outputs'],
  writes: ['postgresql.blog_posts', 'postgresql.social_posts'],
  because:
    'It follows `postgresql.blog_posts.content_ref` or `postgresql.social_posts.content_ref` to the output, fetches its bytes, checks their SHA-256, ' +
    'and hands them to the blog or the network.',
  code: 'services/publishing/src/content-publisher.ts',
  owner: 'publishing',
});
