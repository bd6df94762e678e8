import { defineRule } from '../define-rule.ts';

export const missingRetention = defineRule({
  id: 'missing-retention',
  family: 'lifetimes',
  severity: 'warning',
  statement: 'Every entity says how long its records live.',
  why: [
    'A reference dangles when its target goes first. Whether that can happen follows from two retentions; where one of them is missing, nothing can be said of any reference in or out.',
    'It also is the first question of every audit: a collection that nobody gave an end keeps what it was given, forever.',
  ].join('\n\n'),
  mend: [
    'Say it, even when it is forever:',
    "```ts\n// before\nexport const eventLogs = collection('event_logs', { document });\n\n// after\nexport const eventLogs = collection('event_logs', { document, retention: expires('90 days', { after: 'createdAt' }) });\n```",
    "`permanent()`, `keptAtLeast(…)`, `locked(…)` and `withParent(…)` are the other answers.",
  ].join('\n\n'),
  *check({ catalog }) {
    for (const entity of catalog.entities) {
      if (entity.retention !== undefined) continue;
      yield {
        entity: entity.address,
        message: `\`${entity.address}\` does not say how long its records live.`,
        hint: "Write retention: permanent(), expires('90 days', { after: '…' }), keptAtLeast(…), locked(…) or withParent(…).",
      };
    }
  },
});
