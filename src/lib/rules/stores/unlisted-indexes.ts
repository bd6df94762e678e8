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
    'Most rules about indexes do not check an entity without `indexes`: they may be defined elsewhere. In a store whose other entities list theirs, it is more often a gap, and it hides that finding records by a reference or a tenant reads the whole collection or table.',
    '`indexes: []` says that there are none. A store in which no entity lists its indexes is not checked.',
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
      yield { entity: entity.address, message: `\`${entity.address}\` does not list its indexes, and others in \`${entity.store}\` do: whether it has one for its tenant or its references is not checked.`, hint: 'List them: indexes: [ … ], or indexes: [] if there are none.' };
    }
  },
});
