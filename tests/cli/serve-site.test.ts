import { request } from 'node:http';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { serveSite } from '../../scripts/serve-site.ts';
import { temporaryFolder } from '../disk/temporary-folder.ts';
import { put } from './run-polyref.ts';

async function serve(base: string, port = 45_100): Promise<string> {
  const folder = join(await temporaryFolder(), 'dist');
  await put(folder, { 'index.html': 'home', 'a/index.html': 'page a', '404.html': 'lost', 'x.js': 'js', 'data.json': '{}', 'wasm.wasm': 'w', 'with space.txt': 'text', '../secret.txt': 'secret' });
  const server = await serveSite({ folder, base, port });
  onTestFinished(() => server.close());
  return server.url;
}

/** As it is, without the tidying that `fetch` does to a path. */
function get(url: string, path: string, method = 'GET'): Promise<{ status: number; type: string | undefined; location: string | undefined; text: string }> {
  const { port } = new URL(url);
  return new Promise((done, fail) => {
    request({ host: '127.0.0.1', port, path, method }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part: string) => (text += part));
      response.on('end', () => done({ status: response.statusCode ?? 0, type: response.headers['content-type'], location: response.headers.location, text }));
    }).on('error', fail).end();
  });
}

describe('at the root', () => {
  test.each([
    ['/', { status: 200, type: 'text/html; charset=utf-8', text: 'home' }],
    ['/a/', { status: 200, text: 'page a' }],
    ['/a/?q=1', { status: 200, text: 'page a' }],
    ['/a', { status: 301, location: '/a/' }],
    ['/a?q=1', { status: 301, location: '/a/?q=1' }],
    ['/x.js', { status: 200, type: 'text/javascript; charset=utf-8' }],
    ['/data.json', { status: 200, type: 'application/json; charset=utf-8' }],
    ['/wasm.wasm', { status: 200, type: 'application/wasm' }],
    ['/with%20space.txt', { status: 200, text: 'text' }],
    ['/nowhere/', { status: 404, type: 'text/html; charset=utf-8', text: 'lost' }],
    ['/../secret.txt', { status: 400, text: '' }],
    ['/%2e%2e/secret.txt', { status: 400, text: '' }],
    ['/..%2fsecret.txt', { status: 400, text: '' }],
    ['/%', { status: 400, text: '' }],
    ['//example.com/', { status: 404 }],
  ])('%s', async (path, expected) => {
    expect(await get(await serve('/'), path)).toMatchObject(expected);
  });

  test('only reads', async () => {
    const url = await serve('/');
    expect(await get(url, '/', 'POST')).toMatchObject({ status: 405 });
    expect(await get(url, '/', 'HEAD')).toMatchObject({ status: 200, text: '' });
  });
});

test('under a base path', async () => {
  const url = await serve('/docs/');
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/docs\/$/);
  expect(await get(url, '/')).toMatchObject({ status: 302, location: '/docs/' });
  expect(await get(url, '/docs')).toMatchObject({ status: 302, location: '/docs/' });
  expect(await get(url, '/docs/a/')).toMatchObject({ status: 200, text: 'page a' });
  expect(await get(url, '/a/')).toMatchObject({ status: 404 });
});

test('a port that is taken is passed over', async () => {
  const [one, two] = [new URL(await serve('/', 45_200)), new URL(await serve('/', 45_200))];
  expect(Number(two.port)).toBeGreaterThan(Number(one.port));
  expect(await get(two.href, '/')).toMatchObject({ status: 200, text: 'home' });
});
