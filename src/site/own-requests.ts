import type { IncomingMessage } from 'node:http';

/**
 * Why a request to a server on this machine gets no answer; undefined for one that a page of the server itself makes, or somebody who opens its address.
 * A page from elsewhere runs in the same browser: it may send requests here, under a name of its own that leads to this machine (DNS rebinding), or from its own origin.
 * @param port the one that the server listens on
 */
export function refuseForeign(request: Pick<IncomingMessage, 'method' | 'url' | 'headers' | 'headersDistinct'>, port: number): Refusal | undefined {
  const { method, url = '', headers, headersDistinct } = request;
  const hosts = headersDistinct['host'] ?? [];
  if (hosts.length > 1) return { status: 400, text: 'The request names two hosts.' };
  if (!isOwnHost(hosts[0], port)) {
    return { status: 421, text: `This server answers http://127.0.0.1:${port} and http://localhost:${port}, and no other address. A tunnel must use the same port at both ends.` };
  }
  if (method !== 'GET' && method !== 'HEAD') return { status: 405, text: 'This server answers GET and HEAD.', headers: { allow: 'GET, HEAD' } };
  // A whole URL is for proxies. Two slashes would make a redirect to it lead to another host, and so does a backslash in a browser.
  if (!/^\/(?!\/)[^\\]*$/.test(url)) return { status: 400, text: 'This server answers paths that begin with one slash.' };
  if (headers.origin !== undefined && !isOwnOrigin(headers.origin, port)) return FOREIGN;
  const site = headers['sec-fetch-site'];
  if (site === undefined || site === 'same-origin' || site === 'none' || isOpenedPage(request)) return undefined;
  return FOREIGN;
}

export interface Refusal {
  readonly status: number;
  /** Says to whoever reads the answer what is wrong. */
  readonly text: string;
  readonly headers?: Readonly<Record<string, string>>;
}

const FOREIGN: Refusal = { status: 403, text: 'A page of another site made this request. This server answers its own pages.' };

/** Whether a `Host` header names this machine, and the port. */
export function isOwnHost(host: string | undefined, port: number): boolean {
  const [, name = '', given = '80'] = /^(localhost|127\.0\.0\.1|\[::1\])(?::(\d{1,5}))?$/i.exec(host ?? '') ?? [];
  return name !== '' && Number(given) === port;
}

/** Whether an `Origin` header is that of the server's own pages. */
export function isOwnOrigin(origin: string, port: number): boolean {
  return origin.startsWith('http://') && isOwnHost(origin.slice('http://'.length), port);
}

/**
 * A page that is opened by a link from elsewhere, in a window of its own: inside of a page of another site it would show what that page makes its reader press. Parts of pages are
 * not, and neither is what Vite does for its own pages, such as to open an editor; a dot ends the name of such a service as a slash does.
 */
function isOpenedPage({ url = '', headers }: Pick<IncomingMessage, 'url' | 'headers'>): boolean {
  return headers['sec-fetch-mode'] === 'navigate' && (headers['sec-fetch-dest'] ?? 'document') === 'document' && !/\/(?:@(?:fs|id|vite)|__(?:open-in-editor|vite\w*))(?:[/?.]|$)/i.test(url);
}
