import { expect, test } from 'vitest';
import { firstSentence } from '../../src/lib/model/first-sentence.ts';

test.each([
  ['What happened, for operators. No content lives here.', 'What happened, for operators.'],
  ['Held by `activities.ref_id` in **every** store', 'Held by activities.ref_id in every store'],
  ['Kept e.g. for audits, i.e. long. Then gone.', 'Kept e.g. for audits, i.e. long.'],
  ['One\nline. Two', 'One line.'],
  ['See [the guide](https://example.com/x). More.', 'See the guide.'],
  ['First paragraph without stop\n\nSecond.', 'First paragraph without stop'],
  ['```ts\ncode\n```', ''],
  ['', ''],
])('%j', (markdown, sentence) => {
  expect(firstSentence(markdown)).toBe(sentence);
});
