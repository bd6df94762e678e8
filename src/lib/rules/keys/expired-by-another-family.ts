import { expiriesOf } from '../../analysis/bucket-rules.ts';
import type { LifetimeOf } from '../../analysis/lifetimes.ts';
import { describeDuration, secondsOf } from '../../model/duration.ts';
import { retentionsOf, type Retention } from '../../model/retention.ts';
import { defineRule } from '../define-rule.ts';

// Source: https://docs.aws.amazon.com/AmazonS3/latest/userguide/lifecycle-conflicts.html
export const expiredByAnotherFamily = defineRule({
  id: 'expired-by-another-family',
  family: 'keys',
  severity: 'error',
  statement: 'No lifecycle rule of another family expires objects before their retention allows it.',
  why: 'A lifecycle rule belongs to the bucket. It selects every key that begins with its prefix, and knows no families. Where two rules overlap, S3 honors the shorter expiry. The rule that cleans up `logs/` after 30 days therefore also removes `logs/audit/`, which somebody promised to keep, and a rule without a prefix removes everything in the bucket.',
  mend: [
    'Narrow the prefix of the rule, select by a tag, or give the objects that stay a bucket of their own:',
    "```ts\n// before\nlifecycle: [lifecycle({ prefix: 'logs/', expireAfter: '30 days' })],\n\n// after\nlifecycle: [lifecycle({ prefix: 'logs/requests/', expireAfter: '30 days' })],\n```",
  ].join('\n\n'),
  *check({ catalog, bucketRules, lifetimeOf }) {
    for (const family of catalog.entities) {
      if (family.kind !== 'objects') continue;
      const expiries = expiriesOf(bucketRules.get(family.address) ?? []);
      const foreign = expiries.find(({ declaredBy }) => !declaredBy.includes(family.address));
      // What its own rules do is a contradiction within one definition, and has a rule of its own.
      if (foreign === undefined || expiries.some((each) => each.declaredBy.includes(family.address) && each.selects === 'all' && each.seconds <= foreign.seconds)) continue;
      const promise = retentionsOf(family).map((retention) => promiseOf(retention, lifetimeOf)).find(({ seconds }) => seconds > foreign.seconds);
      if (promise === undefined) continue;
      const [owner = '', prefix] = [foreign.declaredBy[0], foreign.rule.prefix];
      const scope = prefix === undefined ? `the whole bucket \`${family.bucket}\`` : `the prefix \`${prefix}\``;
      const what = foreign.selects === 'all' ? 'its objects' : 'some of its objects';
      yield {
        entity: family.address,
        message: `\`${family.address}\` ${promise.words}, and a lifecycle rule of \`${owner}\` for ${scope} expires ${what} after ${foreign.after}.`,
        hint: `Narrow the prefix of that rule, select by a tag, or give \`${family.address}\` a bucket of its own.`,
      };
    }
  },
});

/** How long an object must be there at least, in seconds, and how that is said. */
function promiseOf(retention: Retention, lifetimeOf: LifetimeOf): { readonly seconds: number; readonly words: string } {
  switch (retention.kind) {
    case 'permanent':
      return { seconds: Infinity, words: 'is permanent' };
    case 'expires':
      return { seconds: secondsOf(retention.after), words: `expires after ${retention.after}` };
    case 'atLeast':
      return { seconds: secondsOf(retention.for), words: `must be kept for at least ${retention.for}` };
    case 'locked':
      return { seconds: secondsOf(retention.for), words: `is locked for ${retention.for}` };
    case 'withParent': {
      const parent = lifetimeOf(retention.parent);
      const seconds = parent.kind === 'known' ? parent.min : 0;
      const length = seconds === Infinity ? 'which is permanent' : `which stays for at least ${describeDuration(seconds)}`;
      return { seconds, words: `lives as long as \`${retention.parent}\`, ${length}` };
    }
  }
}
