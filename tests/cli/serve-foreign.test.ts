import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serveSite } from '../../scripts/serve/serve-site.ts';
import { rawRequest } from '../support/raw-request.ts';
import { put } from './run-polyref.ts';

let folder: string;
let server: Awaited<ReturnType<typeof serveSite>>;
let port: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'polyref-foreign-'));
  await put(folder, { 'index.html': 'home', 'data.json': '{}' });
  server = await serveSite({ folder, base: '/', port: 45_500 });
  port = new URL(server.url).port;
});

afterAll(async () => {
  await server?.close();
  await rm(folder, { recursive: true, force: true });
});

/** What the server answers to these lines, `PORT` being its own: the first line, and the text. */
async function ask(...lines: readonly string[]): Promise<string> {
  const { status, text } = await rawRequest(Number(port), lines.map((line) => line.replaceAll('PORT', port)));
  return `${status} ${text.replaceAll(port, 'PORT')}`.trim();
}

const get = (path: string, headers: readonly string[]) => ask(`GET ${path} HTTP/1.1`, 'Host: 127.0.0.1:PORT', ...headers, 'Connection: close');
const page = (...headers: readonly string[]) => get('/', headers);
const home = 'HTTP/1.1 200 OK home';
const otherHost = 'HTTP/1.1 421 Misdirected Request This server answers http://127.0.0.1:PORT and http://localhost:PORT, and no other address. A tunnel must use the same port at both ends.';
const foreign = 'HTTP/1.1 403 Forbidden A page of another site made this request. This server answers its own pages.';
const oneSlash = 'HTTP/1.1 400 Bad Request This server answers paths that begin with one slash.';

describe('the host that a request names', () => {
  test.each(['127.0.0.1:PORT', 'localhost:PORT', 'LocalHost:PORT', '[::1]:PORT'])('%s is this machine', async (host) => {
    expect(await ask('GET / HTTP/1.1', `Host: ${host}`, 'Connection: close')).toBe(home);
  });

  test.each([
    'evil.example:PORT', 'evil.example', '127.0.0.1', 'localhost', '127.0.0.1:1', '127.0.0.1:PORT0', '127.0.0.1.evil.example:PORT', 'localhost.evil.example:PORT', 'x.localhost:PORT', 'localhost.:PORT', 'evil.example#localhost:PORT',
    'evil@127.0.0.1:PORT', '127.0.0.1:PORT@evil.example', '0.0.0.0:PORT', '127.0.0.2:PORT', '2130706433:PORT', '[::ffff:127.0.0.1]:PORT', '192.168.0.1:PORT', '127.0.0.1:PORT,evil.example', '',
  ])('`%s` is not', async (host) => {
    expect(await ask('GET / HTTP/1.1', `Host: ${host}`, 'Connection: close')).toBe(otherHost);
  });

  test('a request names one', async () => {
    expect(await ask('GET / HTTP/1.0')).toBe(otherHost);
    expect(await ask('GET / HTTP/1.1', 'Connection: close')).toBe('HTTP/1.1 400 Bad Request');
    expect(await ask('GET / HTTP/1.1', 'Host: 127.0.0.1:PORT', 'Host: evil.example', 'Connection: close')).toBe('HTTP/1.1 400 Bad Request The request names two hosts.');
    expect(await ask('GET / HTTP/1.1', 'Host: 127.0.0.1:PORT', 'X-Forwarded-Host: evil.example', 'Connection: close')).toBe(home);
  });
});

