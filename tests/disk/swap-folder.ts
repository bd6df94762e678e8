import { renameSync, symlinkSync, unlinkSync } from 'node:fs';
import { performance } from 'node:perf_hooks';

/** Puts a link in the place of a folder, and the folder back, until it is killed: `node swap-folder.ts <folder> <target of the link>`. */
const [folder = '', target = ''] = process.argv.slice(2);
process.stdout.write('swapping\n');
for (let round = 0; ; round += 1) {
  attempt(() => renameSync(folder, `${folder}-${round}`));
  attempt(() => symlinkSync(target, folder));
  linger();
  attempt(() => unlinkSync(folder));
  attempt(() => renameSync(`${folder}-${round}`, folder));
  linger();
}

/** What another program does at the same time may forbid it. */
function attempt(change: () => void): void {
  try {
    change();
  } catch {
    return;
  }
}

function linger(): void {
  const end = performance.now() + 1;
  while (performance.now() < end);
}
