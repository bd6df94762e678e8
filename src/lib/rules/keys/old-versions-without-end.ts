import { defineRule } from '../define-rule.ts';

export const oldVersionsWithoutEnd = defineRule({
  id: 'old-versions-without-end',
  family: 'keys',
  severity: 'warning',
  statement: 'Where a versioned bucket expires objects, it expires their old versions too.',
  why: 'In a versioned bucket an expired object is not deleted: it gets a delete marker, and its bytes stay as an old version, which is paid for like any other and which nobody sees. Personal data that "expires after 30 days" stays forever.',
  mend: [
    'Say when old versions go:',
    "```ts\n// before\nversioning: true,\nlifecycle: [lifecycle({ expireAfter: '30 days' })],\n\n// after\nversioning: true,\nlifecycle: [lifecycle({ expireAfter: '30 days', expireOldVersionsAfter: '7 days' })],\n```",
  ].join('\n\n'),
  *check({ catalog, bucketRules }) {
    for (const family of catalog.entities) {
      const rules = bucketRules.get(family.address) ?? [];
      if (family.kind !== 'objects' || !family.versioning || rules.some(({ rule }) => rule.expireOldVersionsAfter !== undefined)) continue;
      if (family.retention?.kind !== 'expires' && !rules.some(({ rule }) => rule.expireAfter !== undefined)) continue;
      yield { entity: family.address, message: `Objects of \`${family.address}\` expire, and its bucket \`${family.bucket}\` keeps old versions: an expired object stays as an old version forever.`, hint: "Say when those go: lifecycle({ expireOldVersionsAfter: '…' })." };
    }
  },
});
