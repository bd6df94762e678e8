import { defineRule } from '../define-rule.ts';

export const orphanedBytes = defineRule({
  id: 'orphaned-bytes',
  family: 'lifetimes',
  severity: 'error',
  statement: 'Bytes go when the last record that knows their key goes.',
  why: [
    'A document with an `s3Key` expires after 90 days. The object stays: nothing in S3 knows that nobody can find it any more, and nobody who lists the bucket can tell it from one that is in use. It is paid for every month, and a customer who asks for erasure does not get it.',
    'One system that was looked at had 25,709 files, and 1,404 of them had no owner.',
  ].join('\n\n'),
  mend: [
    'Let the bytes go with their record, or let a lifecycle rule end them at the same time:',
    "```ts\n// before\nretention: permanent(),\n\n// after\nretention: withParent('mongodb.reports', { within: '1 day', by: 'Report Cleaner' }),\n```",
  ].join('\n\n'),
  *check({ catalog, lifetimes }) {
    for (const { id, from, location } of catalog.references) {
      const verdict = lifetimes.get(id);
      if (verdict?.kind !== 'orphan') continue;
      yield { entity: from.entity, field: from.field, location, message: `Objects are orphaned: ${verdict.sentence}`, hint: "Let them go with their record, retention: withParent('…'), or end them with a lifecycle rule, or keep their keys where they are found." };
    }
  },
});
