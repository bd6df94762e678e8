import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { satteri, satteriHeadingIdsPlugin } from '@astrojs/markdown-satteri';
import starlight from '@astrojs/starlight';
import type { AstroIntegration, AstroUserConfig } from 'astro';
import { createDrawer, polyrefDiagrams } from '../diagrams/index.ts';
import { polyrefExplore } from '../explore/polyref-explore.ts';
import { PAGE_FEATURES } from '../lib/gate/page-features.ts';
import type { Logo } from '../lib/model/docs-settings.ts';
import { shortHash } from '../lib/model/short-hash.ts';
import { builtPages } from './built-pages.ts';
import { allowStyleAssets, guardFiles } from './dev/guard-files.ts';
import { guardRequests } from './dev/guard-requests.ts';
import { generatedPageGate } from './generated-page-gate.ts';
import { refuseLinkedFiles } from './linked-files.ts';
import { codePlugin } from './markdown/code-plugin.ts';
import { headingPlugin } from './markdown/heading-plugin.ts';
import { linkPlugin } from './markdown/link-plugin.ts';
import { paragraphPlugin } from './markdown/paragraph-plugin.ts';
import { tablePlugin } from './markdown/table-plugin.ts';
import { hasPage, madePages } from './made-pages.ts';
import type { SiteOptions } from './options.ts';
import { loadSiteTree, outFolderPlugin } from './out-folder-plugin.ts';
import { overviewAddress } from './overview-address.ts';
import { ownComponents } from './own-components.ts';
import { ownStyles } from './own-styles.ts';
import { polyrefDev, type DevOptions } from './polyref-dev.ts';
import { NEVER_SERVED, servedFolders } from './served-folders.ts';
import { thirdPartyNotices } from './third-party.ts';

/**
 * The whole configuration of the site, for Astro's programmatic API: `build({ configFile: false, ...createAstroConfig(options) })`.
 * @param live the schema to follow, for the dev server
 * @param build where to build; without it nothing is built, and Astro gets no folder of anybody's to empty
 */
