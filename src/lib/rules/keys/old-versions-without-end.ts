import { defineRule } from '../define-rule.ts';

export const oldVersionsWithoutEnd = defineRule({
  id: 'old-versions-without-end',
  family: 'keys',
  severity: 'warning',
  statement: 'Where a versioned bucket expires objects, it expires their old versions too.',
  why: 'In a versioned bucket an expired object is not deleted: it gets a delete marker, and its bytes stay as an old version, which is paid for like any other and which nobody sees. Personal data that "expires after 30 days" is there for ever.',
  mend: [
    'Say when old versions go:',
    "```ts\n// before\nversioning: true,\nlifecycle: [lifecycle({ expireAfter: '30 days' })],\n\n// after\nversioning: true,\nlifecycle: [lifecycle({ expireAfter: '30 days', expireOldVersionsAfter: '7 days' })],\n```",
  ].join('\n\n'),
  *check({ catalog }) {
    for (const family of catalog.entities) {
      if (family.kind !== 'objects' || !family.versioning || family.lifecycle.some(({ expireOldVersionsAfter }) => expireOldVersionsAfter !== undefined)) continue;
      if (family.retention?.kind !== 'expires' && !family.lifecycle.some(({ expireAfter }) => expireAfter !== undefined)) continue;
      yield { entity: family.address, message: `Objects of \`${family.address}\` expire, and its bucket keeps old versions: an expired object stays as one for ever.`, hint: "Say when those go: lifecycle({ expireOldVersionsAfter: '…' })." };
    }
  },
});
