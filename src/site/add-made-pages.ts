import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { LoaderContext } from 'astro/loaders';
import { frontMatterData } from '../lib/gate/front-matter.ts';
import { REFERENCE_FOLDER } from '../lib/model/page-path.ts';
import { madeFiles } from './made-files.ts';
import { pageId } from '../lib/model/page-id.ts';

/** Lists the pages that were made in memory among those that were read from the disk, as if they stood there too. @param docs absolute path of the folder of pages */
export async function addMadePages({ config, store, parseData }: LoaderContext, docs: string, hasOwnIndex: boolean): Promise<void> {
  for (const [path, render] of madeFiles.get(docs) ?? []) {
    if (!path.startsWith(`${REFERENCE_FOLDER}/`)) continue;
    const file = `reference${path.slice(REFERENCE_FOLDER.length)}`;
    const [id, filePath] = [pageId(file, hasOwnIndex), join(docs, file)];
    const data = await parseData({ id, data: { ...frontMatterData(render()) }, filePath });
    store.set({ id, data, filePath: relative(fileURLToPath(config.root), filePath).replaceAll('\\', '/'), deferredRender: true });
  }
}
