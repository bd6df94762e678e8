import { describe, expect, it } from 'vitest';
import { describeBrokenLinks, findBrokenLinks } from '../../src/site/check-links.ts';

const page = (route: string, links: readonly string[], ids: readonly string[] = []) => ({ route, links, ids: new Set(ids) });
const check = (links: readonly string[], base = '/') =>
  describeBrokenLinks(
    findBrokenLinks([page('reference/mongodb/skills', links, ['_id', 'body']), page('', []), page('reference/postgresql/goals', [], ['ref_id', 'naïve'])], new Set(['catalog.json', '_astro/a.css']), base),
  );

describe('findBrokenLinks', () => {
  it('accepts pages, fragments, files, and what lies outside', () => {
    const links = ['/', '#_id', '#', '#top', '/reference/postgresql/goals/#ref_id', '../../postgresql/goals/#na%C3%AFve', '/catalog.json', '/_astro/a.css', 'https://example.org/x', 'mailto:a@b.c', 'data:,x', 'http://['];
    expect(check(links)).toBe('0 broken links:');
  });

  it('names page, link and what may have been meant', () => {
    expect(check(['/reference/postgresql/goal/', '/reference/postgresql/goals/#refid', '#bodi', '/nothing/like/it/'])).toBe(
      [
        '4 broken links:',
        '  /reference/mongodb/skills: /reference/postgresql/goal/',
        '    There is no such page. Did you mean /reference/postgresql/goals/?',
        '  /reference/mongodb/skills: /reference/postgresql/goals/#refid',
        '    The page has no #refid. Did you mean #ref_id?',
        '  /reference/mongodb/skills: #bodi',
        '    The page has no #bodi. Did you mean #body?',
        '  /reference/mongodb/skills: /nothing/like/it/',
        '    There is no such page.',
      ].join('\n'),
    );
  });

  it('asks for the slash at the end of a page, which some hosts insist on', () => {
    expect(check(['/reference/postgresql/goals'])).toContain('The address of a page ends with a slash: /reference/postgresql/goals/');
  });

  it('keeps to the base', () => {
    expect(check(['/docs/reference/postgresql/goals/#ref_id', '/docs/catalog.json'], '/docs/')).toBe('0 broken links:');
    expect(check(['/reference/postgresql/goals/'], '/docs/')).toContain('It leads out of the site, whose base is /docs/.');
  });

  it('shows twenty and counts the rest', () => {
    const text = check(Array.from({ length: 25 }, (_, index) => `/missing-${index}/`));
    expect(text).toMatch(/^25 broken links:/);
    expect(text).toMatch(/and 5 more$/);
  });
});
