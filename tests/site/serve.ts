import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';

/** A site that answers on a port of its own. */
export interface Served {
  /** `http://127.0.0.1:41234`, without a slash at its end. */
  readonly origin: string;
  readonly close: () => Promise<void>;
}

/** Serves a built site on the loopback, as a static host does: `index.html` of a folder, `404.html` for what is not there. */
export async function serve(dist: string, base = '/'): Promise<Served> {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://x').pathname);
    const inside = path.startsWith(base) ? path.slice(base.length) : '\0';
    const file = normalize(inside === '' || inside.endsWith('/') ? `${inside}index.html` : inside);
    const send = (status: number, name: string) =>
      readFile(join(dist, name)).then((body) => response.writeHead(status, { 'content-type': TYPES[extname(name)] ?? 'application/octet-stream' }).end(body));
    (file.includes('\0') || file.startsWith('..') ? Promise.reject(new Error(file)) : send(200, file)).catch(() => send(404, '404.html')).catch(() => response.writeHead(404).end());
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return {
    origin: `http://127.0.0.1:${address.port}`,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};
