import { existsSync, readFileSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import type { Plugin } from 'vite';
import { liveReads } from '../explore/live-reads.ts';
import { isWithin } from '../lib/disk/is-within.ts';
import type { Catalog } from '../lib/model/catalog.ts';
import type { DocsSettings } from '../lib/model/docs-settings.ts';
import { sourceFiles, type EditLinks } from './edit-link.ts';
import type { SiteOptions } from './options.ts';
import { buildSiteTree, type SiteTree } from './site-tree.ts';

const CONTENT = 'virtual:polyref/content';
const TREE = 'virtual:polyref/tree';

/**
 * Lets the site read an out folder that lies anywhere: where its pages are, the tree of its catalog, and the packages that its pages and components import,
 * which are those of this package, since the folder has none of its own.
 */
export function outFolderPlugin(options: SiteOptions): Plugin {
  const catalogFile = join(options.publicDir, 'catalog.json');
  let root = options.root;
  const importer = join(options.root, 'package.json');
  const { docs, pages, settings } = options;
  // Pages and components of a team whose packages are those of this package.
  const foreign = [...(options.out === options.root ? [] : [docs]), ...(pages === docs ? [] : [pages]), ...(settings.components === undefined ? [] : [settings.components])];
  return {
    name: 'polyref-out-folder',
    enforce: 'pre',
    configResolved(config) {
      root = config.root;
    },
    async resolveId(id, from) {
      if (id === CONTENT || id === TREE) return `\0${id}`;
      const bare = /^[@a-z]/i.test(id) && !isAbsolute(id) && !id.includes(':');
      if (bare && from !== undefined && foreign.some((folder) => isWithin(from, folder))) return this.resolve(id, importer, { skipSelf: true });
      return undefined;
    },
    load(id) {
      if (id === `\0${CONTENT}`) return exportsOf({ docs, pages, hasOwnIndex: hasOwnIndex(pages), catalogFile });
      if (id === `\0${TREE}`) return exportsOf({ tree: loadSiteTree(catalogFile, settings), sidebar: settings.sidebar ?? [], edit: editLinksOf(settings, root, catalogFile) });
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

function editLinksOf({ editUrl, folder }: DocsSettings, root: string, catalogFile: string): EditLinks | undefined {
  return editUrl === undefined || folder === undefined ? undefined : { url: editUrl, folder, root, sources: sourceFiles(catalogOf(catalogFile) ?? NOTHING) };
}

const NOTHING = { entities: [], tombstones: [], domains: [], stores: [] };

function exportsOf(values: Readonly<Record<string, unknown>>): string {
  return Object.entries(values).map(([name, value]) => `export const ${name} = ${JSON.stringify(value) ?? 'undefined'};`).join('\n');
}

/** Did somebody write a page for the root of the site? */
export function hasOwnIndex(docs: string): boolean {
  return ['index.md', 'index.mdx'].some((file) => existsSync(join(docs, file)));
}

/** The tree of the catalog that the dev server read last, else of the one on disk; an empty one as long as nothing has been generated. */
export function loadSiteTree(catalogFile: string, { title }: Pick<DocsSettings, 'title'> = {}): SiteTree {
  const catalog = catalogOf(catalogFile);
  const tree = catalog === undefined ? { title: 'Polyref', stores: [], domains: [] } : buildSiteTree(catalog);
  return title === undefined ? tree : { ...tree, title };
}

function catalogOf(catalogFile: string): Catalog | undefined {
  const live = liveReads.get(catalogFile);
  if (live !== undefined) return live.catalog;
  return existsSync(catalogFile) ? (JSON.parse(readFileSync(catalogFile, 'utf8')) as Catalog) : undefined;
}
