import { defineRule } from '../define-rule.ts';

// Source: https://docs.aws.amazon.com/AmazonS3/latest/API/API_NoncurrentVersionExpiration.html
export const oldVersionRuleWithoutVersioning = defineRule({
  id: 'old-version-rule-without-versioning',
  family: 'keys',
  severity: 'warning',
  statement: 'Lifecycle rules for old versions stand where there are old versions.',
  why: 'A bucket without versioning has no noncurrent versions. A rule that expires or moves them does nothing there: either the rule is left over, or somebody believes that overwritten objects can be restored.',
  mend: [
    'Turn versioning on, or remove the rule:',
    "```ts\n// before\nlifecycle: [lifecycle({ expireOldVersionsAfter: '30 days' })],\n\n// after\nversioning: true,\nlifecycle: [lifecycle({ expireOldVersionsAfter: '30 days' })],\n```",
  ].join('\n\n'),
  suppress: 'When versioning was suspended, and the rule removes the old versions that are left.',
  *check({ catalog }) {
    for (const family of catalog.entities) {
      if (family.kind !== 'objects' || family.versioning) continue;
      if (!family.lifecycle.some((rule) => rule.expireOldVersionsAfter !== undefined || rule.oldVersionTransitions !== undefined)) continue;
      yield { entity: family.address, message: `A lifecycle rule of \`${family.address}\` is for old versions, and its bucket \`${family.bucket}\` is not versioned: the rule does nothing.`, hint: 'Add `versioning: true`, or remove the rule.' };
    }
  },
});
