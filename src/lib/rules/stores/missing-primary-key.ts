import { describeLookUp, lookUpsOf } from '../../analysis/look-ups.ts';
import { defineRule } from '../define-rule.ts';

export const missingPrimaryKey = defineRule({
  id: 'missing-primary-key',
  family: 'stores',
  severity: 'error',
  statement: 'Every table has a primary key, or a unique key of columns that are never null.',
  why: 'Without one two rows can be the same, and no statement can delete one of them alone. Logical replication refuses updates of such a table, and nothing outside can point at a row. A unique key without nulls does as well: it tells rows apart, and a table can be replicated by it (`REPLICA IDENTITY USING INDEX`).',
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
      else yield { entity: entity.address, message: `\`${entity.address}\` has no primary key, and its unique key ${describeLookUp(first)} may hold nulls, which are not equal to each other.`, hint: 'Make those columns required, or name a primary key.' };
    }
  },
});
