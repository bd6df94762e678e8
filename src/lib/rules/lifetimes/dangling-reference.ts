import { FOREVER } from '../../analysis/lifetimes.ts';
import { possibleTargets } from '../../analysis/possible-targets.ts';
import type { Entity } from '../../model/entity.ts';
import type { Field } from '../../model/field.ts';
import { defineRule } from '../define-rule.ts';

export const danglingReference = defineRule({
  id: 'dangling-reference',
  family: 'lifetimes',
  severity: 'warning',
  statement: 'Nothing points at what may be gone already, unless its author has said that this is right.',
  why: [
    '`activity_streams` expire after 24 hours, and an activity keeps the id of its last stream forever. From the second day on, every reader of that field gets nothing, and each of them must expect it: the one who does not shows an error to a customer.',
    'A TTL is a lower bound: MongoDB deletes in the background, once a minute, and later under load. That a document was still there when you looked says nothing.',
  ].join('\n\n'),
  mend: [
    'Let the pointer go with its target, let the target live as long, or say why nothing needs to happen:',
    "```ts\n// before\nlastStreamId: ref('mongodb.activity_streams._id'),\n\n// after\nlastStreamId: ref('mongodb.activity_streams._id', { whenTargetGoes: nothing('Readers show the final text when the stream is gone.') }),\n```",
  ].join('\n\n'),
  *check({ catalog, index, lifetimes }) {
    for (const { id, from, target, enforcement, location } of catalog.references) {
      const verdict = lifetimes.get(id);
      if (verdict?.kind !== 'dangling' || verdict.accepted !== undefined) continue;
      const declared = enforcement.by === 'application' ? enforcement.whenTargetGoes?.action : undefined;
      // What is declared to happen is an answer. That it never happens is none where it does.
      if (declared !== undefined && declared !== 'never') continue;
      // A record that goes with its target, or with what its target goes with, a little late, has said so.
      const retention = index.entities.get(from.entity)?.retention;
      if (retention?.kind === 'withParent' && verdict.window !== FOREVER && possibleTargets(target, catalog).some(({ entity }) => entity === retention.parent || goesWith(index.entities.get(entity), retention.parent))) continue;
      yield { entity: from.entity, field: from.field, location, message: `\`${from.entity}.${from.field}\` can be left dangling: ${verdict.sentence}`, hint: declared === 'never' ? 'Change what the process deletes, or replace never(…): the two contradict each other.' : `Say what happens then: { whenTargetGoes: ${mayLack(index.field(from.entity, from.field)) ? 'nullifies() }, deletes(),' : 'deletes() },'} or nothing('why that is right').` };
    }
  },
});

function goesWith(entity: Entity | undefined, parent: string): boolean {
  return entity?.retention?.kind === 'withParent' && entity.retention.parent === parent;
}

function mayLack(field: Field | undefined): boolean {
  return field?.nullable === true || field?.optional === true;
}
