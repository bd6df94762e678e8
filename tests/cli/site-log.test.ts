import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { temporaryFolder } from '../disk/temporary-folder.ts';
import { unsafeLines } from '../support/unsafe-lines.ts';
import { put, runPolyref, smallSchema, startPolyref } from './run-polyref.ts';

test('a build that fails shows what Astro says of a page, and none of it is a command', async () => {
  const cwd = await temporaryFolder();
  await put(cwd, { ...smallSchema, 'src/content/docs/guides/bad.mdx': '---\ntitle: Bad\n---\n\n[x](/nowhere/\u202e##vso[task.complete]y)\n\n<Nothing\u001b[2J\n::error::oops\n' });
  const { code, out, err } = await runPolyref(['build'], { cwd });
  expect(code).toBe(2);
  expect(err).toMatch(/^The site could not be built: /m);
  expect([unsafeLines(out), unsafeLines(err)]).toEqual([[], []]);
}, 240_000);

test('the log of dev shows a mistake on one line, whatever is in it', async () => {
  const cwd = await temporaryFolder();
  await put(cwd, smallSchema);
  const { child, ended, printed } = startPolyref(['dev', '--port', '45600'], { cwd });
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await ended;
  });
  await printed(/^Serving /m);
  await writeFile(join(cwd, 'schema/mongodb/carts.ts'), (smallSchema['schema/mongodb/carts.ts'] ?? '').replace("'postgresql.tenants.ref_id'", "'postgresql.a\\n::add-mask::b\\u001b[2J##vso[x]\\u202e.ref_id'"));
  await printed(/schema\/mongodb\/carts\.ts:6:\d+ .*postgresql\.a ⏎ ::add-mask::b⟨U\+001B⟩\[2J#\\#vso\[x\]⟨U\+202E⟩/);
  child.kill('SIGINT');
  const { out, err } = await ended;
  expect([unsafeLines(out), unsafeLines(err)]).toEqual([[], []]);
}, 240_000);
