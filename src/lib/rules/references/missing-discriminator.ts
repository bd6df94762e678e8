import { storeFacts } from '../../model/stores/index.ts';
import { defineRule } from '../define-rule.ts';

export const missingDiscriminator = defineRule({
  id: 'missing-discriminator',
  family: 'references',
  severity: 'error',
  statement: 'A field that may point at any entity of a store says by which field one tells which.',
  why: [
    '`audit_logs.resourceId` holds a `ref_id` "of any table". With 40 tables a reader has to ask all of them, one after the other, and takes the first that answers. Nobody can join it, no clean-up can follow it, and a report by kind of record cannot be written.',
    'The name of the table is known when the record is written, and never again.',
  ].join('\n\n'),
  mend: [
    'Keep it beside the pointer, and name that field:',
    "```ts\n// before\nresourceId: refToAny('postgresql', { field: 'ref_id' }),\n\n// after\nresourceType: z.enum(['activities', 'contracts', 'strategies']),\nresourceId: refToAny('postgresql', { field: 'ref_id', discriminator: 'resourceType' }),\n```",
    "Where few kinds are possible, `refByType` says which value means which target. Where really nothing tells them apart, give the reason: `{ undiscriminated: '…' }`.",
  ].join('\n\n'),
  *check({ catalog }) {
    for (const { from, target, location } of catalog.references) {
      if (target.kind !== 'any' || target.discriminator.kind !== 'none' || target.discriminator.reason !== undefined) continue;
      const [, many] = storeFacts(target.store).entityWord;
      yield {
        entity: from.entity,
        field: from.field,
        location,
        message: `\`${from.entity}.${from.field}\` may point at the \`${target.field}\` of any of the ${many} in \`${target.store}\`, and no field says which of them is meant.`,
        hint: "Name the field that does, { discriminator: '…' }, or give the reason why none does, { undiscriminated: '…' }.",
      };
    }
  },
});
