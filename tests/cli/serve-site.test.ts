import { request } from 'node:http';
import { join } from 'node:path';
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { describe, expect, onTestFinished, test } from 'vitest';
import { serveSite } from '../../scripts/serve/serve-site.ts';
import { temporaryFolder } from '../disk/temporary-folder.ts';
import { put } from './run-polyref.ts';

const SITE = {
  'index.html': 'home', 'a/index.html': 'page a', '404.html': 'lost', 'x.js': 'js', 'data.json': '{}', 'with space.txt': 'text', 'numbers.txt': '0123456789', 'empty/only.txt': '',
  'pagefind/wasm.en.pagefind': 'p', 'explore.wasm': 'w', 'style.css': 's', 'picture.svg': '<svg/>', 'font.woff2': 'f',
  '.hidden/index.html': 'hidden', '.env': 'SECRET', '.well-known/security.txt': 'contact', '__history/index.html': 'page of a table', '../secret.txt': 'secret', '../outside/index.html': 'outside',
};

async function serve(base: string, port = 45_100): Promise<string> {
  const folder = join(await temporaryFolder(), 'dist');
  await put(folder, SITE);
  const links = { 'leak.txt': '../secret.txt', 'leak-folder': '../outside', 'leak-dot.txt': '.env', 'same.txt': 'numbers.txt', 'same-folder': 'a', 'circle.txt': 'circle.txt' };
  for (const [name, target] of Object.entries(links)) await symlink(target, join(folder, name));
  const server = await serveSite({ folder, base, port });
  onTestFinished(() => server.close());
  return server.url;
}

/** As it is, without the tidying that `fetch` does to a path. */
function get(url: string, path: string, { method = 'GET', headers = {} }: { readonly method?: string; readonly headers?: Readonly<Record<string, string>> } = {}): Promise<Answer> {
  const { port } = new URL(url);
  return new Promise((done, fail) => {
    request({ host: '127.0.0.1', port, path, method, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part: string) => (text += part));
      response.on('end', () => done({ status: response.statusCode ?? 0, type: response.headers['content-type'], location: response.headers.location, text, headers: response.headers }));
    }).on('error', fail).end();
  });
}

interface Answer {
  readonly status: number;
  readonly type: string | undefined;
  readonly location: string | undefined;
  readonly text: string;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
}

const lost = { status: 404, type: 'text/html; charset=utf-8', text: 'lost' };
const malformed = { status: 400, text: 'The path cannot be read.\n' };
const manySlashes = { status: 400, text: 'This server answers paths that begin with one slash.\n', location: undefined };

