import { describe, expect, it } from 'vitest';
import type { DocsSettings } from '../../src/lib/model/docs-settings.ts';
import { readSiteOptions, withSettings } from '../../src/site/options.ts';

it('readSiteOptions builds this package, at the root of its host, unless told otherwise', () => {
  expect(readSiteOptions({}, '/p')).toEqual({ root: '/p', out: '/p', docs: '/p/src/content/docs', pages: '/p/src/content/docs', settings: {}, publicDir: '/p/public', dist: '/p/dist', base: '/' });
});

it('readSiteOptions gives the site of another folder a name that nothing else has', () => {
  expect(readSiteOptions({ POLYREF_OUT: '/else' }, '/p').dist).toBe('/else/polyref-site');
});

it('readSiteOptions takes another folder, output, base and address', () => {
  expect(readSiteOptions({ POLYREF_OUT: '/else', POLYREF_BASE: 'docs/data', POLYREF_SITE: 'https://x.test', POLYREF_DIST: 'site' }, '/p')).toEqual({
    root: '/p', out: '/else', docs: '/else/src/content/docs', pages: '/else/src/content/docs', settings: {}, publicDir: '/else/public', dist: '/else/site', base: '/docs/data/', site: 'https://x.test',
  });
});

describe('withSettings', () => {
  const options = readSiteOptions({}, '/p');
  const typed = readSiteOptions({ POLYREF_BASE: '/typed/', POLYREF_SITE: 'https://typed.test' }, '/p');
  const asked = (settings: DocsSettings, flags = { base: false, site: false }, given = options) => {
    const { base, site, pages } = withSettings(given, settings, flags);
    return { base, site, pages };
  };

  it('takes site and base from the address of the site, or the base alone', () => {
    expect(asked({ url: 'https://docs.example.com/data/' })).toEqual({ base: '/data/', site: 'https://docs.example.com', pages: '/p/src/content/docs' });
    expect(asked({ base: '/data/', pages: '/p/handbook' })).toEqual({ base: '/data/', site: undefined, pages: '/p/handbook' });
    expect(asked({})).toEqual({ base: '/', site: undefined, pages: '/p/src/content/docs' });
  });

  it('lets each flag win', () => {
    expect(asked({ url: 'https://docs.example.com/data/' }, { base: true, site: false }, typed)).toMatchObject({ base: '/typed/', site: 'https://docs.example.com' });
    expect(asked({ url: 'https://docs.example.com/data/' }, { base: false, site: true }, typed)).toMatchObject({ base: '/data/', site: 'https://typed.test' });
  });
});
