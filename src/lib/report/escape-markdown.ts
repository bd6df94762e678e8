import { visible } from '../model/visible-text.ts';

/** A message for GitHub's Markdown: what stands between backticks stays code, all else is plain text on one line. Nothing in it can mention, link or close. */
export function escapeMessage(text: string): string {
  const pieces = oneLine(text).split('`');
  // An odd backtick opens nothing.
  const closed = pieces.length % 2 === 1 ? pieces.length : pieces.length - 1;
  return pieces.map((piece, at) => (at >= closed ? `\\\`${escapeMarkdown(piece)}` : at % 2 === 1 ? codeSpan(piece) : escapeMarkdown(piece))).join('');
}

/** Plain text that shows as it is. */
export function escapeMarkdown(text: string): string {
  return oneLine(text)
    .replace(/[\\`*_{}[\]<>~|#!&]/g, '\\$&')
    // A word joiner: GitHub would notify whoever is called so, or link the number or the address.
    .replace(/@(?=\w)/g, '@\u2060')
    .replace(/\\#(?=\d)/g, '\\#\u2060')
    .replace(/:(?=\/\/)/g, ':\u2060')
    .replace(/www\./gi, 'www\u2060.');
}

/** Inline code, whatever it holds. */
export function codeSpan(text: string): string {
  const line = oneLine(text);
  if (line.trim() === '') return '';
  const ticks = '`'.repeat(1 + Math.max(0, ...[...line.matchAll(/`+/g)].map(([run]) => run.length)));
  const padding = line.startsWith('`') || line.endsWith('`') ? ' ' : '';
  return `${ticks}${padding}${line}${padding}${ticks}`;
}

function oneLine(text: string): string {
  return visible(text).replace(/\s+/gu, ' ');
}

/** A fenced block, whatever it holds. */
export function codeBlock(text: string, language: string): string {
  const ticks = '`'.repeat(Math.max(3, 1 + Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length))));
  return `${ticks}${language}\n${text}\n${ticks}`;
}
