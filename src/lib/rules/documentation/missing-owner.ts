import { defineRule } from '../define-rule.ts';

export const missingOwner = defineRule({
  id: 'missing-owner',
  family: 'documentation',
  severity: 'note',
  statement: 'Every entity has an owner.',
  why: 'When something is wrong with the data, the first question is whom to ask. Without an owner the answer is whoever touched the code last.',
  mend: [
    "Name the team; a domain's owner counts for all entities of the domain:",
    "```ts\n// before\nexport const orders = table('orders', { columns });\n\n// after\nexport const orders = table('orders', { columns, owner: 'checkout' });\n```",
  ].join('\n\n'),
  summary: { message: '{count} of {entities} in {store} have no owner', hint: "Name the team: owner: '…' in a domain covers all of its entities." },
  *check({ catalog, index }) {
    for (const { address, owner, domain } of catalog.entities) {
      if (owner !== undefined || (domain !== undefined && index.domains.get(domain)?.owner !== undefined)) continue;
      yield { entity: address, message: `\`${address}\` has no owner.`, hint: "Name the team: owner: '…'." };
    }
  },
});
