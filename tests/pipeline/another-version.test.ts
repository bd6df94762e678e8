import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isSealed, renderSealedPage } from '../../src/lib/emit/mdx/seal.ts';
import { renderPlan } from '../../src/lib/emit/render-pages.ts';
import { check } from '../../src/lib/pipeline/check.ts';
import { generate } from '../../src/lib/pipeline/generate.ts';
import { planReviewed } from '../../src/lib/pipeline/make-pages.ts';
import { withSystem } from '../../src/lib/pipeline/read-system.ts';
import { put, smallSchema } from '../cli/run-polyref.ts';
import { temporaryFolder } from '../disk/temporary-folder.ts';

const OVERVIEW = 'src/content/docs/reference/index.mdx';

async function project() {
  const outDir = await temporaryFolder();
  await put(outDir, smallSchema);
  return { outDir, schemaDir: join(outDir, 'schema'), version: '1.0.0' };
}

test('another manual of a rule, and a rule that finds something else, change no file of a team; the site shows them', async () => {
  const { schemaDir } = await project();
  const [before, after] = await withSystem({ schemaDir }, (system) => {
    if (system.kind !== 'read') throw new Error('The schema has mistakes.');
    const rules = new Map([...system.settings.rules].map(([id, rule]) => [id, { ...rule, statement: `${rule.statement} Again.`, why: 'Otherwise.', mend: 'Differently.' }]));
    const run = system.settings.run.map((each) => ({ ...each, severity: 'error' as const }));
    return [planReviewed(system), planReviewed({ ...system, settings: { ...system.settings, rules, run } })];
  });
  if (before?.kind !== 'planned' || after?.kind !== 'planned') throw new Error('A rule failed.');
  expect(after.linted.findings).not.toEqual(before.linted.findings);
  expect(renderPlan(after.plan)).toEqual(renderPlan(before.plan));
  const rule = 'src/content/docs/reference/rules/orphaned-bytes.mdx';
  expect(before.site.get(rule)?.()).not.toContain('Otherwise.');
  expect(after.site.get(rule)?.()).toContain('Otherwise.');
});

test('pages that another version made of the same schema are a note', async () => {
  const folders = await project();
  await generate(folders);
  const checked = await check({ ...folders, version: '1.1.0' });
  expect(checked).toMatchObject({
    kind: 'checked', isOutdated: true, drift: [], foreign: [],
    notes: [{ severity: 'note', message: '1 file was made by Polyref 1.0.0, and Polyref 1.1.0 makes it differently. The schema has not changed since.' }],
  });
  expect(await check(folders)).toMatchObject({ isOutdated: false, drift: [], notes: [] });
});

test('a version that derives more or less from the same schema makes nobody’s check fail', async () => {
  const folders = await project();
  await generate(folders);
  const path = join(folders.outDir, 'public/catalog.json');
  const written = JSON.parse(await readFile(path, 'utf8')) as { readonly entities: readonly object[] };
  const newer = { ...folders, version: '1.1.0' };
  await writeFile(path, JSON.stringify({ ...written, entities: written.entities.map((entity) => ({ ...entity, derivedLater: true })) }));
  expect(await check(newer)).toMatchObject({ isOutdated: true, drift: [], notes: [{ rule: 'pages-outdated' }] });
  // Of the same version it is an edit.
  expect(await check(folders)).toMatchObject({ isOutdated: false, drift: [{ rule: 'page-stale', location: { file: 'public/catalog.json' } }] });
});

test('a finding that is suppressed since is drift, whichever version made the pages', async () => {
  const folders = await project();
  await generate(folders);
  const carts = join(folders.schemaDir, 'mongodb/carts.ts');
  const text = await readFile(carts, 'utf8');
  await writeFile(carts, text.replace('ref }', 'ref, suppress }').replace("tenancy: per", "suppress: [suppress('missing-owner', { reason: 'Soon.' })],\n  tenancy: per"));
  expect(await check({ ...folders, version: '1.1.0' })).toMatchObject({ isOutdated: false, drift: expect.arrayContaining([expect.objectContaining({ rule: 'page-stale' })]) as unknown });
});

test('pages of an older schema are drift, whichever version made them', async () => {
  const folders = await project();
  await generate(folders);
  const carts = join(folders.schemaDir, 'mongodb/carts.ts');
  await writeFile(carts, (await readFile(carts, 'utf8')).replace('/** ', '/** Not '));
  expect(await check({ ...folders, version: '1.1.0' })).toMatchObject({ isOutdated: false, drift: expect.arrayContaining([expect.objectContaining({ rule: 'page-stale' })]) as unknown, notes: [] });
});

test('an edited page of the same version is drift', async () => {
  const folders = await project();
  await generate(folders);
  const overview = join(folders.outDir, OVERVIEW);
  await writeFile(overview, `${await readFile(overview, 'utf8')}Mine.\n`);
  expect(await check(folders)).toMatchObject({ isOutdated: false, drift: [{ rule: 'page-stale' }] });
});

test('a page that somebody edited or deleted is drift, also where another version made the pages', async () => {
  const folders = await project();
  await generate(folders);
  const [overview, carts] = [OVERVIEW, 'src/content/docs/reference/mongodb/carts.mdx'].map((path) => join(folders.outDir, path)) as [string, string];
  await writeFile(carts, (await readFile(carts, 'utf8')).replace(/\n$/, ' Mine.\n'));
  const newer = { ...folders, version: '1.1.0' };
  expect(await check(newer)).toMatchObject({
    isOutdated: true,
    drift: [{ rule: 'page-edited', severity: 'error', message: '`src/content/docs/reference/mongodb/carts.mdx` is not as it was generated: somebody wrote into it.' }],
  });
  await rm(carts);
  expect(await check(newer)).toMatchObject({ isOutdated: true, drift: [{ rule: 'page-missing', message: '`src/content/docs/reference/mongodb/carts.mdx` is missing.' }], notes: [{ message: expect.stringContaining('1 file was made') as string }] });
  // Whoever claims another version in the overview hides nothing.
  await writeFile(overview, (await readFile(overview, 'utf8')).replace('1.0.0', '0.9.0'));
  expect(await check(folders)).toMatchObject({ drift: [{ rule: 'page-missing' }, { rule: 'page-edited', location: { file: OVERVIEW } }] });
});

test('a page with CRLF is as it was generated', async () => {
  const folders = await project();
  await generate(folders);
  const overview = join(folders.outDir, OVERVIEW);
  await writeFile(overview, (await readFile(overview, 'utf8')).replaceAll('\n', '\r\n'));
  expect(await check({ ...folders, version: '1.1.0' })).toMatchObject({ isOutdated: true, drift: [] });
});

test('a title that looks like a seal is no seal', () => {
  const text = renderSealedPage({ file: 'a.mdx', title: 'The seal 0000000000000000', description: ', seal 1111111111111111. Do not edit: ', body: () => ['seal 2222222222222222'] });
  expect(isSealed(text)).toBe(true);
  expect(isSealed(text.replace('2222', '2223'))).toBe(false);
  expect(text).toContain('title: "The seal 0000000000000000"');
});
