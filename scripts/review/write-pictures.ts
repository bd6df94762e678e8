import { drawDiagram, standaloneSvg } from '../../src/lib/diagram/index.ts';
import { DiskError } from '../../src/lib/disk/disk-error.ts';
import { writePages } from '../../src/lib/disk/write-pages.ts';
import { DRAWN } from '../drawn-files.ts';
import type { ChangePictures } from '../../src/lib/index.ts';
import type { Terminal } from '../terminal.ts';

/** `before.svg` and `after.svg` in a folder; of a side where nothing is to be drawn there is none. */
export async function writePictures({ before, after }: ChangePictures, folder: string, shown: string, terminal: Terminal): Promise<void> {
  const pages = new Map<string, string>();
  for (const [name, diagram] of [['before', before], ['after', after]] as const) {
    if (diagram === undefined) continue;
    const { svg } = await drawDiagram(diagram.text, { title: diagram.title });
    pages.set(`${name}.svg`, `${standaloneSvg(svg)}\n`);
  }
  await writePages(folder, pages, DRAWN).catch((error: unknown) => {
    if (!(error instanceof DiskError)) throw error;
    throw new DiskError({ path: error.path, message: error.message, hint: error.hint.replace('--out', '--pictures') });
  });
  terminal.err(pages.size === 0 ? `Nothing changed that could be drawn in ${shown}.` : `Drew ${[...pages.keys()].join(' and ')} in ${shown}.`);
}
