import { defineRule } from '../define-rule.ts';

export const missingDescription = defineRule({
  id: 'missing-description',
  family: 'documentation',
  severity: 'warning',
  statement: 'Every entity says in a sentence what it is.',
  why: 'The name of a table tells those who made it what is in it. Everybody else opens the page and reads the first sentence: in the list of entities, in the search, in the tour. Where there is none they ask somebody, or guess.',
  mend: [
    'Write a doc comment above it:',
    "```ts\n// before\nexport const eventLogs = collection('event_logs', { document });\n\n// after\n/** What happened, for operators. No content lives here. */\nexport const eventLogs = collection('event_logs', { document });\n```",
  ].join('\n\n'),
  *check({ catalog }) {
    for (const { address, summary } of catalog.entities) {
      if (summary === '') yield { entity: address, message: `\`${address}\` does not say what it is.`, hint: 'Write a doc comment above it: /** … */.' };
    }
  },
});
