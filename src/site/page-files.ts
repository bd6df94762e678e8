import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { glob, type Loader } from 'astro/loaders';
import { isWithin } from '../lib/disk/is-within.ts';
import { pageId } from '../lib/model/page-id.ts';

/**
 * Loads the pages of a site: those that are generated, and those that somebody wrote, in the same folder or in another one.
 * @param docs absolute path of the folder that `reference/` is in
 * @param pages absolute path of the folder of hand-written pages
 */
export function pageFiles(docs: string, pages: string, hasOwnIndex: boolean): Loader {
  const generated = join(docs, 'reference');
  const all = { folder: docs, pattern: [...WRITTEN, ...GENERATED], owns: () => true };
  const apart = [
    { folder: docs, pattern: [...GENERATED], owns: (file: string) => isWithin(file, generated) },
    { folder: pages, pattern: [...WRITTEN], owns: (file: string) => !isWithin(file, generated) },
  ];
  return {
    name: 'polyref-page-files',
    async load(context) {
      if (pages !== docs && existsSync(join(pages, 'reference'))) throw new Error(`${join(pages, 'reference')} has the address of the generated pages. Give the folder another name.`);
      for (const { folder, pattern, owns } of pages === docs ? [all] : apart) {
        // Nothing reads the text of a page again, and with 1,000 pages it would be copied for each of them.
        const files = glob({ base: pathToFileURL(`${folder}/`), pattern, generateId: ({ entry }) => pageId(entry.replaceAll('\\', '/'), hasOwnIndex), retainBody: false });
        // What a loader knows and does not find any more it forgets: that must be its own.
        const keys = () => context.store.entries().flatMap(([id, { filePath }]) => (filePath !== undefined && owns(resolve(fileURLToPath(context.config.root), filePath)) ? [id] : []));
        await files.load({ ...context, store: { ...context.store, keys } });
      }
    },
  };
}

// A collection may be called `_migrations`; elsewhere a leading underscore hides a file, as everywhere in Astro.
const WRITTEN = ['**/[^_]*.{md,mdx}'];
const GENERATED = ['reference/**/*.{md,mdx}'];
