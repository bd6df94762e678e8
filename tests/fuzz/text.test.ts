import { describe, expect, test } from 'vitest';
import { textTarget } from '../../scripts/fuzz/text.ts';
import { createRandom } from '../../scripts/fuzz/random.ts';
import { adversarialText, CANARY } from '../../scripts/fuzz/text/adversarial-text.ts';
import { checkFragments } from '../../scripts/fuzz/text/check-fragments.ts';
import { checkPage, runPage } from '../../scripts/fuzz/text/check-page.ts';
import { checkSlots, visibleSlots } from '../../scripts/fuzz/text/check-slots.ts';
import { OTHER_READERS } from '../../scripts/fuzz/text/other-readers.ts';
import { isName, slotsOf, type PageInput } from '../../scripts/fuzz/text/slots.ts';
import { sampleCatalog } from '../emit/sample-catalog.ts';
import { sampleReview } from '../emit/sample-review.ts';

const change = { kind: 'index-removed', level: 'safe', address: 'mongodb.notes', message: 'An index is gone.', effect: 'None.', todo: '', affected: { entities: [], processes: [], owners: [] } } as const;
const sample: PageInput = { catalog: sampleCatalog(), review: sampleReview(), changelog: { asked: 5, entries: [{ date: '2027-03-01', commit: '0f0f0f0', subject: 'Take an index away', content: { kind: 'changes', changes: [change] } }] } };
const fuzzer = await textTarget.start();

test('what was found before stays text, in every slot and every place', async () => {
  const { tried, failures } = await fuzzer.corpus();
  expect(failures).toEqual([]);
  expect(tried).toBeGreaterThan(5000);
});

test('random texts in every slot of every page stay text', async () => {
  for (const seed of [1, 2, 3, 4, 5, 6, 7]) expect((await fuzzer.batch(seed)).failures).toEqual([]);
});

test('GitHub, CommonMark and another MDX show the same texts', () => {
  const random = createRandom(4711);
  for (let pages = 0; pages < 12; pages += 1) expect(checkFragments(() => [adversarialText(random), adversarialText(random)], Object.keys(OTHER_READERS)).failures).toEqual([]);
});

test.each(Object.keys(OTHER_READERS))('%s shows the texts of whole pages', (reader) => {
  const random = createRandom(4712);
  const { tried, failures } = checkSlots(sample, visibleSlots(sample), (slot) => (isName(slot) ? slot.text : '') + adversarialText(random), [reader]);
  expect(failures).toEqual([]);
  expect(tried).toBeGreaterThan(150);
});

test('the same seed tries the same', async () => {
  const [first, second] = [createRandom(7), createRandom(7)];
  expect(Array.from({ length: 50 }, () => adversarialText(first))).toEqual(Array.from({ length: 50 }, () => adversarialText(second)));
});

describe('a fault is noticed', () => {
  const page = (body: string) => `---\ntitle: "a"\ndescription: "b"\n---\n\n${body}\n`;

  test('text that runs is found by the gate', () => {
    expect(checkPage(page(`{${CANARY}}`)).problems).toEqual([`line 6: an expression: {${CANARY}}`]);
  });

  test('text that runs is found when it runs', () => {
    expect(runPage(`a {${CANARY}} b\n\n{${CANARY}}`)).toEqual(['a text of it ran 2 times']);
  });

  test('text that does not show is found', () => {
    const seen = visibleSlots(sample);
    const [hidden] = [...slotsOf(sample).values()].filter(({ isPlain, text }) => isPlain && !seen.has(text));
    const { failures } = checkSlots(sample, new Set([hidden!.text]), (slot) => (slot.text === hidden!.text ? 'Qqq' : slot.text), []);
    expect(failures).toEqual([{ input: '"Qqq"', problem: `not visible where ${JSON.stringify(hidden!.text)} stood` }]);
  });

  test('what a reader sees is the text without its marks, and the title', () => {
    expect(checkPage(page('# A\n\nb *c* <code>&#123;d&#125;</code><br/>e\n\n| f |\n| --- |\n| `g` |')).visible).toBe('a\nb\nA\nb c {d} e\nf\ng\n');
  });
});
