import { readFileSync } from 'node:fs';
import type { FuzzBatch, FuzzTarget } from './fuzz-target.ts';
import { createRandom } from './random.ts';
import { adversarialText } from './text/adversarial-text.ts';
import { checkFragments } from './text/check-fragments.ts';
import { checkSlots, visibleSlots } from './text/check-slots.ts';
import { OTHER_READERS } from './text/other-readers.ts';
import { loadPageInput } from './text/page-input.ts';
import { isName, type PageInput, type Slot } from './text/slots.ts';

/** Random texts in every text slot of all pages: nothing runs, every page compiles, and plain text shows as it is. */
export const textTarget: FuzzTarget = {
  name: 'text',
  summary: 'texts in every slot of every page: none of them runs, every page compiles, plain text shows as it is',
  unit: 'texts',
  async start() {
    const input = await loadPageInput();
    const expected = visibleSlots(input);
    return {
      corpus: async () => runCorpus(input, expected),
      batch: async (seed) => runBatch(input, expected, seed),
    };
  },
};

function runBatch(input: PageInput, expected: ReadonlySet<string>, seed: number): FuzzBatch {
  const random = createRandom(seed);
  // The others read slowly: all pages now and then, pages of fragments more often.
  const others = Object.keys(OTHER_READERS);
  const pages = checkSlots(input, expected, (slot) => besideName(slot, adversarialText(random), random.next() < 0.5), seed % 128 === 0 ? others : []);
  const fragments = Array.from({ length: FRAGMENT_PAGES }, () => checkFragments(() => [adversarialText(random), adversarialText(random)], seed % 8 === 0 ? others : []));
  return sumOf([pages, ...fragments]);
}

/** Each text of the corpus in each place of a page, and in one slot in so many; several times, each time in other slots. */
function runCorpus(input: PageInput, expected: ReadonlySet<string>): FuzzBatch {
  const fragments = CORPUS.map((text) => checkFragments(() => [text, text], []));
  const pages = [0, 1, 2, 3].map((shift) => {
    let at = shift * 17;
    return checkSlots(input, expected, (slot) => besideName(slot, CORPUS[(at += 1) % CORPUS.length] ?? '', shift % 2 === 0), []);
  });
  return sumOf([...fragments, ...pages]);
}

const CORPUS = JSON.parse(readFileSync(new URL('corpus/text.json', import.meta.url), 'utf8')) as readonly string[];

const FRAGMENT_PAGES = 8;

function sumOf(batches: readonly FuzzBatch[]): FuzzBatch {
  return { tried: batches.reduce((sum, { tried }) => sum + tried, 0), failures: batches.flatMap(({ failures }) => failures) };
}

/** A name keeps something of itself, so that it stays another than the other names, and is not blank. */
function besideName(slot: Slot, text: string, isBehind: boolean): string {
  if (!isName(slot)) return text;
  return isBehind ? slot.text + text : text + slot.text;
}
