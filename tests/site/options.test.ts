import { expect, it } from 'vitest';
import { readSiteOptions } from '../../src/site/options.ts';

it('readSiteOptions builds this package, at the root of its host, unless told otherwise', () => {
  expect(readSiteOptions({}, '/p')).toEqual({ root: '/p', out: '/p', docs: '/p/src/content/docs', publicDir: '/p/public', dist: '/p/dist', base: '/' });
});

it('readSiteOptions gives the site of another folder a name that nothing else has', () => {
  expect(readSiteOptions({ POLYREF_OUT: '/else' }, '/p').dist).toBe('/else/polyref-site');
});

it('readSiteOptions takes another folder, output, base and address', () => {
  expect(readSiteOptions({ POLYREF_OUT: '/else', POLYREF_BASE: 'docs/data', POLYREF_SITE: 'https://x.test', POLYREF_DIST: 'site' }, '/p')).toEqual({
    root: '/p', out: '/else', docs: '/else/src/content/docs', publicDir: '/else/public', dist: '/else/site', base: '/docs/data/', site: 'https://x.test',
  });
});
