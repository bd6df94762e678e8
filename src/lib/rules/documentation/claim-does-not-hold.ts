import { defineRule } from '../define-rule.ts';

export const claimDoesNotHold = defineRule({
  id: 'claim-does-not-hold',
  family: 'documentation',
  severity: 'error',
  statement: 'Every claim about the system holds.',
  why: [
    'A sentence about the whole system is what people remember of it, and what they build on: "collections do not reference each other directly". The day somebody adds a field that does, everybody goes on believing it.',
    'A claim is bound to a check, so that it is either true or a finding.',
  ].join('\n\n'),
  mend: [
    'Mend the definition that contradicts the claim. When the definition is right, the claim has an exception: name it, with its reason.',
    '```ts\n// before\nholds: noReferences({ from: \'mongodb\', to: \'mongodb\' }),\n\n// after\nholds: noReferences({\n  from: \'mongodb\',\n  to: \'mongodb\',\n  except: [{ address: \'mongodb.carts.orderId\', reason: \'The order is deleted with its cart.\' }],\n}),\n```',
    'When it has become untrue altogether, take it out.',
  ].join('\n\n'),
  suppress: 'Hardly ever: an exception under `except` says which address does not fit, and why.',
  *check({ claims }) {
    for (const { claim, counterexamples } of claims.filter((verdict) => !verdict.holds)) {
      const unexplained = counterexamples.filter((one) => one.reason === undefined);
      const [first] = unexplained;
      const others = unexplained.length > 1 ? `, and ${unexplained.length - 1} more` : '';
      yield {
        claim: claim.sentence,
        message: `The claim “${claim.sentence}” does not hold${first === undefined ? '' : `: \`${first.address}\` ${first.why}${others}`}.`,
        hint: 'Mend the definition, or name the address under `except` with the reason why it does not fit.',
      };
    }
  },
});
