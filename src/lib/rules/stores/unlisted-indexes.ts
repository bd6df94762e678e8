import { writtenIndexes } from '../../analysis/look-ups.ts';
import { isTenantField } from '../../analysis/tenant-scopes.ts';
import type { Entity } from '../../model/entity.ts';
import { defineRule } from '../define-rule.ts';

export const unlistedIndexes = defineRule({
  id: 'unlisted-indexes',
  family: 'stores',
  severity: 'note',
  statement: 'Where entities of a store list their indexes, each that is looked up lists its own.',
  why: [
    'Rules about indexes leave an entity alone that lists none: it is taken to have them written down elsewhere. In a store whose other entities do list theirs that silence is more often a gap, and hides that a pointer, or a tenant, is looked up by reading everything.',
    'A store of which no entity lists an index is left alone.',
  ].join('\n\n'),
  mend: [
    'List them:',
    "```ts\n// before\nexport const logs = collection('logs', { document });\n\n// after\nexport const logs = collection('logs', { document, indexes: [index({ tenantId: 1, createdAt: -1 })] });\n```",
  ].join('\n\n'),
  suppress: 'When there are none on purpose: the collection holds a few dozen records.',
  *check({ catalog, index }) {
    const listing = new Set(catalog.entities.filter((entity) => writtenIndexes(entity).length > 0).map(({ store }) => store));
    const isLookedUp = (entity: Entity): boolean => entity.tenancy?.kind === 'perTenant' || index.referencesOut(entity).some(({ from, target }) => target.kind !== 'objects' && !isTenantField(entity.tenancy, from.field));
    for (const entity of catalog.entities) {
      if (entity.kind === 'objects' || !listing.has(entity.store) || writtenIndexes(entity).length > 0 || !isLookedUp(entity)) continue;
      yield { entity: entity.address, message: `\`${entity.address}\` lists no index, and others in \`${entity.store}\` do: whether it can be found by its tenant or its pointers is not checked.`, hint: 'List its indexes: indexes: [ … ].' };
    }
  },
});
