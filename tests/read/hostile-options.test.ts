import { expect, test } from 'vitest';
import * as dsl from '../../src/lib/dsl/index.ts';
import { hostileValue } from '../../scripts/fuzz/hostile-values.ts';
import { createRandom } from '../../scripts/fuzz/random.ts';
import { loadFixture, said } from './read-fixture.ts';

test('anything at all in the place of an option is a mistake with its place', async () => {
  const { findings, drafts } = await loadFixture('hostile');
  await expect(`${said(findings).join('\n')}\n`).toMatchFileSnapshot('expected/hostile-options.txt');
  expect(structuredClone(drafts)).toEqual(drafts);
  // What is right about a file is used all the same.
  expect(drafts.entities.map(({ name, fields }) => `${name} ${fields.length}`)).toEqual([
    'orders 1', 'proxied 0', 'numbered 0', 'odd 1', 'broken 2', 'likeness 0', 'fields 17', 'options 2', 'constraints 2', 'files 0',
  ]);
});

test('no word throws, whatever it is given: a mistake would hide the rest of the file', () => {
  const random = createRandom(7);
  for (const [name, word] of Object.entries(dsl)) {
    if (typeof word !== 'function') continue;
    for (let round = 0; round < 30; round += 1) {
      const given = Array.from({ length: random.below(5) }, () => hostileValue(random));
      expect(() => (word as (...given: readonly unknown[]) => unknown)(...given), name).not.toThrow();
    }
  }
});
