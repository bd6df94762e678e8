import { measureText } from './measure-text.ts';

/**
 * Breaks a name into lines of at most `limit` characters' width, after `/`, `.`, `_`, `-`, `,` or a hump where it can.
 * Nothing is lost: the lines joined are the text, unless it is longer than `absurd` characters; then its middle goes.
 */
export function wrapText(text: string, limit: number, absurd: number): readonly string[] {
  const width = limit * measureText('0');
  const lines: string[] = [];
  let line = '';
  // First at the bounds of path segments; a segment with no room of its own breaks at finer bounds, then anywhere.
  const pieces = shortenText(text, absurd).split(/(?<=\/)/).flatMap((segment) => (measureText(segment) <= width ? [segment] : piecesOf(segment)));
  for (const piece of pieces) {
    if (measureText(line + piece) <= width) {
      line += piece;
      continue;
    }
    if (line !== '') lines.push(line);
    line = '';
    // A piece with no place to break is cut where it is full.
    for (const character of charactersOf(piece)) {
      if (line !== '' && measureText(line + character) > width) {
        lines.push(line);
        line = '';
      }
      line += character;
    }
  }
  return line === '' && lines.length > 0 ? lines : [...lines, line];
}

/** The text, or its two ends around `…` when it is longer than `limit` characters. */
export function shortenText(text: string, limit: number): string {
  const characters = charactersOf(text);
  if (characters.length <= limit) return text;
  const head = Math.ceil((limit - 1) * 0.6);
  return `${characters.slice(0, head).join('')}…${characters.slice(characters.length - (limit - 1 - head)).join('')}`;
}

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** What a reader takes for one character: a letter with its marks, an emoji with its joiners. */
function charactersOf(text: string): readonly string[] {
  return /^[\x20-\x7e]*$/.test(text) ? [...text] : Array.from(segmenter.segment(text), ({ segment }) => segment);
}

function piecesOf(text: string): readonly string[] {
  return text.match(/[^/._\-, ]*?(?:[/._\-, ]+|\p{Ll}(?=\p{Lu})|$)/gu)?.filter((piece) => piece !== '') ?? [text];
}
