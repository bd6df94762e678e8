import { existsSync, readFileSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import type { Plugin } from 'vite';
import { liveReads } from '../explore/live-reads.ts';
import type { Catalog } from '../lib/model/catalog.ts';
import type { SiteOptions } from './options.ts';
import { buildSiteTree, type SiteTree } from './site-tree.ts';

const CONTENT = 'virtual:polyref/content';
const TREE = 'virtual:polyref/tree';

/**
 * Lets the site read an out folder that lies anywhere: where its pages are, the tree of its catalog, and the packages that its pages import,
 * which are those of this package, since the folder has none of its own.
 */
export function outFolderPlugin(options: SiteOptions): Plugin {
  const catalogFile = join(options.publicDir, 'catalog.json');
  const importer = join(options.root, 'package.json');
  const foreign = options.out !== options.root;
  return {
    name: 'polyref-out-folder',
    enforce: 'pre',
    async resolveId(id, from) {
      if (id === CONTENT || id === TREE) return `\0${id}`;
      const bare = /^[@a-z]/i.test(id) && !isAbsolute(id) && !id.includes(':');
      if (foreign && bare && from?.startsWith(options.docs)) return this.resolve(id, importer, { skipSelf: true });
      return undefined;
    },
    load(id) {
      if (id === `\0${CONTENT}`) return `export const docs = ${JSON.stringify(options.docs)};\nexport const hasOwnIndex = ${hasOwnIndex(options.docs)};\nexport const catalogFile = ${JSON.stringify(catalogFile)};`;
      if (id === `\0${TREE}`) return `export const tree = ${JSON.stringify(loadSiteTree(catalogFile))};`;
      return undefined;
    },
    configureServer(server) {
      server.watcher.add(catalogFile);
      server.watcher.on('all', (_event, file) => {
        if (file !== catalogFile) return;
        for (const environment of Object.values(server.environments)) {
          const loaded = environment.moduleGraph.getModuleById(`\0${TREE}`);
          if (loaded) environment.moduleGraph.invalidateModule(loaded);
        }
      });
    },
  };
}

/** Did somebody write a page for the root of the site? */
export function hasOwnIndex(docs: string): boolean {
  return ['index.md', 'index.mdx'].some((file) => existsSync(join(docs, file)));
}

/** The tree of the catalog that the dev server read last, else of the one on disk; an empty one as long as nothing has been generated. */
export function loadSiteTree(catalogFile: string): SiteTree {
  const live = liveReads.get(catalogFile);
  if (live !== undefined) return buildSiteTree(live.catalog);
  if (!existsSync(catalogFile)) return { title: 'Polyref', stores: [], domains: [] };
  return buildSiteTree(JSON.parse(readFileSync(catalogFile, 'utf8')) as Catalog);
}
