import * as z from 'zod';
import { expect, test } from 'vitest';
import { bigint, collection, index, objectId, table, text, unique } from '../../src/lib/dsl/index.ts';
import { renderPages } from '../../src/lib/emit/render-pages.ts';
import { catalogFrom } from '../rules/catalog-from.ts';

type Definition = ReturnType<typeof collection> | ReturnType<typeof table>;

const sectionOf = (definition: Definition, title: string) => {
  const page = [...renderPages(catalogFrom(definition))].find(([path]) => path.endsWith(`/${definition.name}.mdx`))?.[1] ?? '';
  return page.split(/^## /m).find((section) => section.startsWith(`${title}\n`))?.slice(title.length).trim();
};
const docs = (options: object) => collection('docs', { document: z.object({ _id: objectId(), at: z.date() }), ...options });
const rows = (options: object) => table('rows', { columns: z.object({ id: bigint(), slug: text().nullable() }), ...options });

test.each([
  ['nothing is said', docs({}), undefined],
  ['a collection without', docs({ indexes: [] }), 'None besides the one on `_id`.'],
  ['a time series without', docs({ indexes: [], timeSeries: { timeField: 'at' } }), 'None besides those that MongoDB creates for a time series.'],
  ['a table without', rows({ indexes: [], primaryKey: ['id'] }), 'None besides those of its keys.'],
  ['a table without, and without a key', rows({ indexes: [] }), 'None.'],
] as const)('%s', (_, definition, text) => {
  expect(sectionOf(definition, 'Indexes')).toBe(text);
});

test('a unique key says whether nulls are distinct', () => {
  const both = rows({ primaryKey: ['id'], unique: [unique(['id', 'slug'], { nullsNotDistinct: true })], indexes: [index(['slug'], { unique: true, nullsNotDistinct: true })] });
  expect(sectionOf(both, 'Indexes')).toContain('| unique, nulls not distinct |');
  expect(sectionOf(both, 'Constraints')).toContain('| unique, nulls not distinct |');
});
