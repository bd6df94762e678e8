import { visibleLine } from '../src/lib/model/visible-line.ts';

/**
 * A word of a command that the reader may copy into a shell. It is quoted where a shell would read more than the word in it. A word with characters that cannot
 * be seen is written by its bytes, as in `$'a\012b'`, which bash, zsh and ksh read, and POSIX since 2024.
 */
export function quoteWord(word: string): string {
  if (/^(?!=)[\w@%+=:,./-]+$/.test(word)) return word;
  if (visibleLine(word) === word) return `'${word.replaceAll("'", `'\\''`)}'`;
  return `$'${[...Buffer.from(word, 'utf8')].map(byteInQuotes).join('')}'`;
}

function byteInQuotes(byte: number): string {
  const character = String.fromCharCode(byte);
  return /^[\w @%+=:,./-]$/.test(character) ? character : `\\${byte.toString(8).padStart(3, '0')}`;
}
