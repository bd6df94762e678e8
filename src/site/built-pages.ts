import { access, copyFile, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import * as pagefind from 'pagefind';
import { addContentPolicy } from './content-policy.ts';
import { describeBrokenLinks, findBrokenLinks, type LinkedPage } from './check-links.ts';
import type { SiteOptions } from './options.ts';
import { SECOND_ADDRESS, secondOverview } from './overview-address.ts';
import { readPage } from './read-page.ts';
import { readSearchDocument } from './search-document.ts';
import { ENTRIES_FILE, type SearchEntry } from './search/search-entry.ts';

/** Files of the search's own page frames; the site has its own. */
const UNUSED_SEARCH_FILES = /^(pagefind-(component-ui|modular-ui|ui|highlight)\.(js|css))$/;

/** So many pages are in memory at a time. */
const AT_ONCE = 32;

/**
 * Finishes the built pages, each read once: frees it of a fixed theme, gives it its content security policy, puts it into the search index, and checks that every link within the site leads
 * somewhere. A broken link fails the build.
 */
export function builtPages({ base, root }: SiteOptions): AstroIntegration {
  return {
    name: 'polyref-built-pages',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const dist = fileURLToPath(dir);
        await addFavicon(dist, root);
        const files = await listFiles(dist);
        const { index } = await pagefind.createIndex();
        if (index === undefined) throw new Error('The search index could not be made.');
        const pages: LinkedPage[] = [];
        const entries: SearchEntry[] = [];
        try {
          const finish = async (file: string): Promise<FinishedPage> => {
            const html = followReader(await readFile(join(dist, file), 'utf8'));
            const facts = readPage(html);
            const route = file.replace(/(^|\/)index\.html$/, '').replace(/\.html$/, '');
            const finished = addContentPolicy(html, facts);
            await writeFile(join(dist, file), finished);
            if (route === '' && !files.includes(`${SECOND_ADDRESS}/index.html`)) {
              await mkdir(join(dist, SECOND_ADDRESS), { recursive: true });
              await writeFile(join(dist, SECOND_ADDRESS, 'index.html'), secondOverview(finished));
              pages.push({ route: SECOND_ADDRESS, ids: facts.ids, links: [] });
            }
            const search = facts.body && readSearchDocument(facts.body, route, facts.description);
            return { route, ids: facts.ids, links: facts.links, search };
          };
          const html = files.filter((name) => name.endsWith('.html'));
          for (let next = 0; next < html.length; next += AT_ONCE) {
            for (const { search, ...page } of await Promise.all(html.slice(next, next + AT_ONCE).map(finish))) {
              pages.push(page);
              // One after another: the order decides the bytes of the index.
              if (search === undefined) continue;
              entries.push(search.entry);
              await index.addHTMLFile({ url: page.route === '' ? '/' : `/${page.route}/`, content: search.html });
            }
          }
          await index.writeFiles({ outputPath: join(dist, 'pagefind') });
          await writeFile(join(dist, 'pagefind', ENTRIES_FILE), JSON.stringify(entries));
        } finally {
          await pagefind.close();
        }
        await removeUnused(join(dist, 'pagefind'));
        const broken = findBrokenLinks(pages, new Set(files), base);
        if (broken.length > 0) throw new Error(describeBrokenLinks(broken));
        logger.info(`${pages.length} pages, every link within the site leads somewhere.`);
      },
    },
  };
}

interface FinishedPage extends LinkedPage {
  /** What the search index gets of it. */
  readonly search: ReturnType<typeof readSearchDocument> | undefined;
}

/** Starlight writes every page as a dark one, for its script to correct. Without that the page follows the reader's system, also where no script runs. */
function followReader(html: string): string {
  return html.replace(/(<html\b[^>]*?) data-theme="dark"/, '$1');
}

/** All files below a folder, relative to it, with forward slashes, sorted. */
async function listFiles(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name).slice(folder.length).replaceAll('\\', '/')).sort();
}

/** A folder elsewhere need not bring an icon of its own. */
async function addFavicon(dist: string, root: string): Promise<void> {
  const target = join(dist, 'favicon.svg');
  await access(target).catch(() => copyFile(join(root, 'public/favicon.svg'), target));
}

async function removeUnused(folder: string): Promise<void> {
  const names = await readdir(folder);
  await Promise.all(names.filter((name) => UNUSED_SEARCH_FILES.test(name)).map((name) => rm(join(folder, name))));
}
