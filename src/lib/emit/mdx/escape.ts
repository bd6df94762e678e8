import { visible } from '../../model/visible-text.ts';
import { encode, isPlainCode, reference } from './unsafe.ts';

/**
 * Plain text → MDX that shows exactly this text, in a paragraph or a list item.
 * The result stands on one line; nothing in it is markup, an expression, an import or a tag, whatever stands beside it.
 */
export function escapeText(text: string): string {
  return escapeLineStart(escapeInline(onOneLine(text)));
}

/** Like `escapeText` for a piece inside a line: keeps the spaces at its ends and does not care for what only the start of a line can mean. */
export function escapeInline(text: string): string {
  const seen = visible(text);
  if (!MEANINGFUL.test(seen)) return seen;
  return encode(seen.replace(/[\r\n\t]+/g, ' '), 'text');
}

/** What escaping looks at: most names have none of it. */
const MEANINGFUL = /[\\`*{}<>[\]~|&:@_!$\r\n\t]|www\./i;

/** Plain text as a heading's text, behind its `## `. */
export function escapeHeading(text: string): string {
  return encode(escapeInline(onOneLine(text)), 'heading');
}

/** Breaks what has a meaning only where a line begins: headings, lists, rules, `import` and `export`. Takes and gives escaped text. */
export function escapeLineStart(line: string): string {
  return encode(line, 'lineStart');
}

/** Text as inline code: for names, types, keys. Shows as it is, whatever it holds. */
export function inlineCode(text: string): string {
  const line = visible(text).replace(/\s+/gu, ' ');
  if (line.trim() === '') return '';
  if (isPlainCode(line)) return `\`${line}\``;
  return `<code>${escapeInline(line).replace(/^ | $/g, reference)}</code>`;
}

/** A fenced block; `info` is what stands behind the fence. */
export function codeFence(code: string, info = ''): string {
  const body = visibleLines(code);
  const fence = '`'.repeat(Math.max(3, longestRun(body, '`') + 1));
  return `${fence}${encode(onOneLine(info), 'fenceInfo')}\n${body}\n${fence}`;
}

/** A value of the front matter: a YAML string between double quotes, in which everything that could mean something, there or to a reader of Markdown, is a code point. */
export function frontmatterValue(text: string): string {
  return `"${onOneLine(text).replace(/["\\`{}<>\u0000-\u001f\u007f-\u009f\ufeff\ufffe\uffff]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)}"`;
}

/** The inside of an MDX comment, where no reference is read: what is no letter, no digit and no mark of a path is percent-encoded. */
export function commentText(text: string): string {
  return onOneLine(text).replace(/[^\p{L}\p{N}\p{M} _.,/()-]/gu, (character) => encodeURIComponent(character).replace(/[!'*~]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`));
}

/** A target of a Markdown link. */
export function linkTarget(url: string): string {
  const percent = url.toWellFormed().replace(/[\s<>()\\{}|"`]|[\u0000-\u001f\u007f]/gu, (character) => encodeURIComponent(character).replace(/[()]/g, (bracket) => (bracket === '(' ? '%28' : '%29')));
  return encode(percent, 'linkTarget');
}

/** A value of an attribute of a component or an HTML tag, with its quotes. */
export function attribute(text: string): string {
  return `"${encode(visible(text).replace(/\s+/gu, ' '), 'attribute')}"`;
}

/** Plain text as readers will see it, whatever markup it then gets. */
export function onOneLine(text: string): string {
  return visible(text).replace(/\s+/gu, ' ').trim();
}

function visibleLines(text: string): string {
  return text.replace(/\r\n?/g, '\n').split('\n').map(visible).join('\n');
}

function longestRun(text: string, character: string): number {
  if (!text.includes(character)) return 0;
  let longest = 0;
  let run = 0;
  for (const each of text) {
    run = each === character ? run + 1 : 0;
    if (run > longest) longest = run;
  }
  return longest;
}
