import { locationOf } from '../../analysis/index-faults/index-fault.ts';
import { refusedInFilter } from '../../model/partial-filter.ts';
import { defineRule } from '../define-rule.ts';

export const illegalPartialFilter = defineRule({
  id: 'illegal-partial-filter',
  family: 'lifetimes',
  severity: 'error',
  statement: 'The condition of a partial index is one that MongoDB takes.',
  why: [
    'MongoDB takes equality, `$exists: true`, `$gt`, `$gte`, `$lt`, `$lte`, `$type`, `$and`, `$or`, `$in`, `$geoWithin` and `$geoIntersects` in `partialFilterExpression` (the last four since MongoDB 6.0), and refuses everything else: `$ne`, `$not`, `$nin`, `$exists: false`, `$regex`. The creation fails, often in a start-up script whose error nobody reads.',
    'In one system the purge of old sessions had never run for this reason: the TTL index had been refused on the first day.',
  ].join('\n\n'),
  mend: [
    'Say what the field is, not what it is not:',
    "```ts\n// before\nindex({ closedAt: 1 }, { where: { status: { $ne: 'open' } } }),\n\n// after\nindex({ closedAt: 1 }, { where: { status: 'closed' } }),\n```",
  ].join('\n\n'),
  *check({ catalog }) {
    for (const entity of catalog.entities) {
      if (entity.kind !== 'collection') continue;
      for (const index of entity.indexes) {
        const { keys, where = '', ttl } = index;
        const illegal = refusedInFilter(where);
        if (illegal === undefined) continue;
        const fields = keys.map(({ on }) => `\`${on}\``).join(', ');
        yield { entity: entity.address, ...locationOf(index), message: `MongoDB refuses \`${illegal}\` in the condition of a partial index: that of \`${entity.address}\` on ${fields} does not exist${ttl === undefined ? '' : ', and nothing expires'}.`, hint: 'Say what the field is, not what it is not: equality, $exists: true, $gt, $gte, $lt, $lte, $type, $and, $or, $in.' };
      }
    }
  },
});
