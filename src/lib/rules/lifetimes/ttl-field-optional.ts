import { ttlFields } from '../../analysis/ttl-fields.ts';
import { requiresField } from '../../model/partial-filter.ts';
import { retentionsOf } from '../../model/retention.ts';
import { leavesOutNull } from '../../model/sql-condition.ts';
import { defineRule } from '../define-rule.ts';

export const ttlFieldOptional = defineRule({
  id: 'ttl-field-optional',
  family: 'lifetimes',
  severity: 'warning',
  statement: 'Every record has the date from which its TTL counts.',
  why: [
    'A document without the field of a TTL index never expires. The first one is written by a script that forgot the field; years later it is found, with the personal data in it that was to be gone after 90 days.',
    'If records without the date are meant to stay, say so with a condition that requires the date, or suppress the finding.',
  ].join('\n\n'),
  mend: [
    'Make it required:',
    '```ts\n// before\nfinishedAt: z.date().optional(),\n\n// after\ncreatedAt: z.date(),\n```',
  ].join('\n\n'),
  suppress: 'When a record without the date is meant to stay: say which records these are.',
  *check({ catalog, index }) {
    for (const { entity, field } of ttlFields(catalog, index)) {
      const missing = entity.fields.find((each) => (each.path === field.path || field.path.startsWith(`${each.path}.`)) && (each.optional || each.nullable));
      if (missing === undefined) continue;
      // A condition that requires the date says that records without it are meant to stay.
      const retentions = retentionsOf(entity).flatMap((each) => (each.kind === 'expires' && each.field === field.path ? [each] : []));
      if (retentions.length > 0 && retentions.every(({ where }) => where !== undefined && (entity.kind === 'table' ? leavesOutNull(where, field.path) : requiresField(where, field.path)))) continue;
      yield { entity: entity.address, field: field.path, message: `A record of \`${entity.address}\` without \`${field.path}\` never expires, and ${missing === field ? 'the field' : `\`${missing.path}\``} may be ${missing.optional ? 'absent' : 'null'}.`, hint: 'Count from a date that every record has.' };
    }
  },
});
