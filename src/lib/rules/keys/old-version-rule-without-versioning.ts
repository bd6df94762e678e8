import { inSequence } from '../../model/in-sequence.ts';
import { defineRule } from '../define-rule.ts';

// Source: https://docs.aws.amazon.com/AmazonS3/latest/API/API_NoncurrentVersionExpiration.html
export const oldVersionRuleWithoutVersioning = defineRule({
  id: 'old-version-rule-without-versioning',
  family: 'keys',
  severity: 'warning',
  statement: 'Lifecycle rules for old versions belong to versioned buckets.',
  why: 'A bucket without versioning has no noncurrent versions. Expiring or moving them has no effect there: either it is left over, or somebody believes that overwritten objects can be restored.',
  mend: [
    'Turn versioning on, or remove the rule:',
    "```ts\n// before\nlifecycle: [lifecycle({ expireOldVersionsAfter: '30 days' })],\n\n// after\nversioning: true,\nlifecycle: [lifecycle({ expireOldVersionsAfter: '30 days' })],\n```",
  ].join('\n\n'),
  suppress: 'When versioning was suspended, and the rule removes the old versions that remain.',
  *check({ catalog }) {
    for (const family of catalog.entities) {
      if (family.kind !== 'objects' || family.versioning) continue;
      const actions = (['expireOldVersionsAfter', 'oldVersionTransitions'] as const).filter((action) => family.lifecycle.some((rule) => rule[action] !== undefined)).map((action) => `\`${action}\``);
      if (actions.length === 0) continue;
      yield {
        entity: family.address,
        message: `The lifecycle of \`${family.address}\` has ${inSequence(actions)}, and its bucket \`${family.bucket}\` is not versioned: there are no old versions.`,
        hint: `Add \`versioning: true\`, or remove ${inSequence(actions)}.`,
      };
    }
  },
});
