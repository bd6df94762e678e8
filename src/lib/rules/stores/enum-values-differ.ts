import { defineRule } from '../define-rule.ts';

export const enumValuesDiffer = defineRule({
  id: 'enum-values-differ',
  family: 'stores',
  severity: 'warning',
  statement: 'Two fields that mean the same may have the same values.',
  why: '`post_status` knows `withdrawn` in one table and `archived` in the other. A report over both counts one kind twice and misses the other, and a status that is copied from the document to the row is refused, on the first day on which somebody withdraws something.',
  mend: [
    'Give both the same list, from one place:',
    "```ts\n// before\nstatus: z.enum(['draft', 'published', 'archived']),\n\n// after\nstatus: pgEnum('post_status', ['draft', 'published', 'withdrawn']),\n```",
  ].join('\n\n'),
  suppress: 'When the two are different things that happen to have the same name.',
  options: { alike: { default: 0.75, description: 'The share of values that two fields of one name must have in common to be taken for the same, from 0 to 1.' } },
  *check({ catalog, options }) {
    const enums = catalog.entities.flatMap((entity) => entity.fields.flatMap((field) => (field.values === undefined || field.values.length < 2 ? [] : [{ entity, field, values: field.values }])));
    const byName = Map.groupBy(enums, ({ field }) => plain(field.name));
    for (const [first, second] of pairs([...byName.values()].map(oneOfEachList))) {
      const isOneType = first.entity.store === second.entity.store && first.field.type === second.field.type && !PLAIN_TYPES.has(first.field.type);
      const shared = first.values.filter((value) => second.values.includes(value));
      const all = new Set([...first.values, ...second.values]).size;
      if (shared.length === all || (!isOneType && shared.length < all * options.alike)) continue;
      const only = [...first.values.filter((value) => !shared.includes(value)).map((value) => `\`${value}\` only in the first`), ...second.values.filter((value) => !shared.includes(value)).map((value) => `\`${value}\` only in the second`)];
      yield { entity: second.entity.address, field: second.field.path, message: `\`${first.entity.address}.${first.field.path}\` and \`${second.entity.address}.${second.field.path}\` seem to mean the same, and differ in their values: ${only.join(', ')}.`, hint: 'Give both the same values, or names that tell them apart.' };
    }
  },
});

/** Types that say nothing of the values. */
const PLAIN_TYPES = new Set(['text', 'string', 'integer', 'int', 'number', 'double', 'string[]', 'text[]']);

/** Of fields with equal values the first stands for all. */
function oneOfEachList<Item extends { readonly values: readonly string[] }>(items: readonly Item[]): readonly Item[] {
  return [...Map.groupBy(items, ({ values }) => JSON.stringify([...values].sort())).values()].flatMap(([first]) => first ?? []);
}

function* pairs<Item>(groups: Iterable<readonly Item[]>): Iterable<readonly [Item, Item]> {
  for (const group of groups) for (const [at, first] of group.entries()) for (const second of group.slice(at + 1)) yield [first, second];
}

function plain(name: string): string {
  return name.replaceAll('_', '').toLowerCase();
}
