import { defineRule } from '../define-rule.ts';

export const isolatedEntity = defineRule({
  id: 'isolated-entity',
  family: 'references',
  severity: 'note',
  statement: 'Every entity is tied to another, or says why it is not.',
  why: 'A collection that nothing points at and that points at nothing is either forgotten or its pointers are. Both happen, and both look the same from outside: the picture shows a box without a line.',
  mend: [
    'Declare the references that it has; where it stands alone on purpose, say why:',
    "```ts\n// before\nexport const rates = collection('exchange_rates', { document });\n\n// after\nexport const rates = collection('exchange_rates', { document, referencesNothing: 'Rates of the day, the same for everybody; looked up by date.' });\n```",
  ].join('\n\n'),
  summary: { message: '{count} of {entities} in {store} neither reference another entity nor are referenced' },
  *check({ catalog }) {
    for (const entity of catalog.entities) {
      if (entity.referencesIn.length > 0 || entity.referencesOut.length > 0 || entity.referencesNothing !== undefined) continue;
      yield { entity: entity.address, message: `\`${entity.address}\` references no other entity, and none references it.`, hint: "Declare its references, or say why it has none: referencesNothing: '…'." };
    }
  },
});
