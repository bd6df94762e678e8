import { type CatalogIndex } from '../../analysis/catalog-index.ts';
import { storeFacts } from '../../model/stores/index.ts';
import { didYouMean } from '../../model/suggest.ts';
import { defineRule } from '../define-rule.ts';

export const discriminatorValuesDiffer = defineRule({
  id: 'discriminator-values-differ',
  family: 'references',
  severity: 'error',
  statement: 'A pointer that is told apart by a field has a target for each value of that field, and for no other.',
  why: [
    '`resourceType` may be `activity`, `contract` or `invoice`, and `resourceId` says where it points for `activity` and `contract`. The first record of an invoice is one that nobody can follow.',
    'The other way round, a target for a value that never occurs is a reference that the pages show and no record has.',
  ].join('\n\n'),
  mend: [
    'Give each value a target, or take it out of the enum:',
    "```ts\n// before\nresourceType: z.enum(['activity', 'invoice']),\nresourceId: refByType('resourceType', { activity: 'postgresql.activities.ref_id' }),\n\n// after\nresourceId: refByType('resourceType', { activity: 'postgresql.activities.ref_id', invoice: 'postgresql.invoices.ref_id' }),\n```",
  ].join('\n\n'),
  *check({ catalog, index }) {
    for (const { from, target, location, allowsOtherValues } of catalog.references) {
      if (target.kind === 'field' || target.kind === 'objects' || target.discriminator.kind !== 'field') continue;
      const values = index.field(from.entity, target.discriminator.field)?.values;
      if (values === undefined) continue;
      const chosen = target.kind === 'oneOf' ? target.targets.flatMap(({ when }) => when ?? []) : tablesWith(target.store, target.field, index);
      const subject = `\`${from.entity}.${from.field}\``;
      const by = `\`${target.discriminator.field}\``;
      const pointless = allowsOtherValues === true ? [] : values.filter((value) => !chosen.includes(value));
      if (pointless.length > 0) {
        const hint = target.kind === 'oneOf' ? 'Give each value its target, or take it out of the enum.' : didYouMean(pointless[0] ?? '', chosen) || `Name ${storeFacts(target.store).entityWord[1]} as they are called: ${listed(chosen)}.`;
        yield { entity: from.entity, field: from.field, location, message: `${subject} is told apart by ${by}, and points nowhere when that is ${listed(pointless)}.`, hint };
      }
      const never = target.kind === 'oneOf' ? chosen.filter((value) => !values.includes(value)) : [];
      if (never.length > 0) {
        const hint = didYouMean(never[0] ?? '', values) || `It is one of ${listed(values)}.`;
        yield { entity: from.entity, field: from.field, location, message: `${subject} has a target for ${listed(never)}, and ${by} never is that.`, hint };
      }
    }
  },
});

/** What a discriminator calls the entities that can be meant: their names. */
function tablesWith(store: string, field: string, { catalog }: CatalogIndex): readonly string[] {
  return catalog.entities.filter((entity) => entity.store === store && entity.fields.some(({ path }) => path === field)).map(({ name }) => name);
}

const MOST_LISTED = 6;

function listed(values: readonly string[]): string {
  const some = values.slice(0, MOST_LISTED).map((value) => `\`${value}\``);
  return `${some.join(', ')}${values.length > MOST_LISTED ? ` and ${values.length - MOST_LISTED} more` : ''}`;
}
