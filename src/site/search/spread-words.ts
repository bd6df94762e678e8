/**
 * Text as the index takes it: the characters of scripts that write no spaces between words stand apart, each a word of its own, so that any run of them is found, and not only what a
 * dictionary calls a word. `顧客の表` is four words. `joinWords` undoes it.
 */
export function spreadWords(text: string): string {
  return text.replace(BETWEEN, `$1${JOINER} `);
}

/** Text of the index as it was written; may hold `<mark>` around what was found. */
export function joinWords(text: string): string {
  return text.replace(/\u2060(<\/mark>)? (<mark>)?/g, (_, end = '', start = '') => (end !== '' && start !== '' ? '' : `${end}${start}`)).replaceAll(JOINER, '');
}

/** What the index is asked for: one run of such characters as it stands, anything else as words in any order. */
export function indexQuery(query: string): string {
  const words = spreadWords(query).replaceAll(JOINER, '');
  return words !== query && !/\s/.test(query) && !query.includes('"') ? `"${words}"` : words;
}

/** Stands before a space that was not there. It is no letter, so no word holds it, and it is seen nowhere. */
const JOINER = '\u2060';

const UNSPACED = '[\\p{scx=Han}\\p{scx=Hira}\\p{scx=Kana}\\p{scx=Hang}\\p{scx=Thai}\\p{scx=Lao}\\p{scx=Khmr}\\p{scx=Mymr}]';
const BETWEEN = new RegExp(`((?=\\p{L})${UNSPACED}\\p{M}*)(?=\\p{L})|(?<=\\p{L})(?=(?=\\p{L})${UNSPACED})`, 'gu');
