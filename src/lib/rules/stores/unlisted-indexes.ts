import { listsIndexes } from '../../analysis/look-ups.ts';
import { isTenantField } from '../../analysis/tenant-scopes.ts';
import type { Entity } from '../../model/entity.ts';
import { defineRule } from '../define-rule.ts';

export const unlistedIndexes = defineRule({
  id: 'unlisted-indexes',
  family: 'stores',
  severity: 'note',
  statement: 'Where entities of a store list their indexes, each that is looked up lists its own.',
  why: [
    'Rules about indexes do not look at an entity that leaves `indexes` out: it is taken to have them written down elsewhere. In a store whose other entities do list theirs that silence is more often a gap, and hides that a pointer, or a tenant, is looked up by reading everything.',
    '`indexes: []` says that there are none. A store of which no entity lists its indexes is not looked at.',
  ].join('\n\n'),
  mend: [
    'List them:',
    "```ts\n// before\nexport const logs = collection('logs', { document });\n\n// after\nexport const logs = collection('logs', { document, indexes: [index({ tenantId: 1, createdAt: -1 })] });\n```",
  ].join('\n\n'),
    *check({ catalog, index }) {
    const listing = new Set(catalog.entities.filter(listsIndexes).map(({ store }) => store));
    const isLookedUp = (entity: Entity): boolean => entity.tenancy?.kind === 'perTenant' || index.referencesOut(entity).some(({ from, target, enforcement }) => enforcement.by === 'application' && target.kind !== 'objects' && !isTenantField(entity.tenancy, from.field));
    for (const entity of catalog.entities) {
      if (entity.kind === 'objects' || !listing.has(entity.store) || listsIndexes(entity) || !isLookedUp(entity)) continue;
      yield { entity: entity.address, message: `\`${entity.address}\` does not list its indexes, and others in \`${entity.store}\` do: whether it can be found by its tenant or its pointers is not checked.`, hint: 'List them: indexes: [ … ], or indexes: [] when there are none.' };
    }
  },
});
