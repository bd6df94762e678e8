import { defineRule } from '../define-rule.ts';

export const overRetainedBytes = defineRule({
  id: 'over-retained-bytes',
  family: 'lifetimes',
  severity: 'warning',
  statement: 'Bytes do not outlive the records that give them a meaning.',
  why: 'The record goes after 30 days, its bytes after 90. For 60 days there is an object that no screen shows, no search finds and no erasure of a customer reaches, because the record that named it is gone.',
  mend: [
    'Give both the same length, or let the bytes follow:',
    "```ts\n// before\nretention: expires('90 days'),\n\n// after\nretention: withParent('mongodb.uploads'),\n```",
  ].join('\n\n'),
  suppress: 'When the bytes are kept longer on purpose, as a backup: say for whom, and how they are found.',
  *check({ catalog, lifetimes }) {
    for (const { id, from, location } of catalog.references) {
      const verdict = lifetimes.get(id);
      if (verdict?.kind !== 'over-retained') continue;
      yield { entity: from.entity, field: from.field, location, message: `Bytes outlive their record by ${verdict.window ?? 'some time'}: ${verdict.sentence}`, hint: "Give both the same length, or let the bytes follow: retention: withParent('…')." };
    }
  },
});
