import { defineRule } from '../define-rule.ts';

export const missingPrimaryKey = defineRule({
  id: 'missing-primary-key',
  family: 'stores',
  severity: 'error',
  statement: 'Every table has a primary key.',
  why: 'Without one two rows can be the same, and no statement can delete one of them alone. Logical replication refuses updates of such a table, and nothing outside can point at a row.',
  mend: [
    'Name it:',
    "```ts\n// before\nexport const rates = table('rates', { columns });\n\n// after\nexport const rates = table('rates', { columns, primaryKey: ['day', 'currency'] });\n```",
  ].join('\n\n'),
  *check({ catalog }) {
    for (const entity of catalog.entities) {
      if (entity.kind !== 'table' || entity.primaryKey.length > 0) continue;
      yield { entity: entity.address, message: `\`${entity.address}\` has no primary key.`, hint: "Name it: primaryKey: ['id']." };
    }
  },
});