describe('who makes a request', () => {
  test('somebody who opens the address, a page of the site, a link from elsewhere, a program', async () => {
    expect(await page()).toBe(home);
    expect(await page('Sec-Fetch-Site: none', 'Sec-Fetch-Mode: navigate')).toBe(home);
    expect(await page('Sec-Fetch-Site: same-origin', 'Sec-Fetch-Mode: cors', 'Origin: http://localhost:PORT')).toBe(home);
    expect(await page('Sec-Fetch-Site: cross-site', 'Sec-Fetch-Mode: navigate', 'Sec-Fetch-Dest: document')).toBe(home);
  });

  test.each<[string, string[], string?]>([
    ['a script of another site', ['Sec-Fetch-Site: cross-site', 'Sec-Fetch-Mode: no-cors']],
    ['another server on this machine', ['Sec-Fetch-Site: same-site', 'Sec-Fetch-Mode: cors']],
    ['another site that shows it inside of its own page', ['Sec-Fetch-Site: cross-site', 'Sec-Fetch-Mode: navigate', 'Sec-Fetch-Dest: iframe']],
    ['a link to what opens an editor, whatever ends its name', ['Sec-Fetch-Site: cross-site', 'Sec-Fetch-Mode: navigate', 'Sec-Fetch-Dest: document'], '/__open-in-editor.html?file=x'],
    ['another origin, by an older browser', ['Origin: https://evil.example']],
    ['an origin that hides its name', ['Origin: null']],
    ['an origin that begins as this one', ['Origin: http://127.0.0.1:PORT.evil.example']],
    ['this machine under another port', ['Origin: http://localhost:1']],
    ['this machine under another protocol', ['Origin: https://localhost:PORT']],
  ])('not %s', async (_, headers, path = '/') => {
    expect(await get(path, headers)).toBe(foreign);
  });
});

describe('lines that no browser sends', () => {
  test.each([
    ['GET http://evil.example/ HTTP/1.1', oneSlash],
    ['GET http://127.0.0.1:PORT/ HTTP/1.1', oneSlash],
    ['GET //evil.example/%2e%2e HTTP/1.1', oneSlash],
    ['GET /\\evil.example HTTP/1.1', oneSlash],
    ['GET / HTTP/1.1', home],
    ['GET /?a=b?c=d HTTP/1.1', home],
    ['OPTIONS * HTTP/1.1', 'HTTP/1.1 405 Method Not Allowed This server answers GET and HEAD.'],
    ['CONNECT evil.example:443 HTTP/1.1', ''],
    ['GET * HTTP/1.1', oneSlash],
    ['GET data.json HTTP/1.1', 'HTTP/1.1 400 Bad Request'],
    ['GET /\0 HTTP/1.1', 'HTTP/1.1 400 Bad Request'],
    ['GET /a b HTTP/1.1', 'HTTP/1.1 400 Bad Request'],
    ['get / HTTP/1.1', 'HTTP/1.1 400 Bad Request'],
    ['GET / HTTP/9.9', 'HTTP/1.1 400 Bad Request'],
    ['\x16\x03\x01\x02', 'HTTP/1.1 400 Bad Request'],
  ])('%j', async (line, answer) => {
    expect(await ask(line, 'Host: 127.0.0.1:PORT', 'Connection: close')).toBe(answer);
    expect(await page()).toBe(home);
  });

  test('a path, or headers, without end', async () => {
    expect(await ask(`GET /${'a'.repeat(10_000)} HTTP/1.1`, 'Host: 127.0.0.1:PORT', 'Connection: close')).toBe('HTTP/1.1 404 Not Found Page not found.');
    expect(await ask(`GET /${'a/'.repeat(5000)} HTTP/1.1`, 'Host: 127.0.0.1:PORT', 'Connection: close')).toBe('HTTP/1.1 404 Not Found Page not found.');
    expect(await ask(`GET /${'a'.repeat(100_000)} HTTP/1.1`, 'Host: 127.0.0.1:PORT', 'Connection: close')).toMatch(/^(HTTP\/1\.1 431 Request Header Fields Too Large)?$/);
    expect(await ask('GET / HTTP/1.1', 'Host: 127.0.0.1:PORT', `X: ${'a'.repeat(100_000)}`, 'Connection: close')).toMatch(/^(HTTP\/1\.1 431 Request Header Fields Too Large)?$/);
    expect(await page()).toBe(home);
  });

  test('an answer that nobody waits for', async () => {
    await new Promise<void>((done) => {
      const socket = connect(Number(port), '127.0.0.1', () => {
        socket.write('GET / HTTP/1.1\r\nHost: 127.0.0.1:' + port + '\r\n\r\n', () => socket.resetAndDestroy());
        socket.on('close', () => done());
      });
    });
    expect(await page()).toBe(home);
  });
});
