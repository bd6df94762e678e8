import type { BucketRule } from '../../analysis/bucket-rules.ts';
import type { ObjectFamily } from '../../model/entity.ts';
import { retentionsOf } from '../../model/retention.ts';
import { someInSequence } from '../../model/in-sequence.ts';
import { defineRule } from '../define-rule.ts';

// Source: https://docs.aws.amazon.com/AmazonS3/latest/API/API_NoncurrentVersionExpiration.html
export const oldVersionsKeptForever = defineRule({
  id: 'old-versions-kept-forever',
  family: 'keys',
  severity: 'note',
  statement: 'A versioned bucket says how long old versions stay.',
  why: 'In a versioned bucket an overwrite keeps the old bytes, and so does a deletion. Without a lifecycle rule for noncurrent versions they stay forever: they are charged like current ones, and a file that somebody deleted on purpose can still be read.',
  mend: [
    'Add a rule for old versions:',
    "```ts\n// before\nversioning: true,\nretention: permanent(),\n\n// after\nversioning: true,\nlifecycle: [lifecycle({ expireOldVersionsAfter: '30 days' })],\nretention: permanent(),\n```",
  ].join('\n\n'),
  suppress: 'When every version must be kept: say who requires it.',
  *check({ catalog, bucketRules }) {
    const kept = catalog.entities.filter((entity) => entity.kind === 'objects').filter((family) => keepsOldVersions(family, bucketRules.get(family.address) ?? []));
    for (const [bucket, families] of Map.groupBy(kept, (family) => family.bucket)) {
      const [first] = families;
      if (first === undefined) continue;
      yield {
        entity: first.address,
        message: `The bucket \`${bucket}\` keeps old versions forever: no lifecycle rule removes those of ${someInSequence(families.map(({ address }) => `\`${address}\``), 3)}.`,
        hint: "Add lifecycle({ expireOldVersionsAfter: '…' }).",
      };
    }
  },
});

/** What expires, current versions included, has a rule of its own. */
function keepsOldVersions(family: ObjectFamily, rules: readonly BucketRule[]): boolean {
  const isPermanent = retentionsOf(family).some(({ kind }) => kind === 'permanent');
  return family.versioning && isPermanent && rules.every(({ rule }) => rule.expireOldVersionsAfter === undefined && rule.expireAfter === undefined);
}
