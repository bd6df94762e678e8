import { familiesByBucket } from '../../analysis/bucket-families.ts';
import { defineRule } from '../define-rule.ts';

export const tooManyLifecycleRules = defineRule({
  id: 'too-many-lifecycle-rules',
  family: 'keys',
  severity: 'error',
  statement: 'A bucket has at most 1,000 lifecycle rules.',
  why: 'S3 takes 1,000 rules for a bucket and refuses the whole configuration that has more. A rule for each tenant seems a way out of tenant-first keys, and works until the thousandth customer signs up.',
  mend: [
    'Select by a tag instead of by tenant, or use several buckets:',
    "```ts\n// before\nlifecycle: tenants.map((tenant) => lifecycle({ prefix: `${tenant}/exports/`, expireAfter: '30 days' })),\n\n// after\nlifecycle: [lifecycle({ tag: { key: 'kind', value: 'export' }, expireAfter: '30 days' })],\n```",
  ].join('\n\n'),
  *check({ catalog }) {
    for (const [bucket, families] of familiesByBucket(catalog)) {
      const count = families.reduce((sum, { lifecycle }) => sum + lifecycle.length, 0);
      const [first] = families;
      if (first === undefined || count <= MOST_RULES) continue;
      yield { entity: first.address, message: `The bucket \`${bucket}\` has ${count} lifecycle rules; S3 takes ${MOST_RULES} and refuses them all.`, hint: 'Select by a tag, so that one rule serves all, or use several buckets.' };
    }
  },
});

const MOST_RULES = 1000;
