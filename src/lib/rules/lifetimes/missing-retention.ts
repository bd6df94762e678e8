import { defineRule } from '../define-rule.ts';

export const missingRetention = defineRule({
  id: 'missing-retention',
  family: 'lifetimes',
  severity: 'warning',
  statement: 'Every entity has a retention.',
  why: [
    'A reference dangles when its target goes first. Unless a database enforces the reference, whether that can happen follows from the retention of both ends. Where one of the two is missing, the verdict is usually “unknown”.',
    'It also is the first question of every audit: a collection that nobody gave an end keeps what it was given, forever.',
  ].join('\n\n'),
  mend: [
    'Say it, even when it is forever:',
    "```ts\n// before\nexport const eventLogs = collection('event_logs', { document });\n\n// after\nexport const eventLogs = collection('event_logs', { document, retention: expires('90 days', { after: 'createdAt' }) });\n```",
    "`permanent()`, `keptAtLeast(…)`, `locked(…)` and `withParent(…)` are the other answers.",
  ].join('\n\n'),
  summary: { message: '{count} of {entities} in {store} have no retention', hint: "Declare it for each, permanent() included: whether a reference that no database enforces can dangle follows from the retention of both ends." },
  *check({ catalog }) {
    for (const entity of catalog.entities) {
      if (entity.retention !== undefined) continue;
      yield {
        entity: entity.address,
        message: `\`${entity.address}\` has no retention.`,
        hint: "Write retention: permanent(), expires('90 days', { after: '…' }), keptAtLeast(…), locked(…) or withParent(…).",
      };
    }
  },
});
