import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { extname, join } from 'node:path';
import { UsageError } from './command.ts';

/**
 * Serves a folder of static files to this machine alone (127.0.0.1), under `base`, as a static host does: `/a/` is `a/index.html`, what is not there is `404.html`.
 * @param options.port the first to try; one that is taken is passed over
 */
export async function serveSite(options: { readonly folder: string; readonly base: string; readonly port: number }): Promise<{ readonly url: string; readonly close: () => Promise<void> }> {
  const server = createServer((request, response) => {
    answer(request, response, options).catch(() => response.writeHead(500).end());
  });
  const port = await listen(server, options.port);
  return {
    url: `http://127.0.0.1:${port}${options.base}`,
    close: () => new Promise((done) => {
      server.close(() => done());
      server.closeAllConnections();
    }),
  };
}

async function answer(request: IncomingMessage, response: ServerResponse, { folder, base }: { readonly folder: string; readonly base: string }): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return void response.writeHead(405, { allow: 'GET, HEAD' }).end();
  // Not through `new URL`: it would take `//host/` for another machine.
  const [path = '/', query] = (request.url ?? '/').split('?');
  if (!path.startsWith(base)) {
    const isFrontDoor = path === '/' || `${path}/` === base;
    return void (isFrontDoor ? response.writeHead(302, { location: base }).end() : response.writeHead(404).end());
  }
  const parts = partsOf(path.slice(base.length));
  if (parts === undefined) return void response.writeHead(400).end();
  const target = join(folder, ...parts);
  const found = await stat(target).catch(() => undefined);
  if (found?.isDirectory() && !path.endsWith('/')) return void response.writeHead(301, { location: `${path}/${query === undefined ? '' : `?${query}`}` }).end();
  const file = found?.isDirectory() ? join(target, 'index.html') : target;
  if (await isFile(file)) return send(file, 200, request, response);
  const notFound = join(folder, '404.html');
  if (await isFile(notFound)) return send(notFound, 404, request, response);
  response.writeHead(404).end();
}

/** Undefined for what cannot be a path within the folder. */
function partsOf(path: string): readonly string[] | undefined {
  try {
    const parts = path.split('/').filter((part) => part !== '').map(decodeURIComponent);
    return parts.some((part) => part === '..' || /[/\\\0]/.test(part)) ? undefined : parts;
  } catch {
    return undefined;
  }
}

async function send(file: string, status: number, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { size } = await stat(file);
  response.writeHead(status, { 'content-type': TYPES[extname(file).toLowerCase()] ?? 'application/octet-stream', 'content-length': size, 'cache-control': 'no-cache', 'x-content-type-options': 'nosniff' });
  if (request.method === 'HEAD') return void response.end();
  createReadStream(file).on('error', () => response.destroy()).pipe(response);
}

async function isFile(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isFile() ?? false;
}

/** The port that it got: the first free one of twenty. */
async function listen(server: Server, first: number): Promise<number> {
  for (let port = first; port < first + 20 && port <= 65_535; port += 1) {
    const taken = await new Promise<boolean>((done, fail) => {
      const onError = (error: NodeJS.ErrnoException) => (error.code === 'EADDRINUSE' ? done(true) : fail(error));
      server.once('error', onError);
      server.listen(port, '127.0.0.1', () => {
        server.off('error', onError);
        done(false);
      });
    });
    if (!taken) return port;
  }
  throw new UsageError(`No free port from ${first} on; name another with --port.`);
}

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8', '.html': 'text/html; charset=utf-8', '.ico': 'image/x-icon', '.jpg': 'image/jpeg', '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8', '.map': 'application/json; charset=utf-8', '.mjs': 'text/javascript; charset=utf-8', '.png': 'image/png',
  '.svg': 'image/svg+xml; charset=utf-8', '.txt': 'text/plain; charset=utf-8', '.wasm': 'application/wasm', '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp', '.woff': 'font/woff', '.woff2': 'font/woff2', '.xml': 'application/xml; charset=utf-8',
};
