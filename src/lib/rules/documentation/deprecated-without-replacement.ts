import { defineRule } from '../define-rule.ts';

export const deprecatedWithoutReplacement = defineRule({
  id: 'deprecated-without-replacement',
  family: 'documentation',
  severity: 'warning',
  statement: 'What is deprecated says what to use instead.',
  why: '"Do not use this" stops nobody who has something to store. Those who read it look for the successor; where none is named they copy what is there.',
  mend: [
    'Name it; when there is none, say so in a suppression:',
    "```ts\n// before\nstatus: deprecated('Too slow.'),\n\n// after\nstatus: deprecated('Too slow.', { useInstead: 'mongodb.event_logs' }),\n```",
  ].join('\n\n'),
  suppress: 'When nothing takes its place: the reason says what readers are to do.',
  *check({ catalog }) {
    for (const { address, status } of catalog.entities) {
      if (status.kind !== 'deprecated' || status.useInstead !== undefined) continue;
      yield { entity: address, message: `\`${address}\` is deprecated, and does not say what to use instead.`, hint: "Name it: deprecated('…', { useInstead: '…' })." };
    }
  },
});
