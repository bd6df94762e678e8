import { joinLines, type TerminalText } from '../model/terminal-text.ts';

/** Lines of an explanation as one text for a terminal. */
export function explanation(lines: readonly string[]): TerminalText {
  return joinLines(lines.map((line) => line.trimEnd()));
}

/** Markdown as it is, with its paragraphs broken to the width of a page; fenced code stands further in, without its fences. */
export function prose(markdown: string, indent = ''): readonly string[] {
  const lines: string[] = [];
  let paragraph: string[] = [];
  let fence = '';
  const flush = () => {
    const text = paragraph.join(' ');
    if (text !== '') lines.push(...wrap(text, ITEM.test(text) ? `${indent}  ` : indent, indent));
    paragraph = [];
  };
  for (const line of markdown.split(/\r\n|[\r\n]/)) {
    const mark = /^\s*(`{3,}|~{3,})/.exec(line)?.[1] ?? '';
    if (fence === '' && mark !== '') {
      flush();
      fence = mark;
    } else if (fence !== '' && mark.startsWith(fence)) fence = '';
    else if (fence !== '') lines.push(line === '' ? '' : `${indent}    ${line}`);
    else if (line.trim() === '') {
      flush();
      if (lines.length > 0 && lines.at(-1) !== '') lines.push('');
    } else if (ITEM.test(line)) {
      flush();
      paragraph = [line];
    } else paragraph.push(line.trim());
  }
  flush();
  return lines;
}

/** The paragraph `text` in lines of at most 100 columns; a word that is longer stands alone. */
export function wrap(text: string, indent = '', first = indent): readonly string[] {
  const lines: string[] = [];
  let line = first;
  let isEmpty = true;
  for (const word of text.split(/\s+/).filter((each) => each !== '')) {
    if (!isEmpty && line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = indent;
      isEmpty = true;
    }
    line += isEmpty ? word : ` ${word}`;
    isEmpty = false;
  }
  return isEmpty ? lines : [...lines, line];
}

const WIDTH = 100;

/** Begins an item of a list. */
const ITEM = /^\s*(?:[-*]|\d+\.)\s/;
