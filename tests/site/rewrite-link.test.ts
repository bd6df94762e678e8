import { describe, expect, it } from 'vitest';
import { rewriteLink } from '../../src/site/rewrite-link.ts';

const from = (file: string, base = '/', hasOwnIndex = false) => (href: string) => rewriteLink(href, { file: `src/content/docs/${file}`, base, hasOwnIndex });

describe('rewriteLink', () => {
  const link = from('reference/mongodb/skills.mdx');

  it.each([
    ['../postgresql/goals.mdx#ref_id', '/reference/postgresql/goals/#ref_id'],
    ['./event_logs.mdx', '/reference/mongodb/event_logs/'],
    ['event_logs.md?x=1#a', '/reference/mongodb/event_logs/?x=1#a'],
    ['./index.mdx', '/reference/mongodb/'],
    ['./顧客注文.mdx#名前', '/reference/mongodb/%E9%A1%A7%E5%AE%A2%E6%B3%A8%E6%96%87/#名前'],
    ['./%E0%A4%86%E0%A4%A6%E0%A5%87%E0%A4%B6.mdx', '/reference/mongodb/%E0%A4%86%E0%A4%A6%E0%A5%87%E0%A4%B6/'],
    ['../index.mdx#claims', '/#claims'],
    ['../../guides/Write%20a%20schema.mdx', '/guides/write-a-schema/'],
    ['../../../../../public/schemas/mongodb/skills.json', '/schemas/mongodb/skills.json'],
    ['../../../../../../elsewhere.mdx', '/../elsewhere/'],
  ])('leads from file to route: %s', (href, route) => {
    expect(link(href)).toBe(route);
  });

  it('puts the base in front, once', () => {
    const based = from('reference/mongodb/skills.mdx', '/docs/x/');
    expect(based('../index.mdx')).toBe('/docs/x/');
    expect(based('./event_logs.mdx#_id')).toBe('/docs/x/reference/mongodb/event_logs/#_id');
    expect(based('/catalog.json')).toBe('/docs/x/catalog.json');
    expect(based('/docs/x/catalog.json')).toBeUndefined();
  });

  it.each(['#activityId', 'https://example.org/a.mdx', '//example.org/a.mdx', 'mailto:a@b.c', 'image.png', ''])('leaves alone: %s', (href) => {
    expect(link(href)).toBeUndefined();
  });

  it('leads from a folder of its own to its pages, to generated ones and to published files', () => {
    const link = (href: string) => rewriteLink(href, { file: 'handbook/operations/on-call.mdx', pages: 'handbook/', base: '/docs/', hasOwnIndex: false });
    expect(link('../index.mdx')).toBe('/docs/');
    expect(link('./Paging.md#who')).toBe('/docs/operations/paging/#who');
    expect(link('../../src/content/docs/reference/retention.mdx')).toBe('/docs/reference/retention/');
    expect(link('../../public/catalog.json')).toBe('/docs/catalog.json');
  });

  it('gives the root to the overview, unless somebody wrote a page for it', () => {
    expect(from('guides/a.mdx')('../reference/index.mdx')).toBe('/');
    expect(from('guides/a.mdx', '/', true)('../reference/index.mdx')).toBe('/reference/');
    expect(from('guides/a.mdx', '/', true)('../index.mdx')).toBe('/');
  });
});
