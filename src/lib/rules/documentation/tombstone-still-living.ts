import { defineRule } from '../define-rule.ts';

export const tombstoneStillLiving = defineRule({
  id: 'tombstone-still-living',
  family: 'documentation',
  severity: 'error',
  statement: 'What was eliminated is not defined as if it lived.',
  why: '`contract_pdfs` is "eliminated" in one table of the page, and stands in the next two with its tenant field and its lifetime, like every living collection. Is it there? Somebody writes code against it, somebody else a clean-up for it, and the auditors ask for its documents.',
  mend: [
    'Leave the tombstone, which readers still find, and take the definition out:',
    "```ts\n// before\nexport const contractPdfs = collection('contract_pdfs', { document });\nexport const gone = eliminated('mongodb.contract_pdfs', { reason: 'S3 keeps them.' });\n\n// after\nexport const contractPdfs = eliminated('mongodb.contract_pdfs', { reason: 'S3 keeps them.', replacedBy: 's3.contracts' });\n```",
  ].join('\n\n'),
  *check({ catalog, index }) {
    for (const { address, location } of catalog.tombstones) {
      const living = index.entities.get(address);
      if (living === undefined) continue;
      yield { entity: address, message: `\`${address}\` is eliminated (${location.file}:${location.line}), and defined all the same: with its fields, as if it were still there.`, hint: 'Take the definition out; the tombstone keeps its name findable. If it lives after all, take the tombstone out.' };
    }
  },
});
