import type { NormalizedHotChannelClient, ViteDevServer } from 'vite';
import type { DevEvents } from './events.ts';

/**
 * The pages that are open and keep themselves up to date.
 * @param opened called when one says so
 */
export function openPages(server: ViteDevServer, opened: (client: NormalizedHotChannelClient, path: string) => void): OpenPages {
  const paths = new WeakMap<NormalizedHotChannelClient, string>();
  /** How often pages changed. Each page is sent with the number of that moment, so that one that was on its way meanwhile is known when it opens. */
  let turn = 0;
  server.middlewares.use((request, response, next) => {
    if (request.headers.accept?.includes('text/html') === true) response.setHeader('server-timing', `${TURN};desc="${turn}"`);
    next();
  });
  server.ws.on('polyref:open', ({ path, turn: sent }, client) => {
    paths.set(client, path);
    opened(client, path);
    if (sent !== String(turn)) client.send('polyref:refresh');
  });
  return {
    paths: () => new Set([...server.ws.clients].flatMap((client) => paths.get(client) ?? [])),
    send(name, data, path) {
      for (const client of server.ws.clients) if (paths.has(client) && (path === undefined || paths.get(client) === path)) client.send(name, data);
    },
    refresh(may) {
      turn += 1;
      for (const client of server.ws.clients) {
        const path = paths.get(client);
        // A page that shows an error, and says nothing, can only be loaded again.
        if (path === undefined) client.send({ type: 'full-reload' });
        else if (may(path)) client.send('polyref:refresh');
      }
    },
  };
}

/** Under this name a page finds its number among what the browser measured of its loading. */
const TURN = 'polyref-turn';

export interface OpenPages {
  /** Each once, as in its address, with the base. */
  paths(): ReadonlySet<string>;
  /** To all, or to those of one path. */
  send<Name extends keyof DevEvents>(name: Name, data: DevEvents[Name], path?: string): void;
  /** Lets every page fetch itself anew. @param may says which; asked once for each */
  refresh(may: (path: string) => boolean): void;
}
