import { join } from 'node:path';
import { expect, test } from 'vitest';
import { renderBench } from '../../scripts/bench/render-bench.ts';
import { renderSyntheticSchema } from '../../scripts/bench/synthetic-schema.ts';
import { makePages } from '../../src/lib/index.ts';
import { temporaryFolder } from '../disk/temporary-folder.ts';
import { put } from './run-polyref.ts';

test('the synthetic schema is what it says, and the same each time', async () => {
  const files = renderSyntheticSchema(100);
  expect(renderSyntheticSchema(100)).toEqual(files);
  const folder = await temporaryFolder();
  await put(folder, Object.fromEntries(files));
  const made = await makePages({ schemaDir: join(folder, 'schema') });
  expect(made.findings).toEqual([]);
  if (made.kind !== 'made') throw new Error('The synthetic schema could not be read.');
  expect(made.catalog.entities).toHaveLength(100);
  expect(made.catalog.references).toHaveLength(300);
  expect(made.catalog.domains).toHaveLength(2);
  expect(made.catalog.stores.map((store) => [store.id, store.entities.length])).toEqual([['mongodb', 40], ['postgresql', 40], ['s3', 20]]);
  expect(made.catalog.entities.map((entity) => entity.fields.filter((field) => field.depth === 0).length)).toSatisfy((counts: readonly number[]) => counts.every((count) => count >= 5 && count <= 17));
  expect(made.catalog.entities.reduce((sum, entity) => sum + entity.fields.length, 0)).toBe(1500);
});

test('the table compares each size with 100', async () => {
  const stage = (seconds: number, items?: number) => ({ seconds, cpuSeconds: seconds * 1.5, peakMb: 123.4, ...(items === undefined ? {} : { items }) });
  const spread = (median: number, most: number) => ({ median, percentile95: most, most, count: 7 });
  await expect(
    renderBench([
      { entities: 100, stages: [['load', stage(0.5)], ['draw', stage(1, 110)]] },
      { entities: 1000, stages: [['load', stage(4)], ['draw', { ...stage(10, 1000), bytesPerBox: 1412 }]], site: { bytes: 50 * 1024 * 1024, pages: 1040, largestPage: 200_000 }, explore: { firstPictureMs: 172.4, liveMs: 676, frames: { between: { median: 16.67, percentile95: 17.94, most: 33.3, count: 1000 }, drawing: { median: 4.21, percentile95: 8, most: 12, count: 1001 }, late: 9 }, memoryMb: 120.4, dataBytes: 1_113_188, dataCompressed: 48_194 }, edits: { picture: spread(340.4, 512), page: spread(1810, 2240.6), explore: spread(440, 500), exploreResized: spread(470, 520) } },
    ], { picture: spread(120, 180), page: spread(480, 700), explore: spread(130, 150), exploreResized: spread(140, 160) }),
  ).toMatchFileSnapshot('expected/bench-table.txt');
});
