import { DiskError } from '../../src/lib/disk/disk-error.ts';
import { writePages } from '../../src/lib/disk/write-pages.ts';
import type { Decision } from '../../src/lib/init/index.ts';

/** Does what was decided. Each file is written whole, and only where nothing is; a package.json only while it is as it was read. */
export async function writeDecisions(root: string, decisions: readonly Decision[]): Promise<void> {
  const written = decisions.filter((decision) => decision.kind === 'create' || decision.kind === 'add-scripts');
  const edited = new Map(decisions.flatMap((decision) => (decision.kind === 'add-scripts' ? [[decision.path, withoutReturns(decision.before)]] : [])));
  try {
    await writePages(root, new Map(written.map(({ path, text }) => [path, text])), { owned: [], isGenerated: (path, text) => edited.get(path) === withoutReturns(text) });
  } catch (error) {
    if (!(error instanceof DiskError)) throw error;
    throw new DiskError({ path: error.path, message: error.message, hint: 'Fix that, and run `polyref init` again: it writes what is missing.' });
  }
}

/** As the disk compares texts. */
function withoutReturns(text: string): string {
  return text.replaceAll('\r\n', '\n');
}
