import { join } from 'node:path';
import type { NormalizedHotChannelClient, ViteDevServer } from 'vite';
import { liveReads, type LiveRead } from '../../explore/live-reads.ts';
import { EXPLORE_DATA } from '../../explore/polyref-explore.ts';
import { buildSystem } from '../../explore/system/build-system.ts';
import type { System } from '../../explore/system/system.ts';
import type { Catalog } from '../../lib/model/catalog.ts';
import type { SiteOptions } from '../options.ts';

/** The picture of everything while the schema is edited: sent to whoever explores as soon as the schema is read, before any page is written, and given to who begins to. */
export function liveSystem(server: Pick<ViteDevServer, 'ws' | 'middlewares'>, { base, publicDir }: Pick<SiteOptions, 'base' | 'publicDir'>): LiveSystem {
  const file = join(publicDir, 'catalog.json');
  const explorers = new WeakSet<NormalizedHotChannelClient>();
  server.ws.on('polyref:explore', (_data, client) => {
    explorers.add(client);
    // The schema may have been edited since the page was asked for.
    const live = liveReads.get(file);
    if (live !== undefined) client.send('polyref:system', live.system());
  });
  server.middlewares.use((request, response, next) => {
    const live = liveReads.get(file);
    if (live === undefined || request.url?.split('?')[0] !== `${base}${EXPLORE_DATA}`) return next();
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(live.system()));
  });
  return {
    read(catalog) {
      const live = readOf(catalog);
      liveReads.set(file, live);
      for (const client of server.ws.clients) if (explorers.has(client)) client.send('polyref:system', live.system());
    },
    forget: () => void liveReads.delete(file),
  };
}

export interface LiveSystem {
  /** The schema says this now. */
  read(catalog: Catalog): void;
  /** Nobody serves it any more. */
  forget(): void;
}

function readOf(catalog: Catalog): LiveRead {
  let system: System | undefined;
  return { catalog, system: () => (system ??= buildSystem(catalog)) };
}
