import { defineRule } from '../define-rule.ts';

export const missingOwner = defineRule({
  id: 'missing-owner',
  family: 'documentation',
  severity: 'note',
  statement: 'Every entity has somebody who answers for it.',
  why: 'The question comes on the day on which something is wrong with the data: whom do I ask? Without an owner the answer is whoever touched the code last.',
  mend: [
    "Name the team; a domain's owner counts for all entities of the domain:",
    "```ts\n// before\nexport const orders = table('orders', { columns });\n\n// after\nexport const orders = table('orders', { columns, owner: 'checkout' });\n```",
  ].join('\n\n'),
  *check({ catalog, index }) {
    const ownerless = catalog.entities.filter(({ owner, domain }) => owner === undefined && (domain === undefined || index.domains.get(domain)?.owner === undefined));
    const [first] = ownerless;
    if (first === undefined) return;
    // A schema that names no owner at all has not begun to: one word is enough.
    if (ownerless.length === catalog.entities.length && ownerless.length > 1) {
      yield { system: true, location: first.location, message: `None of the ${ownerless.length} entities names an owner.`, hint: "Name the team that answers for each: owner: '…', or that of a domain." };
      return;
    }
    for (const { address } of ownerless) yield { entity: address, message: `Nobody is said to answer for \`${address}\`.`, hint: "Name the team: owner: '…'." };
  },
});
