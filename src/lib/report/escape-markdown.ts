import { codeSpan, splitCode } from '../model/code-span.ts';
import { visibleLine } from '../model/visible-line.ts';

/** A message for GitHub's Markdown: inline code stays code, all else is plain text on one line. Nothing in it can mention, link or close. */
export function escapeMessage(text: string): string {
  return splitCode(text).map((piece) => (piece.isCode ? inlineCode(piece.text) : escapeMarkdown(piece.text))).join('');
}

/** Plain text that shows as it is. */
export function escapeMarkdown(text: string): string {
  return oneLine(text)
    .replace(/[\\`*_{}[\]<>~|#!&]/g, '\\$&')
    // GitHub would notify whoever is called so, or link the number or the address.
    .replace(/@(?=\w)/g, `@${JOINER}`)
    .replace(/\\#(?=\d)/g, `\\#${JOINER}`)
    .replace(/:(?=\/\/)/g, `:${JOINER}`)
    .replace(/(www)(\.)/gi, `$1${JOINER}$2`);
}

/** A word joiner, in characters that can be seen. */
const JOINER = '&#8288;';

/** Inline code, whatever it holds; nothing of nothing. */
export function inlineCode(text: string): string {
  const line = oneLine(text);
  return line.trim() === '' ? '' : codeSpan(line);
}

/** The same for a cell of a table, where a bar ends the cell even inside of code, and readers disagree on a backslash before it. */
export function inlineCodeInCell(text: string): string {
  const line = oneLine(text);
  return line.includes('|') ? `<code>${escapeMarkdown(line).replaceAll('\\|', '&#124;')}</code>` : inlineCode(line);
}

function oneLine(text: string): string {
  return visibleLine(text).replace(/\s+/gu, ' ');
}

/** A fenced block, whatever it holds. */
export function codeBlock(text: string, language: string): string {
  const ticks = '`'.repeat(Math.max(3, 1 + Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length))));
  return `${ticks}${language}\n${text}\n${ticks}`;
}
