import { tenancyOf } from '../../analysis/declared.ts';
import { defineRule } from '../define-rule.ts';

export const missingTenancy = defineRule({
  id: 'missing-tenancy',
  family: 'tenancy',
  severity: 'warning',
  statement: 'Every entity of a system with tenants declares which tenant its records belong to.',
  why: "An export for one customer, or the erasure of one, must know of each collection which of its records are that customer's. Where nobody has said, somebody decides from the names of fields, in a hurry.",
  mend: [
    'Say it; that records belong to nobody is an answer, with its reason:',
    "```ts\n// before\nexport const rates = collection('exchange_rates', { document });\n\n// after\nexport const rates = collection('exchange_rates', { document, tenancy: shared('Rates of the day are the same for everybody.') });\n```",
  ].join('\n\n'),
  summary: { message: '{count} of {entities} in {store} have no tenancy' },
  *check({ catalog }) {
    if (tenancyOf(catalog) !== 'declared') return;
    for (const { address, tenancy } of catalog.entities) {
      if (tenancy !== undefined) continue;
      yield { entity: address, message: `\`${address}\` has no tenancy.`, hint: "Write tenancy: perTenant('…'), viaParent('…'), tenantItself('…') or shared('why')." };
    }
  },
});
