import { describeLookUp, lookUpsOf } from '../../analysis/look-ups.ts';
import { defineRule } from '../define-rule.ts';

export const missingPrimaryKey = defineRule({
  id: 'missing-primary-key',
  family: 'stores',
  severity: 'error',
  statement: 'Every table has a primary key, or a unique key without nullable columns.',
  why: 'Without one two rows can be the same, and no statement can delete one of them alone. Logical replication refuses updates of such a table, and nothing outside can point at a row. A unique key without nullable columns is enough: it identifies rows, and logical replication can use it (`REPLICA IDENTITY USING INDEX`).',
  mend: [
    'Name it:',
    "```ts\n// before\nexport const rates = table('rates', { columns });\n\n// after\nexport const rates = table('rates', { columns, primaryKey: ['day', 'currency'] });\n```",
  ].join('\n\n'),
  *check({ catalog, index }) {
    for (const entity of catalog.entities) {
      if (entity.kind !== 'table' || entity.primaryKey.length > 0) continue;
      const unique = lookUpsOf(entity).filter((lookUp) => lookUp.unique && lookUp.index?.where === undefined && lookUp.index?.keys.every((key) => key.expression !== true) !== false);
      const [first] = unique;
      if (unique.some(({ fields }) => fields.every((field) => index.field(entity.address, field)?.nullable === false))) continue;
      if (first === undefined) yield { entity: entity.address, message: `\`${entity.address}\` has no primary key.`, hint: "Name it: primaryKey: ['id']." };
      else yield { entity: entity.address, message: `\`${entity.address}\` has no primary key, and its unique key ${describeLookUp(first)} has a nullable column.`, hint: 'Make its columns required, or add a primary key.' };
    }
  },
});
