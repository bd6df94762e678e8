import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import { readPages } from '../../src/lib/disk/read-pages.ts';
import type { PagePlan } from '../../src/lib/emit/render-pages.ts';
import { createSession } from '../../src/lib/pipeline/create-session.ts';
import { makePages } from '../../src/lib/pipeline/make-pages.ts';
import { OWNERSHIP } from '../../src/lib/pipeline/ownership.ts';
import { temporaryFolder } from '../disk/temporary-folder.ts';
import { anyEdit, FIRST, type SchemaFiles } from './any-edit.ts';

/** Makes the folder hold these files and no others. */
async function put(folder: string, files: SchemaFiles): Promise<void> {
  for (const [name, text] of Object.entries(files)) {
    const path = join(folder, name);
    if (text === undefined) await rm(path, { force: true });
    else {
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, text);
    }
  }
}

test('whatever is edited, a session makes what a cold run makes, and the disk holds it', async () => {
  const kinds = new Set<string>();
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(anyEdit, { minLength: 1, maxLength: 2 }), { minLength: 4, maxLength: 10 }), async (steps) => {
      const root = await temporaryFolder();
      const outDir = join(root, 'out');
      let published: PagePlan = new Map();
      const session = createSession({ schemaDir: join(root, 'live/schema'), outDir }, (site) => void (published = site));
      onTestFinished(() => session.close());
      let files: SchemaFiles = FIRST;
      for (const [at, edits] of [[], ...steps].entries()) {
        files = { ...files, ...Object.fromEntries(edits) };
        await put(join(root, 'live/schema'), files);
        // Elsewhere nothing is known of these files.
        await put(join(root, `cold-${at}/schema`), files);
        const [read, cold] = [await session.read(), await makePages({ schemaDir: join(root, `cold-${at}/schema`) })];
        kinds.add(read.kind);
        if (read.kind === 'unreadable' || cold.kind === 'unreadable') {
          expect(read).toEqual(cold);
          continue;
        }
        expect(read.catalog).toEqual(cold.catalog);
        expect(read.paths).toEqual([...cold.site.keys()]);
        const shown = shownBy(cold.site);
        for (const [path, text] of shown) expect(fencesOf(read.sketchOf(path)), path).toEqual(fencesOf(text));
        const written = await session.write(read);
        if (written.kind !== 'written') throw new Error(written.kind);
        expect(written.findings.map(({ message }) => message)).toEqual(cold.findings.map(({ message }) => message));
        expect(shownBy(published)).toEqual(shown);
        expect((await readPages(outDir, { owned: OWNERSHIP.owned, files: cold.pages.keys() })).pages).toEqual(cold.pages);
      }
    }),
    { numRuns: 10, endOnFailure: true },
  );
  expect(kinds).toEqual(new Set(['read', 'unreadable']));
}, 300_000);

/** What the site shows, but for the manual of the rules, which no edit changes. */
function shownBy(site: PagePlan): readonly (readonly [path: string, text: string])[] {
  return [...site].filter(([path]) => !path.includes('/rules/')).map(([path, render]) => [path, render()]);
}

/** The diagrams of a page, which need not wait for the rules. */
function fencesOf(text = ''): readonly string[] {
  return [...text.matchAll(/^```mermaid[^\n]*\n[^]*?^```$/gm)].map(([fence]) => fence);
}

describe('a session', () => {
  const carts = (summary: string) => `import { collection } from 'polyref';\nimport * as z from 'zod';\n/** ${summary} */\nexport const carts = collection('carts', { document: z.object({ _id: z.string() }) });\n`;

  async function open() {
    const root = await temporaryFolder();
    const schemaDir = join(root, 'schema');
    const write = (text: string) => put(schemaDir, { 'mongodb/carts.ts': text });
    await write(carts('Full.'));
    const session = createSession({ schemaDir, outDir: root });
    onTestFinished(() => session.close());
    const read = async () => {
      const result = await session.read();
      if (result.kind !== 'read') throw new Error(result.findings[0]?.message);
      return result;
    };
    return { root, session, write, read, page: join(root, 'src/content/docs/reference/mongodb/carts.mdx') };
  }

  test('says which files an edit changed', async () => {
    const { session, write, read } = await open();
    await session.write(await read());
    await write(carts('Empty.'));
    expect(await session.write(await read())).toMatchObject({
      counts: { created: 0, changed: 3, deleted: 0 },
      changed: ['public/catalog.json', 'src/content/docs/reference/mongodb/carts.mdx', 'src/content/docs/reference/mongodb/index.mdx'],
    });
    expect(await session.write(await read())).toMatchObject({ counts: { created: 0, changed: 0, deleted: 0 }, changed: [] });
  });

  test('writes nothing when an edit overtakes it', async () => {
    const { session, read, page } = await open();
    expect(await session.write(await read(), () => true)).toEqual({ kind: 'overtaken' });
    await expect(readFile(page, 'utf8')).rejects.toThrow('ENOENT');
  });

  test('writes nothing when an edit overtakes it at the last moment', async () => {
    const [one, other] = [await open(), await open()];
    let asked = 0;
    await one.session.write(await one.read(), () => (asked += 1) < 0);
    let left = asked;
    expect(await other.session.write(await other.read(), () => (left -= 1) === 0)).toEqual({ kind: 'overtaken' });
    await expect(readFile(other.page, 'utf8')).rejects.toThrow('ENOENT');
  });

  test('mends a page that somebody edited or deleted meanwhile', async () => {
    const { session, read, page } = await open();
    await session.write(await read());
    const good = await readFile(page, 'utf8');
    await writeFile(page, good.replace('Full.', 'Pull.'));
    expect(await session.write(await read())).toMatchObject({ counts: { changed: 1 } });
    expect(await readFile(page, 'utf8')).toBe(good);
    await rm(page);
    expect(await session.write(await read())).toMatchObject({ counts: { created: 1 } });
    expect(await readFile(page, 'utf8')).toBe(good);
  });

  test('refuses to lose a file of somebody else, and goes on when that is gone', async () => {
    const { root, session, read } = await open();
    await session.write(await read());
    const foreign = join(root, 'src/content/docs/reference/notes.mdx');
    await writeFile(foreign, 'Mine.\n');
    expect(await session.write(await read())).toMatchObject({
      kind: 'unwritable',
      findings: [{ message: '`src/content/docs/reference/notes.mdx` is not a generated file, and writing the pages would overwrite or delete it. Nothing was written.' }],
    });
    await rm(foreign);
    expect(await session.write(await read())).toMatchObject({ kind: 'written', changed: [] });
  });
});
