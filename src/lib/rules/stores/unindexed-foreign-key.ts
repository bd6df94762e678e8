import { lookUpsOf, writtenIndexes } from '../../analysis/look-ups.ts';
import { sourceFields } from '../../analysis/reference-targets.ts';
import { defineRule } from '../define-rule.ts';

export const unindexedForeignKey = defineRule({
  id: 'unindexed-foreign-key',
  family: 'stores',
  severity: 'warning',
  statement: 'The columns of a foreign key have an index.',
  why: [
    'PostgreSQL indexes what a foreign key points *at*, not the columns that point. Each `DELETE` of a user then reads the whole table of activities to see whether one was requested by him: it takes seconds and holds locks, and `ON DELETE` does that once for each table.',
    'A table that lists no index at all is left alone: its indexes are written down elsewhere.',
  ].join('\n\n'),
  mend: [
    'Add one:',
    "```ts\n// before\nindexes: [['tenant_id', 'created_at']],\n\n// after\nindexes: [['tenant_id', 'created_at'], ['requested_by']],\n```",
  ].join('\n\n'),
  suppress: 'When rows of the other table are never deleted and nobody asks which rows point at one of them.',
  *check({ catalog, index }) {
    for (const reference of catalog.references) {
      const entity = index.entities.get(reference.from.entity);
      if (reference.enforcement.by !== 'database' || entity === undefined || writtenIndexes(entity).length === 0) continue;
      const columns = sourceFields(reference).map(({ field }) => field);
      // In any order, as long as they come first.
      const isIndexed = lookUpsOf(entity).some(({ fields, index: written }) => (written?.where === undefined || isOnlyNotNull(written.where, columns)) && columns.every((column) => fields.slice(0, columns.length).includes(column)));
      if (isIndexed) continue;
      const { entity: address, field } = reference.from;
      yield { entity: address, field, message: `${columns.map((column) => `\`${column}\``).join(', ')} of \`${address}\` is a foreign key without an index: each delete of what it points at reads the whole table.`, hint: `Add [${columns.map((column) => `'${column}'`).join(', ')}] to the indexes.` };
    }
  },
});

/** An index of the rows that point at anything serves as well as one of all rows. */
function isOnlyNotNull(where: string, columns: readonly string[]): boolean {
  return columns.some((column) => where.trim().toLowerCase() === `${column} is not null`);
}
