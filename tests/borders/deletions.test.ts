import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { packageRoot } from '../../scripts/project.ts';

/** What deletes, empties, replaces or moves a file or a folder. */
const DELETING = /\b(?:rm|rmSync|rmdir|rmdirSync|unlink|unlinkSync|rename|renameSync|cp|cpSync)\b/;
/** With all of a module in hand, a file could do any of it. */
const ALL_OF_FS = /import (?:\w+|\* as \w+) from 'node:fs/;
const IMPORTS = /import \{([^}]*)\} from 'node:fs(?:\/promises)?'/g;

/** Who may, and what keeps it to what is Polyref's own. */
const ALLOWED: Readonly<Record<string, string>> = {
  'scripts/bench/run-bench.ts': 'copies a schema into a scratch folder',
  'scripts/package/build-package.ts': 'makes `build/` of this repository anew, which git ignores',
  'scripts/review/extract-commit.ts': 'a link in its own scratch folder that leads out of it',
  'src/lib/read/sandbox/guard-process.ts': 'replaces the functions that write to descriptors 1 and 2; deletes nothing',
  'src/lib/disk/replace-folder.ts': 'renames, after a look at the mark; what it moves aside is deleted with the scratch folder',
  'src/lib/disk/scratch-folder.ts': 'folders that this run made, or whose mark proves that an earlier one did',
  'src/lib/disk/write-pages.ts': 'generated files, and empty folders, through a folder that is held',
  'src/lib/disk/write-whole.ts': 'a file beside the page, under a random name that it made itself',
  'src/diagrams/drawing-cache.ts': 'drawings, in a folder that it made for them',
  'src/site/built-pages.ts': 'files of the search, in the scratch folder of the build',
  'src/site/astro-config.ts': 'tells Astro which folder to empty: a scratch folder',
};

test('files and folders are deleted, replaced and moved in these places only', async () => {
  const found: string[] = [];
  for (const room of ['src', 'scripts', 'bin']) {
    for (const entry of await readdir(join(packageRoot, room), { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || !/\.(ts|js|mjs|astro)$/.test(entry.name)) continue;
      const path = join(entry.parentPath, entry.name);
      const code = await readFile(path, 'utf8');
      const names = [...code.matchAll(IMPORTS)].map(([, list]) => list).join();
      if (DELETING.test(names) || ALL_OF_FS.test(code) || /\boutDir: build/.test(code)) found.push(path.slice(packageRoot.length + 1).replaceAll('\\', '/'));
    }
  }
  expect(found.sort()).toEqual(Object.keys(ALLOWED).sort());
});