describe('at the root', () => {
  test.each([
    ['/', { status: 200, type: 'text/html; charset=utf-8', text: 'home' }],
    ['/a/', { status: 200, text: 'page a' }],
    ['/a/?q=1', { status: 200, text: 'page a' }],
    ['/a', { status: 301, location: '/a/' }],
    ['/a?q=1', { status: 301, location: '/a/?q=1' }],
    ['/a?q=//example.com', { status: 301, location: '/a/?q=//example.com' }],
    ['/__history/', { status: 200, text: 'page of a table' }],
    ['/with%20space.txt', { status: 200, text: 'text' }],
    ['/nowhere/', lost],
    ['/empty/', lost],
    ['/x.js/', lost],
    [`/${'long'.repeat(1000)}/`, lost],
    ['/../secret.txt', malformed],
    ['/%2e%2e/secret.txt', malformed],
    ['/..%2fsecret.txt', malformed],
    ['/%2e%2e%2fsecret.txt', malformed],
    ['/..%5csecret.txt', malformed],
    ['/a/./', malformed],
    ['/a//', malformed],
    ['/a/%00', malformed],
    ['/%', malformed],
    ['/%ff', malformed],
    ['//example.com/', manySlashes],
    ['//a', manySlashes],
    ['//example.com/%2e%2e', manySlashes],
    ['/\\example.com', manySlashes],
    ['/a/\\..\\secret.txt', manySlashes],
    ['/.hidden/', lost],
    ['/.hidden', lost],
    ['/.env', lost],
    ['/%2eenv', lost],
    ['/.well-known/security.txt', { status: 200, text: 'contact' }],
    ['/leak.txt', lost],
    ['/leak-folder/', lost],
    ['/leak-folder', lost],
    ['/leak-dot.txt', lost],
    ['/circle.txt', lost],
    ['/same.txt', { status: 200, text: '0123456789' }],
    ['/same-folder/', { status: 200, text: 'page a' }],
  ])('%s', async (path, expected) => {
    expect(await get(await serve('/'), path)).toMatchObject(expected);
  });

  test.each([
    ['/x.js', 'text/javascript; charset=utf-8'],
    ['/data.json', 'application/json; charset=utf-8'],
    ['/style.css', 'text/css; charset=utf-8'],
    ['/picture.svg', 'image/svg+xml'],
    ['/font.woff2', 'font/woff2'],
    ['/explore.wasm', 'application/wasm'],
    ['/pagefind/wasm.en.pagefind', 'application/octet-stream'],
    ['/numbers.txt', 'text/plain; charset=utf-8'],
  ])('the type of %s is %s', async (path, type) => {
    expect(await get(await serve('/'), path)).toMatchObject({ status: 200, type });
  });

  test('nothing is kept, guessed, or embedded by another site, also what is not there', async () => {
    const url = await serve('/');
    const headers = { 'cache-control': 'no-cache', 'x-content-type-options': 'nosniff', 'cross-origin-resource-policy': 'same-origin' };
    for (const path of ['/', '/a', '/x.js', '/nowhere/', '/%', '//a']) expect(await get(url, path)).toMatchObject({ headers });
  });

  test('only reads', async () => {
    const url = await serve('/');
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'PROPFIND']) {
      expect(await get(url, '/', { method })).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD' } });
    }
    expect(await get(url, '/numbers.txt', { method: 'HEAD' })).toMatchObject({ status: 200, text: '', headers: { 'content-length': '10' } });
    expect(await get(url, '/nowhere/', { method: 'HEAD' })).toMatchObject({ status: 404, text: '', headers: { 'content-length': '4' } });
  });

  test.each([
    ['bytes=2-4', { status: 206, text: '234', headers: { 'content-range': 'bytes 2-4/10' } }],
    ['bytes=0-0', { status: 206, text: '0' }],
    ['bytes=-3', { status: 206, text: '789' }],
    ['bytes=7-', { status: 206, text: '789' }],
    ['bytes=7-99', { status: 206, text: '789' }],
    ['bytes=10-', { status: 416, headers: { 'content-range': 'bytes */10' } }],
    ['bytes=4-2', { status: 416 }],
    ['bytes=0-1,4-5', { status: 200, text: '0123456789' }],
    ['lines=1-2', { status: 200, text: '0123456789' }],
  ])('the part %s', async (range, expected) => {
    const url = await serve('/');
    expect(await get(url, '/numbers.txt', { headers: { range } })).toMatchObject(expected);
    expect(await get(url, '/nowhere/', { headers: { range } })).toMatchObject(lost);
    expect(await get(url, '/numbers.txt')).toMatchObject({ status: 200, text: '0123456789' });
  });

  test('what the browser has and is the same is not sent again', async () => {
    const url = await serve('/');
    const { etag } = (await get(url, '/a/')).headers;
    expect(await get(url, '/a/', { headers: { 'if-none-match': String(etag) } })).toMatchObject({ status: 304, text: '' });
    expect(await get(url, '/nowhere/', { headers: { 'if-none-match': '*' } })).toMatchObject(lost);
  });
});

test('under a base path', async () => {
  const url = await serve('/docs/');
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/docs\/$/);
  expect(await get(url, '/')).toMatchObject({ status: 302, location: '/docs/' });
  expect(await get(url, '/docs')).toMatchObject({ status: 302, location: '/docs/' });
  expect(await get(url, '/docs/a/')).toMatchObject({ status: 200, text: 'page a' });
  expect(await get(url, '/docs/a')).toMatchObject({ status: 301, location: '/docs/a/' });
  expect(await get(url, '/docs/leak.txt')).toMatchObject(lost);
  for (const path of ['/a/', '/docsa/', '/docs.html', '/docs%2fa/']) expect(await get(url, path)).toMatchObject(lost);
  for (const path of ['/docs//example.com', '/docs/../docs/a', '/docs/..']) expect(await get(url, path)).toMatchObject(malformed);
  for (const path of ['//docs', '//docs/a', '/\\docs']) expect(await get(url, path)).toMatchObject(manySlashes);
});

test('a site that is built again while it is served is the new one', async () => {
  const folder = join(await temporaryFolder(), 'dist');
  await put(folder, { 'index.html': 'old' });
  const server = await serveSite({ folder, base: '/', port: 45_150 });
  onTestFinished(() => server.close());
  expect(await get(server.url, '/')).toMatchObject({ text: 'old' });
  expect(await get(server.url, '/b/')).toMatchObject({ status: 404, type: 'text/plain; charset=utf-8', text: 'Page not found.\n' });
  await mkdir(join(folder, 'b'));
  await writeFile(join(folder, 'index.html'), 'renewed');
  await writeFile(join(folder, 'b/index.html'), 'added');
  expect(await get(server.url, '/')).toMatchObject({ text: 'renewed' });
  expect(await get(server.url, '/b/')).toMatchObject({ text: 'added' });
});

test('a port that is taken is passed over', async () => {
  const [one, two] = [new URL(await serve('/', 45_200)), new URL(await serve('/', 45_200))];
  expect(Number(two.port)).toBeGreaterThan(Number(one.port));
  expect(await get(two.href, '/')).toMatchObject({ status: 200, text: 'home' });
});

test('where no port is free, it says so', async () => {
  const blocked = await serveSite({ folder: await temporaryFolder(), base: '/', port: 65_535 });
  onTestFinished(() => blocked.close());
  await expect(serveSite({ folder: '.', base: '/', port: 65_535 })).rejects.toThrow('No port from 65535 to 65535 is free. Choose another with --port.');
});
