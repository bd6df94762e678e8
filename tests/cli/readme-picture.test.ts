import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { drawOverview } from '../../scripts/draw-overview.ts';

test('the picture in the README shows the schema as it is; redraw it with `node scripts/draw-overview.ts`', async () => {
  expect(await drawOverview()).toBe(await readFile(new URL('../../public/overview.svg', import.meta.url), 'utf8'));
});
