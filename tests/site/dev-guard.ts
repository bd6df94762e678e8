import { describe, expect, it } from 'vitest';
import { packageRoot } from '../../scripts/project.ts';
import { rawRequest } from '../support/raw-request.ts';
import { secretsServed } from './dev-secrets.ts';

/** What a dev server gives away, and to whom; it serves a folder with `PARTS`, `SECRETS` and the page `by-hand`. */
export function describeGuard({ origin, out }: { readonly origin: () => string; readonly out: () => string }): void {
  describe('what it gives away, and to whom', () => {
    const port = () => Number(new URL(origin()).port);
    const get = (path: string, ...headers: readonly string[]) => ask(`GET ${path} HTTP/1.1`, `Host: 127.0.0.1:${port()}`, ...headers);
    const ask = async (...lines: readonly string[]) => {
      const { status, text } = await rawRequest(port(), [...lines, 'Connection: close']);
      return { status, text: text.replaceAll(String(port()), 'PORT') };
    };
    const OK = { status: 'HTTP/1.1 200 OK' };
    const DENIED = { status: 'HTTP/1.1 403 Forbidden' };
    const FOREIGN = { status: 'HTTP/1.1 403 Forbidden', text: 'A page of another site made this request. This server answers its own pages.' };
    const OTHER_HOST = { status: 'HTTP/1.1 421 Misdirected Request', text: 'This server answers http://127.0.0.1:PORT and http://localhost:PORT, and no other address. A tunnel must use the same port at both ends.' };

    it('no file of the repository, in whatever way it is asked for, but pages, what is published, and what the site is made from', async () => {
      expect(await secretsServed(port(), out())).toEqual([]);
      expect(await get(`/@fs${encodeURI(out())}/src/content/docs/guides/by-hand.mdx?raw`)).toMatchObject({ ...OK, text: expect.stringContaining('Somebody wrote this.') as string });
      expect(await get(`/@fs${encodeURI(packageRoot)}/src/site/client/live-page.ts`)).toMatchObject(OK);
      expect(await get('/catalog.json')).toMatchObject(OK);
      for (const path of ['package.json', 'README.md?import', 'schema/system.ts', 'tests/run-folder.ts?raw']) expect(await get(`/@fs${encodeURI(packageRoot)}/${path}`)).toMatchObject(DENIED);
    });

    it('what a style sheet of a page names, wherever it is, and nothing beside it', async () => {
      expect(await get('/guides/with-parts/', 'Accept: text/html')).toMatchObject({ ...OK, text: expect.stringContaining(`${out()}/src/parts/box.svg`) as string });
      expect(await get(`/@fs${encodeURI(out())}/src/parts/box.svg`)).toMatchObject(OK);
      expect(await get(`/@fs${encodeURI(out())}/src/parts/other.svg`)).toMatchObject(DENIED);
    });

    it('nothing under the name of another host', async () => {
      for (const path of ['/', '/catalog.json', '/explore.json', '/@vite/client', '/_image/?href=x', '/nowhere']) {
        for (const host of [`evil.example:${port()}`, 'evil.example', '127.0.0.1', `192.168.0.1:${port()}`, `x.localhost:${port()}`]) expect(await ask(`GET ${path} HTTP/1.1`, `Host: ${host}`)).toEqual(OTHER_HOST);
      }
      for (const host of ['localhost', '127.0.0.1', '[::1]']) expect(await ask('GET /catalog.json HTTP/1.1', `Host: ${host}:${port()}`)).toMatchObject(OK);
    });

    it('nothing to a page of another origin, but a link to it', async () => {
      const script = ['Sec-Fetch-Site: cross-site', 'Sec-Fetch-Mode: no-cors'];
      for (const headers of [script, ['Sec-Fetch-Site: same-site', 'Sec-Fetch-Mode: cors'], ['Origin: http://localhost:3000'], ['Origin: null']]) {
        for (const path of ['/catalog.json', '/catalog.slim.json', '/explore.json', '/@vite/client', `/@fs${encodeURI(packageRoot)}/src/site/client/live-page.ts`]) expect(await get(path, ...headers)).toEqual(FOREIGN);
      }
      const link = ['Sec-Fetch-Site: cross-site', 'Sec-Fetch-Mode: navigate', 'Sec-Fetch-Dest: document'];
      expect(await get('/catalog.json', ...link)).toMatchObject(OK);
      // Inside of a page of its own it would lay it under what its reader presses.
      for (const part of ['iframe', 'frame', 'object', 'embed']) expect(await get('/', 'Sec-Fetch-Site: cross-site', 'Sec-Fetch-Mode: navigate', `Sec-Fetch-Dest: ${part}`)).toEqual(FOREIGN);
      // Vite would open the file in an editor.
      for (const path of ['/__open-in-editor?file=x', '/__OPEN-in-editor?file=x', '/__open-in-editor/?file=x', '/__open-in-editor.?file=x', '/__open-in-editor.html?file=x', '/__open-in-editor./x?file=x', `/@fs${encodeURI(out())}/schema/system.ts`]) expect(await get(path, ...link)).toEqual(FOREIGN);
      const answer = await rawRequest(port(), ['OPTIONS /catalog.json HTTP/1.1', `Host: 127.0.0.1:${port()}`, 'Origin: http://evil.example', 'Access-Control-Request-Method: GET', 'Connection: close']);
      expect(answer.status).toBe('HTTP/1.1 405 Method Not Allowed');
      const own = await fetch(`${origin()}/catalog.json`, { headers: { origin: origin() } });
      expect(own.status).toBe(200);
      expect(own.headers.get('access-control-allow-origin')).toBeNull();
    });

    it('nothing to a request that does more than read, and no redirect to another host', async () => {
      for (const method of ['POST', 'PUT', 'DELETE']) expect(await ask(`${method} /catalog.json HTTP/1.1`, `Host: 127.0.0.1:${port()}`)).toMatchObject({ status: 'HTTP/1.1 405 Method Not Allowed' });
      for (const path of ['//evil.example', '//evil.example/%2e%2e', '/\\evil.example', 'http://evil.example/']) {
        expect(await get(path)).toEqual({ status: 'HTTP/1.1 400 Bad Request', text: 'This server answers paths that begin with one slash.' });
      }
    });

    it('no message of the schema to a socket of another page', async () => {
      const [, token = ''] = /const wsToken = "([^"]+)"/.exec((await get('/@vite/client')).text) ?? [];
      expect(token).not.toBe('');
      const socket = (host: string, from: string | undefined, query: string) =>
        rawRequest(port(), [`GET /${query} HTTP/1.1`, `Host: ${host}`, 'Connection: Upgrade', 'Upgrade: websocket', 'Sec-WebSocket-Version: 13', 'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==', 'Sec-WebSocket-Protocol: vite-hmr', ...(from === undefined ? [] : [`Origin: ${from}`])]);
      const host = `127.0.0.1:${port()}`;
      expect(await socket(host, origin(), `?token=${token}`)).toMatchObject({ status: 'HTTP/1.1 101 Switching Protocols' });
      expect(await socket(host, origin(), '')).toMatchObject({ status: 'HTTP/1.1 400 Bad Request' });
      for (const from of ['http://evil.example', 'http://localhost:3000', 'null', `https://${host}`]) expect(await socket(host, from, `?token=${token}`)).toMatchObject(DENIED);
      for (const other of [`evil.example:${port()}`, '127.0.0.1:1', `192.168.0.1:${port()}`]) expect(await socket(other, origin(), `?token=${token}`)).toMatchObject(DENIED);
      // What Vite uses to see whether a server is there again.
      expect((await rawRequest(port(), ['GET / HTTP/1.1', `Host: evil.example:${port()}`, 'Connection: Upgrade', 'Upgrade: websocket', 'Sec-WebSocket-Version: 13', 'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==', 'Sec-WebSocket-Protocol: vite-ping'])).status).toBe(DENIED.status);
    });
  });
}

/** A page whose style sheet, outside of the pages, names a picture, and another picture beside that. */
export const PARTS: Readonly<Record<string, string>> = {
  'src/content/docs/guides/with-parts.mdx': "---\ntitle: With parts\n---\n\nimport '../../../parts/box.css';\n\nIt has parts.\n",
  'src/parts/box.css': ".box { background: url('./box.svg'); }\n",
  'src/parts/box.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>\n',
  'src/parts/other.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>\n',
};
