import { expect, test } from 'vitest';
import { servedFolders } from '../../src/site/served-folders.ts';

test('of this repository: pages, sources and packages, and none of the rest', () => {
  expect(servedFolders({ root: '/srv/polyref', docs: '/srv/polyref/src/content/docs', pages: '/srv/polyref/src/content/docs', settings: {}, publicDir: '/srv/polyref/public' }, ['/srv/polyref/.cache'])).toEqual([
    '/srv/polyref/src/content/docs', '/srv/polyref/public', '/srv/polyref/src', '/srv/polyref/node_modules', '/srv/polyref/.cache',
  ]);
});

test('of another: its pages and what it publishes, and where Polyref and its packages are installed', () => {
  expect(servedFolders({ root: '/srv/shop/node_modules/.pnpm/polyref@1/node_modules/polyref', docs: '/srv/shop/src/content/docs', pages: '/srv/shop/src/content/docs', settings: {}, publicDir: '/srv/shop/public' }, [])).toEqual([
    '/srv/shop/src/content/docs', '/srv/shop/public', '/srv/shop/node_modules/.pnpm/polyref@1/node_modules/polyref/src', '/srv/shop/node_modules/.pnpm/polyref@1/node_modules/polyref/node_modules', '/srv/shop/node_modules',
  ]);
});

test('what the configuration names: a folder of pages, style sheets, components and the logo, and nothing beside them', () => {
  const settings = { css: ['/srv/shop/docs/brand.css'], components: '/srv/shop/docs/components', logo: { light: '/srv/shop/docs/logo.svg', dark: '/srv/shop/docs/dark.svg', alt: '' } };
  expect(servedFolders({ root: '/p', docs: '/srv/shop/src/content/docs', pages: '/srv/shop/handbook', settings, publicDir: '/srv/shop/public' }, [])).toEqual([
    '/srv/shop/src/content/docs', '/srv/shop/handbook', '/srv/shop/public', '/srv/shop/docs/logo.svg', '/srv/shop/docs/dark.svg', '/srv/shop/docs/brand.css', '/srv/shop/docs/components', '/p/src', '/p/node_modules',
  ]);
});
