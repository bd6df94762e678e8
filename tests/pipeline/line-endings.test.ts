import { cp, readdir, readFile, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { buildChangelog } from '../../src/lib/pipeline/changes-page.ts';
import { check } from '../../src/lib/pipeline/check.ts';
import { generate } from '../../src/lib/pipeline/generate.ts';
import { readCatalog } from '../../src/lib/pipeline/read-catalog.ts';
import { review } from '../../src/lib/pipeline/review.ts';
import { temporaryFolder } from '../disk/temporary-folder.ts';

const shipped = fileURLToPath(new URL('../../schema', import.meta.url));
const CHANGES = 'src/content/docs/reference/changes.mdx';

/** Every text of a folder with the line ends that Git writes on Windows, and a date of long ago. */
async function asOnWindows(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && !entry.parentPath.includes('node_modules')).map((entry) => join(entry.parentPath, entry.name));
  for (const file of files) {
    await writeFile(file, (await readFile(file, 'utf8')).replaceAll('\n', '\r\n'));
    await utimes(file, 0, 0);
  }
  return files;
}

async function windowsCheckout() {
  const outDir = await temporaryFolder();
  const folders = { schemaDir: join(outDir, 'schema'), outDir };
  await cp(shipped, folders.schemaDir, { recursive: true });
  const first = await generate(folders);
  if (first.kind !== 'generated') throw new Error('The shipped schema has mistakes.');
  const text = await readFile(join(outDir, 'public/catalog.json'), 'utf8');
  const changelog = { asked: 1, entries: buildChangelog([{ date: '2026-01-02', commit: 'abc1234', subject: 'Begin', text }], true) };
  expect(await generate(folders, { changelog })).toMatchObject({ counts: { created: 1, changed: 0 } });
  return { folders, catalog: first.catalog, files: await asOnWindows(outDir) };
}

test('a checkout with CRLF is no drift, generate writes nothing, and diff finds no change', async () => {
  const { folders, catalog, files } = await windowsCheckout();
  expect(await check(folders)).toMatchObject({ kind: 'checked', drift: [], foreign: [], ofHistory: 1 });
  expect(await generate(folders)).toMatchObject({ kind: 'generated', counts: { created: 0, changed: 0, deleted: 0 } });
  for (const file of files) expect((await stat(file)).mtimeMs, file).toBe(0);
  const read = await readCatalog({ schemaDir: folders.schemaDir });
  expect(read).toEqual({ kind: 'read', catalog });
  expect(review({ base: catalog, head: read.kind === 'read' ? read.catalog : catalog }).changes).toEqual([]);
});

test('what was edited in such a checkout is drift, and its difference shows no other line', async () => {
  const { folders } = await windowsCheckout();
  const [page, changes] = [join(folders.outDir, 'src/content/docs/reference/retention.mdx'), join(folders.outDir, CHANGES)];
  for (const file of [page, changes]) await writeFile(file, `${await readFile(file, 'utf8')}Mine.\r\n`);
  const checked = await check(folders);
  expect(checked).toMatchObject({ drift: [{ rule: 'page-stale', message: expect.stringContaining('retention.mdx') as string }, { rule: 'page-edited', location: { file: CHANGES } }] });
  const detail = checked.kind === 'checked' ? (checked.drift[0]?.detail ?? '') : '';
  expect(detail.split('\n').filter((line) => /^[-+]/.test(line))).toEqual(['-Mine.']);
});
