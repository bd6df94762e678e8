/**
 * Mermaid's specials, all of them, in one place: every text that goes into a diagram comes through here, once, last.
 * What Mermaid cannot hold inside quotes is written as its entity code (`#quot;`, `#37;`): its own drawing and ours decode these.
 */
export function escapeText(text: string): string {
  if (PLAIN.test(text)) return text;
  return escapeId(text)
    .replaceAll('*', '#42;')
    // Markdown in labels: an emphasis can only end with a mark that closes a word, a list only begin at the start.
    .replace(/_+(?![\p{L}\p{N}_])/gu, (marks) => '#95;'.repeat(marks.length))
    .replace(/^ +/, (blanks) => '#32;'.repeat(blanks.length))
    .replace(/^(\d+)([.)])(?= )/, (_, digits: string, mark: string) => `${digits}${codeOf(mark)}`)
    .replace(/^[-+](?= )/, codeOf);
}

/** As `escapeText`, for ids: nobody sees them, so Markdown marks can stay. */
export function escapeId(text: string): string {
  if (PLAIN.test(text)) return text;
  return text
    .toWellFormed()
    .replace(SPECIALS, (character) => NAMED.get(character) ?? codeOf(character))
    // Mermaid's lexer looks for `direction LR` anywhere in a line, quoted or not, and drops what stands around it.
    .replace(/(direction)(\s+)(?=TB|BT|RL|LR)/gi, (_, word: string, blanks: string) => `${word}${[...blanks].map(codeOf).join('')}`);
}

/**
 * A type or the name of a field as Mermaid's grammar takes it: letters, digits, `_ - [ ] ( )`.
 * `items[].sku` → `items_sku`, `numeric(12,2)` → `numeric(12_2)`, `a | b` → `a_or_b`.
 */
export function attributeWord(text: string, whenEmpty: string): string {
  if (PLAIN_WORD.test(text)) return text;
  const word = text
    .replace(/(\[\]|\{\})(?=\.)/g, '')
    .replace(/\s*\|\s*/g, '_or_')
    .replaceAll('<', '(')
    .replaceAll('>', ')')
    .replace(FOREIGN, '_');
  if (word === '' || (word !== text && /^[_-]*$/.test(word))) return whenEmpty;
  // A word cannot begin with a digit or a bracket, nor be one of the key marks, in any case.
  return /^(?:[^\p{L}_]|(?:pk|fk|uk)(?![A-Za-z0-9_]))/iu.test(word) ? `_${word}` : word;
}

/** The class of a store or a kind of box; words that Mermaid's grammar keeps for itself get `store-` in front. */
export function className(id: string): string {
  const word = id.replace(/[^A-Za-z0-9_-]/g, '-');
  return /^[A-Za-z]/.test(word) && !RESERVED_CLASS.test(word) ? word : `store-${word}`;
}

/** Nearly every name: nothing in it to escape. An underscore at the end of a word is not plain. */
const PLAIN = /^(?:[A-Za-z0-9.]|_+(?=[A-Za-z0-9]))+$/;
const PLAIN_WORD = /^(?!(?:pk|fk|uk)$)[A-Za-z_][A-Za-z0-9_]*$/i;
/** ASCII that means something to the lexer, to Markdown or to TeX; our own separators; what is invisible or turns the line around. */
const SPECIALS = /["%\\#<>&`~$:→·ﬂ¶]|[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;
const NAMED: ReadonlyMap<string, string> = new Map([['"', '#quot;'], ['<', '#lt;'], ['>', '#gt;'], ['&', '#amp;']]);
/** Everything but letters and digits that the lexer takes (it knows only the Basic Multilingual Plane, from À on) and the four marks. */
const FOREIGN = /(?:[^A-Za-z0-9_\-[\]()\u00c0-\uffff]|(?![A-Za-z0-9_\-[\]()])[^\p{L}\p{N}]|[\u{10000}-\u{10ffff}])+/gu;
const RESERVED_CLASS = /^(?:one|many|to|end|style|class|classDef|subgraph|only|zero|optionally|default|focus|group|u)(?![A-Za-z0-9_])/i;

function codeOf(character: string): string {
  return `#${character.codePointAt(0)};`;
}
