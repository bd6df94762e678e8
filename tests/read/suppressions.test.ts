import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { loadSchema } from '../../src/lib/read/load-schema.ts';
import { entityOf } from './read-fixture.ts';

test('a suppression is read with its own place', async () => {
  const loaded = await loadSchema(fileURLToPath(new URL('../fixtures/kitchen-sink/schema', import.meta.url)));
  expect(loaded.findings).toEqual([]);
  const file = 'schema/mongodb/menu-items.ts';
  expect(entityOf(loaded, 'menu.items').suppressions).toEqual([
    { rule: 'missing-retention', reason: 'It goes with the *old* kitchen.', until: '2099-12-31', issue: 'https://example.com/kitchen/issues/7', location: { file, line: 17, column: 5 } },
    { rule: 'missing-description', at: 'sku', reason: 'Everybody knows what it is.', location: { file, line: 18, column: 5 } },
  ]);
});
