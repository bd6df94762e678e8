import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { slimCatalogName, type Drawer } from '../diagrams/index.ts';
import { isWithin } from '../lib/disk/is-within.ts';
import type { Finding } from '../lib/model/finding.ts';
import { slimCatalog } from '../lib/model/slim-catalog.ts';
import { visibleLine } from '../lib/model/visible-line.ts';
import { followEdits, type LiveSchema, type ReadSchema } from './dev/follow-edits.ts';
import { followMadePages } from './dev/follow-made-pages.ts';
import { forgetPages } from './dev/forget-pages.ts';
import { generatedPages } from './dev/generated-pages.ts';
import { holdBackReloads } from './dev/hold-back-reloads.ts';
import { liveFigures } from './dev/live-figures.ts';
import { liveSystem, type LiveSystem } from './dev/live-system.ts';
import { noticeNewFiles } from './dev/notice-new-files.ts';
import { openPages, type OpenPages } from './dev/open-pages.ts';
import type { SiteOptions } from './options.ts';

export interface DevOptions {
  /** Absolute path of the folder of definitions. */
  readonly schemaDir: string;
  /** Absolute paths of further files that the pages follow from; they need not be there yet. */
  readonly files?: readonly string[];
  readonly schema: LiveSchema;
  /** What was found when the pages were last made; without it the pages are made once at the start. */
  readonly findings?: readonly Finding[];
}

/**
 * Keeps the open page true while the schema is edited: its diagrams first, then, when its text is made and compiled, the rest of it, all without loading it anew. Shows
 * the mistakes of a schema that cannot be read over the last good page, also after a reload, until they are mended.
 */
export function polyrefDev({ schemaDir, files = [], schema, findings, site, drawer }: DevOptions & { readonly site: SiteOptions; readonly drawer: Drawer }): AstroIntegration {
  const generated = join(site.docs, 'reference');
  const pages = generatedPages(site);
  let readers: OpenPages | undefined;
  let newest: ReadSchema | undefined;
  let live: LiveSystem | undefined;
  const reloads = holdBackReloads({
    isGenerated: (file) => isWithin(file, generated),
    isWritten: (file) => (isWithin(file, site.docs) || isWithin(file, site.pages)) && !isWithin(file, generated),
    pagesChanged: (why) => readers?.refresh((path) => {
      // Until Astro has noticed that a page is gone, it fails to compile it.
      const isGone = newest !== undefined && pages.isGenerated(path) && pages.fileOf(path, newest.paths) === undefined;
      return why === 'listed' || !isGone;
    }),
  });
  return {
    name: 'polyref-dev',
    hooks: {
      'astro:config:setup': ({ injectScript, updateConfig }) => {
        injectScript('page', `import ${JSON.stringify(fileURLToPath(new URL('client/live-page.ts', import.meta.url)))};`);
        updateConfig({ vite: { plugins: [reloads.plugin], optimizeDeps: { include: ['idiomorph'] } } });
      },
      'astro:server:setup': ({ server, logger, refreshContent }) => {
        /** Paths of the pages that were written last. */
        let written: string | undefined;
        let mistakes = onlyErrors(findings ?? []);
        const figures = liveFigures(pages, drawer);
        live = liveSystem(server, site);
        const open = openPages(server, (client, path) => {
          figures.opened(path);
          client.send('polyref:findings', mistakes);
        });
        readers = open;
        const made = followMadePages(server, site, () => refreshContent?.({}) ?? Promise.resolve());
        const tell = (found: readonly Finding[]): void => {
          mistakes = onlyErrors(found);
          for (const mistake of mistakes) logger.error(inOneLine(mistake));
          open.send('polyref:findings', mistakes);
        };
        const followed = new Set(files);
        const follow = (): void => {
          for (const file of schema.files()) {
            if (isWithin(file, schemaDir) || followed.has(file)) continue;
            followed.add(file);
            server.watcher.add(file);
          }
        };
        const run = followEdits({ ...schema, read: () => schema.read().finally(follow) }, {
          async show(read) {
            newest = read;
            if (mistakes.length > 0) tell([]);
            for (const path of open.paths()) {
              // One that cannot be drawn is told of by the page itself, when it is compiled.
              const changed = await figures.changed(path, read).catch(() => []);
              if (changed.length > 0) open.send('polyref:figures', changed, path);
            }
            // What cannot be drawn must not keep the pages from being written.
            try {
              live?.read(read.catalog);
            } catch (error) {
              logger.error(visibleLine(`Explore could not be drawn: ${error instanceof Error ? error.message : String(error)}`));
            }
          },
          written: (changed) => {
            noticeNewFiles(server.watcher, changed.filter((path) => path.endsWith('.mdx')).map((path) => join(site.out, path)), server.config.root);
            const paths = newest?.paths.join('\n');
            // By one of these times Astro has heard of it, also on a busy machine.
            if (paths !== written) for (const pause of [1000, 4000, 12_000]) setTimeout(forgetPages, pause, server).unref();
            written = paths;
            void made.written(changed).then((isAnyStale) => {
              if (isAnyStale) open.refresh(() => true);
            });
          },
          tell,
        });
        // Who draws in the browser needs the catalog as it was read, before it is written.
        server.middlewares.use((request, response, next) => {
          if (newest === undefined || request.url?.split('?')[0] !== `${site.base}${slimCatalogName}`) return next();
          response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(slimCatalog(newest.catalog)));
        });
        reloads.attach(server);
        server.watcher.add([schemaDir, ...files]);
        follow();
        server.watcher.on('all', (_event, file) => {
          if (isWithin(file, schemaDir) || followed.has(file)) run();
        });
        if (findings === undefined) run();
        // The first edit must not wait for a thread to start.
        void drawer.warm();
      },
      'astro:server:done': () => live?.forget(),
    },
  };
}

function inOneLine({ location, message, hint }: Finding): string {
  return visibleLine([...(location ? [`${location.file}:${location.line}:${location.column}`] : []), message, ...(hint === undefined ? [] : [hint])].join(' '));
}

function onlyErrors(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(({ severity }) => severity === 'error');
}
