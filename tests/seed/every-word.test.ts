import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import * as dsl from '../../src/lib/dsl/index.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const FILES = ['schema/**/*.ts', 'tests/fixtures/kitchen-sink/schema/**/*.ts', 'tests/fixtures/kitchen-sink/polyref.config.ts'];

test('every word of the schema language is used in a schema that other tests read', () => {
  const source = FILES.flatMap((files) => globSync(files, { cwd: ROOT })).map((file) => readFileSync(`${ROOT}/${file}`, 'utf8')).join('\n');
  // `stable` is what nobody needs to say.
  const unused = Object.keys(dsl).filter((word) => word !== 'stable' && !new RegExp(`(?<!import [^;]*)\\b${word}\\b[(),]`).test(source));
  expect(unused).toEqual([]);
});
