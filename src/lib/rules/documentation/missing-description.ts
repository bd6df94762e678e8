import { defineRule } from '../define-rule.ts';

export const missingDescription = defineRule({
  id: 'missing-description',
  family: 'documentation',
  severity: 'warning',
  statement: 'Every entity has a description.',
  why: 'The name of a table explains its content only to the people who made it. Everybody else reads the first sentence of its description: in the list of entities, in search results, in the tour. Without one they ask somebody, or guess.',
  mend: [
    'Write a doc comment above it:',
    "```ts\n// before\nexport const eventLogs = collection('event_logs', { document });\n\n// after\n/** What happened, for operators. No content lives here. */\nexport const eventLogs = collection('event_logs', { document });\n```",
  ].join('\n\n'),
  summary: { message: '{count} of {entities} in {store} have no description', hint: 'Write a doc comment above each, /** … */: start with the ones that others reference.' },
  *check({ catalog }) {
    for (const { address, summary } of catalog.entities) {
      if (summary === '') yield { entity: address, message: `\`${address}\` has no description.`, hint: 'Write a doc comment above it: /** … */.' };
    }
  },
});
