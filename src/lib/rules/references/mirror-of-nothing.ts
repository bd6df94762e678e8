import { possibleTargets } from '../../analysis/possible-targets.ts';
import { defineRule } from '../define-rule.ts';

export const mirrorOfNothing = defineRule({
  id: 'mirror-of-nothing',
  family: 'references',
  severity: 'error',
  statement: 'A pointer that repeats another one repeats a pointer that leads back.',
  why: '`mirrorOf` tells readers, and repair jobs, where to look when two pointers disagree. If the field that it names points somewhere else, or is no pointer, the authority says nothing of this fact.',
  mend: [
    'Name the field on the other side that points back here:',
    "```ts\n// before\noutput_ref: ref('mongodb.activity_outputs._id', { mirrorOf: 'mongodb.activity_outputs.title' }),\n\n// after\noutput_ref: ref('mongodb.activity_outputs._id', { mirrorOf: 'mongodb.activity_outputs.activityId' }),\n```",
  ].join('\n\n'),
  *check({ catalog, index }) {
    for (const { from, target, mirrorOf, location } of catalog.references) {
      if (mirrorOf === undefined) continue;
      const back = possibleTargets(target, catalog).flatMap(({ entity }) => index.entities.get(entity) ?? []).flatMap((entity) => index.referencesOut(entity));
      const leadsBack = back.filter((other) => possibleTargets(other.target, catalog).some(({ entity }) => entity === from.entity)).map((other) => `${other.from.entity}.${other.from.field}`);
      if (leadsBack.includes(mirrorOf)) continue;
      const hint = leadsBack.length === 0 ? 'Take `mirrorOf` out, or make that field a reference.' : `What points back is ${leadsBack.map((address) => `\`${address}\``).join(', ')}.`;
      yield { entity: from.entity, field: from.field, location, message: `\`${from.entity}.${from.field}\` is said to repeat \`${mirrorOf}\`, which does not point back at \`${from.entity}\`.`, hint };
    }
  },
});
