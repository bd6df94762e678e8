import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Plugin } from 'vite';
import { isOwnHost, isOwnOrigin, refuseForeign } from '../own-requests.ts';

/**
 * Lets the dev server answer its own pages alone, before anything else sees a request: Vite takes every IP address for a host of its own, and Astro lets every
 * link of another site through, also one that opens a file in an editor.
 */
export function guardRequests(): Plugin {
  return {
    name: 'polyref-guard-requests',
    apply: 'serve',
    configureServer: {
      // The last hook to run puts its handler first.
      order: 'post',
      handler({ httpServer, middlewares }) {
        const port = (): number => {
          const address = httpServer?.address();
          return address !== null && typeof address === 'object' ? address.port : 0;
        };
        httpServer?.prependListener('upgrade', (request: IncomingMessage, socket: Duplex) => refuseForeignSocket(request, socket, port()));
        return () => {
          middlewares.stack.unshift({
            route: '',
            handle: (request: IncomingMessage, response: ServerResponse, next: () => void) => {
              const refusal = refuseForeign(request, port());
              if (refusal === undefined) return next();
              response.writeHead(refusal.status, { 'content-type': 'text/plain; charset=utf-8', 'x-content-type-options': 'nosniff', ...refusal.headers }).end(`${refusal.text}\n`);
            },
          });
        };
      },
    },
  };
}

/** A socket knows no more of its page than the origin, which every browser tells. */
function refuseForeignSocket(request: IncomingMessage, socket: Duplex, port: number): void {
  const { headers, headersDistinct } = request;
  const hosts = headersDistinct['host'] ?? [];
  if (hosts.length === 1 && isOwnHost(hosts[0], port) && (headers.origin === undefined || isOwnOrigin(headers.origin, port))) return;
  // Vite hears of the request too: without a protocol that it knows it leaves it alone.
  delete headers['sec-websocket-protocol'];
  socket.on('error', () => undefined);
  socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
}
