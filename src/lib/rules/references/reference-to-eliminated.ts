import { targetEntities } from '../../analysis/reference-targets.ts';
import { defineRule } from '../define-rule.ts';

export const referenceToEliminated = defineRule({
  id: 'reference-to-eliminated',
  family: 'references',
  severity: 'error',
  statement: 'Nothing points at what was eliminated.',
  why: 'A tombstone says that an entity is gone. A pointer at it can only hold ids of documents that are not there, and everybody who follows it finds nothing.',
  mend: [
    'Point at what took its place:',
    "```ts\n// before\npdf: ref('mongodb.contract_pdfs._id'),\n\n// after\npdf: objectKey('s3.contracts'),\n```",
  ].join('\n\n'),
  *check({ catalog, index }) {
    for (const { from, target, location } of catalog.references) {
      for (const address of targetEntities(target)) {
        const tombstone = index.tombstones.get(address);
        if (tombstone === undefined) continue;
        const hint = tombstone.replacedBy === undefined ? 'Point at a living entity, or take the pointer out.' : `It was replaced by \`${tombstone.replacedBy}\`.`;
        yield { entity: from.entity, field: from.field, location, message: `\`${from.entity}.${from.field}\` points at \`${address}\`, which was eliminated.`, hint };
      }
    }
  },
});
