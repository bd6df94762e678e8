import { listsIndexes, lookUpsOf, servesQueries } from '../../analysis/look-ups.ts';
import { defineRule } from '../define-rule.ts';

export const noIndexByTenant = defineRule({
  id: 'no-index-by-tenant',
  family: 'tenancy',
  severity: 'warning',
  statement: 'Records of one tenant can be found without reading those of all others.',
  why: [
    'Every query of a product that has tenants begins with the tenant. Without an index that begins with it each of them reads the whole collection, and the largest customer makes it slow for all.',
    'An entity without `indexes` is not checked: its indexes may be defined elsewhere. `indexes: []` says that there are none.',
  ].join('\n\n'),
  mend: [
    'Let an index begin with the tenant:',
    '```ts\n// before\nindexes: [index({ createdAt: -1 })],\n\n// after\nindexes: [index({ tenantId: 1, createdAt: -1 })],\n```',
  ].join('\n\n'),
  *check({ catalog }) {
    for (const entity of catalog.entities) {
      const { tenancy } = entity;
      if (tenancy?.kind !== 'perTenant' || entity.kind === 'objects' || !listsIndexes(entity)) continue;
      if (lookUpsOf(entity).some((lookUp) => servesQueries(lookUp) && lookUp.fields[0] === tenancy.field)) continue;
      yield { entity: entity.address, message: `No index of \`${entity.address}\` begins with its tenant, \`${tenancy.field}\`: to find what one tenant has, all records are read.`, hint: entity.kind === 'collection' ? `Add index({ ${tenancy.field}: 1, … }).` : `Add ['${tenancy.field}', …] to the indexes.` };
    }
  },
});
