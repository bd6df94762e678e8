import { mayBeDate, ttlFields } from '../../analysis/ttl-fields.ts';
import { defineRule } from '../define-rule.ts';

export const ttlFieldNotADate = defineRule({
  id: 'ttl-field-not-a-date',
  family: 'lifetimes',
  severity: 'error',
  statement: 'The field from which a TTL counts is a date.',
  why: "MongoDB's TTL monitor looks at dates. A document whose field holds text or a number (an ISO string, milliseconds since 1970) never expires, and MongoDB does not say so: the index is there, it is listed as a TTL index, and it does nothing. People notice when the disk is full.",
  mend: [
    'Store a date:',
    '```ts\n// before\ncreatedAt: z.string(),\n\n// after\ncreatedAt: z.date(),\n```',
  ].join('\n\n'),
  *check({ catalog, index }) {
    for (const { entity, field } of ttlFields(catalog, index)) {
      if (mayBeDate(field.type)) continue;
      yield { entity: entity.address, field: field.path, message: `Records of \`${entity.address}\` are to expire some time after \`${field.path}\`, which is \`${field.type}\` and no date: they never will.`, hint: entity.kind === 'table' ? 'Make it timestamptz().' : 'Make it z.date().' };
    }
  },
});
