import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withScratchFolder } from '../../src/lib/disk/scratch-folder.ts';

/** Fills a scratch folder in a process of its own, which may be killed while it removes that: `node use-scratch-folder.ts <parent> <files>`. */
const [parent = '', files = '0'] = process.argv.slice(2);

await withScratchFolder(parent, async (folder) => {
  for (let at = 0; at < Number(files); at += 1) writeFileSync(join(folder, `zz-${at}.txt`), 'text');
  await new Promise((written) => process.stdout.write('full\n', written));
});
