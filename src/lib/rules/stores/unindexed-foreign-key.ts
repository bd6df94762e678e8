import { listsIndexes, lookUpsOf } from '../../analysis/look-ups.ts';
import { sourceFields } from '../../analysis/reference-targets.ts';
import { isOnlyNotNull } from '../../model/sql-condition.ts';
import { defineRule } from '../define-rule.ts';

export const unindexedForeignKey = defineRule({
  id: 'unindexed-foreign-key',
  family: 'stores',
  severity: 'warning',
  statement: 'The columns of a foreign key have an index.',
  why: [
    'PostgreSQL indexes what a foreign key points *at*, not the columns that point. Each `DELETE` of a user then may read the whole table of activities to see whether one was requested by him: it takes seconds and holds locks, and `ON DELETE` does that once for each table.',
    'If some tables list their indexes, a table without `indexes` is taken to have none besides its keys. If no table lists any, nothing is checked: the indexes may be defined elsewhere.',
  ].join('\n\n'),
  mend: [
    'Add one:',
    "```ts\n// before\nindexes: [['tenant_id', 'created_at']],\n\n// after\nindexes: [['tenant_id', 'created_at'], ['requested_by']],\n```",
  ].join('\n\n'),
  suppress: 'When the table is small, or when rows of the other table are never deleted and nothing looks up the rows that reference one of them.',
  *check({ catalog, index }) {
    const isListed = catalog.entities.some((entity) => entity.kind === 'table' && listsIndexes(entity));
    for (const reference of catalog.references) {
      const entity = index.entities.get(reference.from.entity);
      if (reference.enforcement.by !== 'database' || entity === undefined || !isListed) continue;
      const columns = sourceFields(reference).map(({ field }) => field);
      // The rule `no-index-by-tenant` reports it.
      if (columns.length === 1 && listsIndexes(entity) && entity.tenancy?.kind === 'perTenant' && entity.tenancy.field === columns[0] && !lookUpsOf(entity).some(({ fields }) => fields[0] === columns[0])) continue;
      // In any order, as long as they come first.
      const isIndexed = lookUpsOf(entity).some(({ fields, index: written }) => (written?.method === undefined || written.method === 'hash') && (written?.where === undefined || isOnlyNotNull(written.where, columns)) && columns.every((column) => fields.slice(0, columns.length).includes(column)));
      if (isIndexed) continue;
      const { entity: address, field } = reference.from;
      yield { entity: address, field, message: `${columns.map((column) => `\`${column}\``).join(', ')} of \`${address}\` is a foreign key without ${listsIndexes(entity) ? 'an index' : 'a listed index'}: ${listsIndexes(entity) ? '' : 'without one, '}each delete of a referenced row may read the whole table.`, hint: `Add [${columns.map((column) => `'${column}'`).join(', ')}] to the indexes.` };
    }
  },
});
