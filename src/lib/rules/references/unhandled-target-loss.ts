import { silentReferences } from '../../analysis/application-references.ts';
import { defineRule } from '../define-rule.ts';

export const unhandledTargetLoss = defineRule({
  id: 'unhandled-target-loss',
  family: 'references',
  severity: 'note',
  statement: 'A reference that the application keeps says what happens when its target goes.',
  why: [
    'Somebody deletes an activity. The outputs that point at it stay: are they to be deleted, too, or is it right that they outlive it? A foreign key must answer with `ON DELETE`; here nobody has to, so nobody does, and each service finds its own answer.',
    'This is how a bucket came to hold 1,404 files, of 25,709, that no record owned any more.',
  ].join('\n\n'),
  mend: [
    'Say it, and say why where nothing happens:',
    "```ts\n// before\nactivityId: ref('postgresql.activities.ref_id'),\n\n// after\nactivityId: ref('postgresql.activities.ref_id', { whenTargetGoes: deletes({ within: '1 day' }) }),\n```",
    "`nullifies()`, `nothing('why that is right')` and `never('what makes sure of it')` are the other answers.",
  ].join('\n\n'),
  *check({ index }) {
    const silent = silentReferences(index, ({ whenTargetGoes }) => whenTargetGoes !== undefined);
    const hint = "Say it: { whenTargetGoes: deletes() }, nullifies(), nothing('…') or never('…').";
    if (silent.kind === 'all') {
      yield { system: true, location: silent.first.location, message: `None of the ${silent.count} references that the application keeps says what happens when its target goes.`, hint };
      return;
    }
    for (const { entity, fields } of silent.entities) {
      yield { entity: entity.address, message: `\`${entity.address}\` does not say what becomes of its records when that goes at which ${fields.join(', ')} ${fields.length === 1 ? 'points' : 'point'}.`, hint };
    }
  },
});
