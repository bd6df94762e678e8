import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { READERS, tryBytes, type ReaderName } from '../../scripts/fuzz/bytes.ts';
import { tryStructure } from '../../scripts/fuzz/structure.ts';
import structureCorpus from './corpus/structure.json' with { type: 'json' };

const BYTES = fileURLToPath(new URL('corpus/bytes', import.meta.url));

/** Seeds are fixed: the same inputs each time, on every machine. `npm run fuzz` tries others. */
const [FIRST, STRUCTURES, TEXTS] = [20_000_000, 150, 400];

describe('what fuzzing found once', () => {
  test.each(structureCorpus)('structure, seed $seed', ({ seed }) => {
    expect(tryStructure(seed)).toEqual([]);
  });

  test.each(readdirSync(BYTES).sort())('bytes, %s', (file) => {
    const reader = file.slice(0, file.indexOf('.')) as ReaderName;
    expect(READERS[reader](readFileSync(`${BYTES}/${file}`, 'utf8'))).toEqual([]);
  });
});

describe('a bounded number of inputs', () => {
  test('definitions and configurations with anything in the place of any option', () => {
    expect(Array.from({ length: STRUCTURES }, (_, index) => tryStructure(FIRST + index)).flat()).toEqual([]);
  });

  test('changed bytes of every file that is read', () => {
    expect(Array.from({ length: TEXTS }, (_, index) => tryBytes(FIRST + index)).flat()).toEqual([]);
  });
});
