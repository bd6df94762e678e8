import { expect, test } from 'vitest';
import { servedFolders } from '../../src/site/served-folders.ts';

test('of this repository: pages, sources and packages, and none of the rest', () => {
  expect(servedFolders({ root: '/srv/polyref', docs: '/srv/polyref/src/content/docs', publicDir: '/srv/polyref/public' }, ['/srv/polyref/.cache'])).toEqual([
    '/srv/polyref/src/content/docs', '/srv/polyref/public', '/srv/polyref/src', '/srv/polyref/node_modules', '/srv/polyref/.cache',
  ]);
});

test('of another: its pages and what it publishes, and where Polyref and its packages are installed', () => {
  expect(servedFolders({ root: '/srv/shop/node_modules/.pnpm/polyref@1/node_modules/polyref', docs: '/srv/shop/src/content/docs', publicDir: '/srv/shop/public' }, [])).toEqual([
    '/srv/shop/src/content/docs', '/srv/shop/public', '/srv/shop/node_modules/.pnpm/polyref@1/node_modules/polyref/src', '/srv/shop/node_modules/.pnpm/polyref@1/node_modules/polyref/node_modules', '/srv/shop/node_modules',
  ]);
});
