import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { relative } from 'node:path';
import { pipeline } from 'node:stream/promises';
import send from '@fastify/send';
import { refuseForeign } from '../../src/site/own-requests.ts';
import { UsageError } from '../command.ts';
import { findFile, type Found } from './find-file.ts';

/**
 * Serves a folder of static files to this machine alone (127.0.0.1), under `base`, as a static host does: `/a/` is `a/index.html`, what is not there is `404.html`.
 * @param options.port the first to try; one that is taken is passed over
 */
export async function serveSite(options: { readonly folder: string; readonly base: string; readonly port: number }): Promise<{ readonly url: string; readonly close: () => Promise<void> }> {
  let port = 0;
  const server = createServer((request, response) => {
    // Whatever goes wrong with one request ends that request, and not the server.
    answer(request, response, { ...options, port }).catch(() => (response.headersSent ? response.destroy() : say(response, 500, 'The file could not be read.')));
  });
  port = await listen(server, options.port);
  return {
    url: `http://127.0.0.1:${port}${options.base}`,
    close: () => new Promise((done) => {
      server.close(() => done());
      server.closeAllConnections();
    }),
  };
}

async function answer(request: IncomingMessage, response: ServerResponse, { folder, base, port }: { readonly folder: string; readonly base: string; readonly port: number }): Promise<void> {
  const refusal = refuseForeign(request, port);
  if (refusal !== undefined) return say(response, refusal.status, refusal.text, refusal.headers);
  const found = await findFile(request.url ?? '/', { folder, base });
  switch (found.kind) {
    case 'malformed':
      return say(response, 400, 'The path cannot be read.');
    case 'redirect':
      return say(response, found.status, `See ${found.location}`, { location: found.location });
    case 'missing':
      return say(response, 404, 'Page not found.');
    case 'file':
      return sendFile(request, response, found);
  }
}

async function sendFile(request: IncomingMessage, response: ServerResponse, { root, file, isMissing }: Extract<Found, { readonly kind: 'file' }>): Promise<void> {
  const path = relative(root, file).split(/[/\\]/).map(encodeURIComponent).join('/');
  // The page for what is not there is no answer to a question about a version or a part of it.
  if (isMissing) for (const name of ['range', 'if-range', 'if-match', 'if-none-match', 'if-modified-since', 'if-unmodified-since']) delete request.headers[name];
  const { statusCode, headers, stream } = await send(request, path, { root, index: false, dotfiles: 'allow', cacheControl: false });
  const type = statusCode < 300 ? { 'Content-Type': typeOf(file, headers['Content-Type']) } : {};
  response.writeHead(isMissing && statusCode === 200 ? 404 : statusCode, { ...headers, ...type, ...ALWAYS });
  if (request.method === 'HEAD') {
    stream.destroy();
    response.end();
    return;
  }
  await pipeline(stream, response);
}

/** Browsers want a type of a module that is newer than the library's, and of every file one. */
function typeOf(file: string, known: string | undefined): string {
  return /\.m?js$/i.test(file) ? 'text/javascript; charset=utf-8' : (known ?? 'application/octet-stream');
}

function say(response: ServerResponse, status: number, text: string, headers: Readonly<Record<string, string>> = {}): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', ...headers, ...ALWAYS }).end(`${text}\n`);
}

/** Nothing is kept without asking again, guessed from its bytes, or embedded by another site. */
const ALWAYS = { 'cache-control': 'no-cache', 'x-content-type-options': 'nosniff', 'cross-origin-resource-policy': 'same-origin' };

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
  throw new UsageError(`No port from ${first} to ${Math.min(first + 19, 65_535)} is free. Choose another with --port.`);
}
