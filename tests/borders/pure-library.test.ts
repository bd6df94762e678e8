import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const library = fileURLToPath(new URL('../../src/lib/', import.meta.url));

/** Imports cannot show these: they are there without one. */
const FORBIDDEN = /\bconsole\.|\bprocess\.(?:cwd|env|argv|stdout|stderr|stdin)\b|\.localeCompare\(|\bMath\.random\(/;
/**
 * Only these ask for the time: reading, where a default that is the present moment is recognised by it and shown as `now()`, and
 * the scratch folders, of which one that is a day old is no longer in use.
 */
const CLOCK = /\bDate\.now\(|\bnew Date\(\)/;
/** Takes the streams away from the code of a team. */
const WITH_STREAMS = /^read\/sandbox\/guard-process\.ts$/;
const WITH_CLOCK = /^(?:read\/|disk\/scratch-mark\.ts$)/;

test('the library prints nothing, reads no environment, clock or chance, and sorts the same everywhere', async () => {
  const files = (await readdir(library, { recursive: true })).filter((path) => path.endsWith('.ts'));
  expect(files.length).toBeGreaterThan(50);
  const found: string[] = [];
  for (const path of files) {
    const lines = (await readFile(join(library, path), 'utf8')).split('\n');
    lines.forEach((line, at) => {
      if (((FORBIDDEN.test(line) && !WITH_STREAMS.test(path.replaceAll('\\', '/'))) || (CLOCK.test(line) && !WITH_CLOCK.test(path.replaceAll('\\', '/')))) && !/^\s*(?:\*|\/\/|\/\*\*)/.test(line)) found.push(`${path}:${at + 1} ${line.trim()}`);
    });
  }
  expect(found).toEqual([]);
});
