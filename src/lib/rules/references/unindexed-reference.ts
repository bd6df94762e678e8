import { listsIndexes, lookUpsOf, servesQueries } from '../../analysis/look-ups.ts';
import { isTenantField } from '../../analysis/tenant-scopes.ts';
import { defineRule } from '../define-rule.ts';

export const unindexedReference = defineRule({
  id: 'unindexed-reference',
  family: 'references',
  severity: 'warning',
  statement: 'What points at a record can be found from that record.',
  why: [
    '"Who points at `activities.ref_id`?" is asked whenever an activity is deleted, and by every screen that shows an activity with its outputs. Without an index on the pointing field each such question reads the whole collection.',
    'An entity without `indexes` is not checked: its indexes may be defined elsewhere. `indexes: []` says that there are none.',
  ].join('\n\n'),
  mend: [
    'An index that begins with the pointer, or with the tenant and then the pointer:',
    '```ts\n// before\nindexes: [index({ tenantId: 1, createdAt: -1 })],\n\n// after\nindexes: [index({ tenantId: 1, createdAt: -1 }), index({ activityId: 1 })],\n```',
  ].join('\n\n'),
  suppress: 'For a pointer that is only ever followed forwards, from a collection that is small or written far more often than it is read.',
  *check({ catalog, index }) {
    for (const reference of catalog.references) {
      const entity = index.entities.get(reference.from.entity);
      if (entity === undefined || entity.kind === 'objects' || reference.target.kind === 'objects' || !listsIndexes(entity)) continue;
      // No index reaches into an object whose names are anything.
      if (/\{(?:key)?\}/.test(reference.from.field)) continue;
      // Foreign keys that the database enforces have a rule of their own.
      if (reference.enforcement.by === 'database' || isTenantField(entity.tenancy, reference.from.field)) continue;
      const before = [entity.tenancy !== undefined && 'field' in entity.tenancy ? entity.tenancy.field : '', 'discriminator' in reference.target && reference.target.discriminator.kind === 'field' ? reference.target.discriminator.field : ''];
      if (lookUpsOf(entity).some((lookUp) => servesQueries(lookUp) && lookUp.fields.find((field) => !before.includes(field)) === reference.from.field)) continue;
      const { entity: address, field } = reference.from;
      yield { entity: address, field, message: `Records of \`${address}\` cannot be found by \`${field}\` without reading all of them: no index begins with it.`, hint: entity.kind === 'collection' ? `Add index({ ${/^\w+$/.test(field) ? field : `'${field.replaceAll('[]', '')}'`}: 1 }).` : `Add ['${field}'] to the indexes.` };
    }
  },
});
