import { targetEntities } from '../../analysis/reference-targets.ts';
import { ended } from '../../model/ended.ts';
import { defineRule } from '../define-rule.ts';

export const referenceToDeprecated = defineRule({
  id: 'reference-to-deprecated',
  family: 'references',
  severity: 'warning',
  statement: 'Nothing that is in use points at what is not to be used any more.',
  why: 'A deprecated entity is to go one day. Each pointer at it is a reason why it cannot, and new code copies the pointers that it finds.',
  mend: [
    'Point at what has come instead; where that must wait, say until when:',
    "```ts\n// before\neventId: ref('mongodb.old_events._id'),\n\n// after\neventId: ref('mongodb.events._id'),\n```",
  ].join('\n\n'),
  suppress: 'While the move is under way: with the date by which it is done, or the issue that does it.',
  *check({ catalog, index }) {
    for (const reference of catalog.references) {
      if (index.entities.get(reference.from.entity)?.status.kind === 'deprecated' || reference.target.kind === 'any') continue;
      for (const address of targetEntities(reference.target)) {
        const status = index.entities.get(address)?.status;
        if (status?.kind !== 'deprecated') continue;
        const { entity, field } = reference.from;
        const hint = status.useInstead === undefined ? 'Point at what took its place.' : `Use \`${status.useInstead}\` instead.`;
        yield { entity, field, location: reference.location, message: `\`${entity}.${field}\` points at \`${address}\`, which is deprecated: ${ended(status.reason)}`, hint };
      }
    }
  },
});