export function createAstroConfig(options: SiteOptions, live?: DevOptions, build?: BuildFolders): AstroUserConfig {
  const cacheDir = join(options.root, 'node_modules/.cache/polyref', shortHash(options.out));
  // Kept there, so that a rebuild draws only what changed.
  const drawer = createDrawer(join(cacheDir, 'diagrams'));
  const work = build?.work ?? workFolder(options);
  const { settings } = options;
  const thirdParty = thirdPartyNotices(options.root);
  const local = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
  return {
    root: work,
    srcDir: join(options.root, 'src'),
    publicDir: options.publicDir,
    outDir: build?.outDir ?? join(cacheDir, 'unused'),
    cacheDir: build === undefined ? cacheDir : join(build.work, 'cache'),
    base: options.base,
    ...(options.site ? { site: options.site } : {}),
    trailingSlash: 'always',
    devToolbar: { enabled: false },
    // Styles and scripts in files of their own: repeated on no page, and nothing for a content security policy to list.
    build: { format: 'directory', inlineStylesheets: 'never' },
    compressHTML: true,
    markdown: {
      processor: satteri({
        // Quotes and dashes of a schema's text are meant as they stand.
        features: { ...PAGE_FEATURES },
        hastPlugins: [linkPlugin(options), tablePlugin, paragraphPlugin, codePlugin, satteriHeadingIdsPlugin(), headingPlugin],
      }),
    },
    integrations: [
      ...(build === undefined ? [] : [packageAsRoot(options.root)]),
      refuseLinkedFiles(options),
      generatedPageGate(options),
      madePages(options),
      starlight({
        title: loadSiteTree(join(options.publicDir, 'catalog.json'), settings).title,
        ...(settings.logo === undefined ? {} : { logo: logoOf(settings.logo) }),
        titleDelimiter: '·',
        favicon: '/favicon.svg',
        sidebar: [],
        // The index is made by `builtPages`, from what it prepares; the search box is the usual one.
        pagefind: false,
        credits: false,
        lastUpdated: false,
        tableOfContents: { minHeadingLevel: 2, maxHeadingLevel: 3 },
        routeMiddleware: fileURLToPath(new URL('route-middleware.ts', import.meta.url)),
        // `headingPlugin` makes these, in a tenth of the bytes.
        markdown: { processedDirs: [...new Set([options.docs, options.pages])], headingLinks: false },
        customCss: [
          '@fontsource-variable/inter/index.css',
          '@fontsource-variable/jetbrains-mono/index.css',
          ...['tokens.css', 'layout.css', 'content.css', 'headings.css', 'tables.css', 'search.css', 'print.css'].map((file) => local(`../styles/${file}`)),
          ...(settings.css ?? []),
        ],
        components: {
          Head: local('ui/head.astro'),
          Sidebar: local('ui/sidebar.astro'),
          PageTitle: local('ui/page-title.astro'),
          Search: local('ui/search.astro'),
          Pagination: local('ui/pagination.astro'),
        },
        expressiveCode: {
          themes: ['github-dark-default', 'github-light-default'],
          // Lines wrap: nothing scrolls in a box of its own, on a phone or on paper.
          defaultProps: { wrap: true, overridesByLang: { 'sh,bash': { frame: 'none' } } },
          styleOverrides: { borderRadius: 'var(--pr-radius)', borderColor: 'var(--pr-line)', codeFontFamily: 'var(--pr-mono)', codeFontSize: '0.8125rem', codeLineHeight: '1.6', frames: { shadowColor: 'transparent', editorActiveTabIndicatorTopColor: 'transparent' } },
        },
      }),
      ownComponents(options),
      // Before the diagrams: what they ask of the catalog is answered from the schema as it is edited.
      ...(live ? [polyrefDev({ ...live, site: options, drawer })] : []),
      polyrefDiagrams({ root: options.out, pages: [...new Set([options.docs, options.pages])], catalog: join(options.publicDir, 'catalog.json'), base: options.base, drawer }),
      polyrefExplore({ isExplored: hasPage(options, 'reference/explore.mdx') }),
      ...(options.site ? [] : [noSitemap]),
      overviewAddress(options),
      builtPages(options),
    ],
    vite: {
      plugins: [outFolderPlugin(options), ownStyles(settings), guardRequests(), guardFiles(), allowStyleAssets(), thirdParty.site],
      resolve: { alias: { 'polyref/components': fileURLToPath(new URL('../components/index.ts', import.meta.url)) } },
      server: {
        // No page of another origin reads what is served here.
        cors: false,
        fs: { strict: true, allow: servedFolders(options, [cacheDir, join(work, '.astro')]), deny: [...NEVER_SERVED] },
        // Not what a build that runs beside writes. What is below `node_modules` is not watched, but for Astro's notes on which pages
        // there are, when they are kept there.
        watch: { ignored: [`${slashed(options.out)}/.polyref-scratch-*/**`, `!${slashed(work)}/.astro/**`] },
      },
      build: {
        assetsInlineLimit: 0,
        // Mermaid, which only pages load that need it, is larger than Vite likes.
        chunkSizeWarningLimit: 4000,
        // Astro marks modules with directives of its own; a warning for each page says nothing to anybody.
        rolldownOptions: { ...quiet, onLog: (level, log, handle) => (log.code === 'MODULE_LEVEL_DIRECTIVE' ? undefined : handle(level, log)) },
      },
      worker: { rolldownOptions: quiet, plugins: () => [thirdParty.worker()] },
    },
  };
}

/** One picture for both themes is one on the page, too. */
function logoOf({ light, dark, alt }: Logo) {
  return light === dark ? { src: light, alt } : { light, dark, alt };
}

function slashed(path: string): string {
  return path.replaceAll('\\', '/');
}

/** Two empty folders that only this build knows. */
export interface BuildFolders {
  /** For Astro's own notes: inside of this package, so that what runs there finds its packages. */
  readonly work: string;
  /** For the site. Astro deletes what is in it. */
  readonly outDir: string;
}

/**
 * Paths of this package's own files go into the names of style classes, relative to Astro's root; so that these names are the same
 * on every machine, the package is the root of a build once Astro has settled where its notes go.
 */
function packageAsRoot(root: string): AstroIntegration {
  return { name: 'polyref-root', hooks: { 'astro:config:setup': ({ updateConfig }) => void updateConfig({ root: pathToFileURL(`${root}/`) }) } };
}

/** Which plugins took long on a busy machine is no warning that anybody can act on. */
const quiet = { checks: { bundlerTimings: false } };

/**
 * Astro keeps its notes on the content (`.astro`) in its root. A folder elsewhere gets a root of its own, so that two of them can be built at once,
 * inside of this package's `node_modules`, from where the packages are found. For the dev server: a build has a root for itself alone.
 */
function workFolder({ root, out }: SiteOptions): string {
  if (out === root) return root;
  const folder = join(root, 'node_modules/.cache/polyref', `${shortHash(out)}-root`);
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** Without an address of the site there is no sitemap; Starlight would add one all the same, which then warns that it has nothing to do. */
const noSitemap: AstroIntegration = { name: '@astrojs/sitemap', hooks: {} };
