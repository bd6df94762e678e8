import { DAY, parseDuration } from '../../model/duration.ts';
import { retentionsOf } from '../../model/retention.ts';
import { defineRule } from '../define-rule.ts';

export const expiryNotInDays = defineRule({
  id: 'expiry-not-in-days',
  family: 'lifetimes',
  severity: 'error',
  statement: 'What S3 expires, it expires after whole days.',
  why: 'S3 counts the expiry of objects in days, rounded up to the next midnight UTC, and takes neither hours nor 0. A buffer that MongoDB forgets after 24 hours lies in S3 for up to 48.',
  mend: [
    'Write days, and plan for one more:',
    "```ts\n// before\nretention: expires('36 hours'),\n\n// after\nretention: expires('2 days'),\n```",
  ].join('\n\n'),
  *check({ catalog }) {
    for (const entity of catalog.entities) {
      if (entity.kind !== 'objects') continue;
      const lengths = [
        ...retentionsOf(entity).flatMap((retention) => (retention.kind === 'expires' ? [{ what: 'the retention', text: retention.after }] : [])),
        ...entity.lifecycle.flatMap(({ expireAfter, expireOldVersionsAfter, abortUploadsAfter }) => [expireAfter, expireOldVersionsAfter, abortUploadsAfter].flatMap((text) => (text === undefined ? [] : [{ what: 'a lifecycle rule', text }]))),
      ];
      const moves = entity.lifecycle.flatMap(({ transitions = [], oldVersionTransitions = [] }) => [...transitions, ...oldVersionTransitions].map(({ after }) => ({ what: 'a transition', text: after })));
      for (const { what, text } of [...lengths, ...moves]) {
        const days = (parseDuration(text) ?? DAY) / DAY;
        // Objects may move on the day on which they are written.
        if (Number.isInteger(days) && (days > 0 || what === 'a transition')) continue;
        yield { entity: entity.address, message: `S3 counts whole days, and ${what} of \`${entity.address}\` is of ${text}.`, hint: `Write '${Math.max(1, Math.ceil(days))} ${days <= 1 ? 'day' : 'days'}': it ends at the midnight (UTC) after.` };
      }
    }
  },
});
