import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { replaceFolder } from '../../src/lib/disk/replace-folder.ts';
import { MARK } from './site-mark.ts';

/** Replaces a folder in a process of its own, which may be killed: `node replace-in-process.ts <target> <word> <how>`. */
const [target = '', word = '', how = ''] = process.argv.slice(2);
let renames = 0;

function rename(from: string, to: string): void {
  if (how === `die before rename ${(renames += 1)}`) process.kill(process.pid, 'SIGKILL');
  renameSync(from, to);
  if (how === `die after rename ${renames}`) process.kill(process.pid, 'SIGKILL');
}

async function fill(folder: string): Promise<void> {
  for (let page = 0; page < 40; page += 1) {
    mkdirSync(join(folder, `page-${page}`));
    writeFileSync(join(folder, `page-${page}/index.html`), `${word}\n`.repeat(page === 20 && how === 'large' ? 20_000 : 10));
  }
  if (how === 'die while filling') process.kill(process.pid, 'SIGKILL');
  if (how === 'exit while filling') process.exit(0);
  if (how === 'wait while filling') {
    process.stdout.write('filling\n');
    await pause(60_000);
  }
}

for (let round = 0; round < (how === 'often' ? 25 : 1); round += 1) await replaceFolder(target, MARK, fill, { rename });
