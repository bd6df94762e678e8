import { describe, expect, test } from 'vitest';
import { NO_REVIEW } from '../../src/lib/emit/mdx/review.ts';
import { REFERENCE_FOLDER } from '../../src/lib/model/page-path.ts';
import { renderPages, renderSite } from '../../src/lib/emit/render-pages.ts';
import { brokenLinks } from './broken-links.ts';
import { HOSTILE_TEXTS } from './hostile-texts.ts';
import { foreignNodes, PARSERS, withoutFrontmatter } from './parse-mdx.ts';
import { sampleCatalog } from './sample-catalog.ts';
import { sampleReview } from './sample-review.ts';

const catalog = sampleCatalog();
const pages = renderSite(catalog, sampleReview());

/** The pages that show what rules say. */
const SHOWN = ['findings.mdx', 'rules/index.mdx', 'rules/first-rule.mdx', 'rules/second-rule.mdx', 'rules/third-rule.mdx', 'mongodb/index.mdx', 'mongodb/order_views.mdx', 'mongodb/notes.mdx', 'index.mdx'];

test.each(SHOWN)('%s', async (file) => {
  await expect(pages.get(`${REFERENCE_FOLDER}/${file}`)).toMatchFileSnapshot(`expected/reviewed/${file}`);
});

test('a rule without a plain id has no page, and no link leads to one', () => {
  expect([...pages.keys()].filter((path) => path.includes('/rules/'))).toEqual(['first-rule', 'index', 'second-rule', 'third-rule'].map((name) => `${REFERENCE_FOLDER}/rules/${name}.mdx`));
  expect(brokenLinks(pages)).toEqual([]);
});

test('a summary of more findings than a cell holds lists the first, and says of how many', () => {
  const review = sampleReview();
  const [first] = review.findings;
  const listed = (number: number) => {
    const instances = Array.from({ length: number }, () => ({ rule: 'first-rule', severity: 'warning' as const, address: 'mongodb.notes', entity: 'mongodb.notes', message: 'Bad.' }));
    const page = renderSite(catalog, { ...review, findings: first === undefined ? [] : [{ ...first, instances }] }).get(`${REFERENCE_FOLDER}/findings.mdx`) ?? '';
    return [/<details><summary>(.*?)<\/summary>/.exec(page)?.[1], page.match(/<details>.*?<\/details>/)?.[0].split(', ').length];
  };
  expect([listed(100), listed(101)]).toEqual([['All 100', 100], ['The first 100 of 101', 100]]);
});

test('what a team commits has no such pages, whatever the rules find', () => {
  expect([...renderPages(catalog).keys()].filter((path) => /findings|rules\//.test(path))).toEqual([]);
  expect([...renderSite(catalog, NO_REVIEW).keys()].filter((path) => /findings|rules\//.test(path))).toEqual([]);
});

describe.each(Object.entries(PARSERS))('read by %s', (_, parse) => {
  test.each(HOSTILE_TEXTS.map((text) => [JSON.stringify(text), text] as const))('%s in a finding, a reason or a rule is text', (_name, text) => {
    const hostile = renderSite(catalog, sampleReview(text));
    for (const file of SHOWN) expect(foreignNodes(parse(withoutFrontmatter(hostile.get(`${REFERENCE_FOLDER}/${file}`) ?? ''))), file).toEqual([]);
  });
});
