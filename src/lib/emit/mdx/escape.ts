import { visible } from '../../model/visible-text.ts';

/**
 * Plain text → MDX that shows exactly this text, in a paragraph or a list item.
 * The result stands on one line; nothing in it is markup, an expression, an import or a tag.
 * Bars are left to `table`, because what ends a cell is the table's business.
 */
export function escapeText(text: string): string {
  return escapeLineStart(escapeInline(onOneLine(text)));
}

/** Like `escapeText` for a piece inside a line: keeps the spaces at its ends and does not care for what only the start of a line can mean. */
export function escapeInline(text: string): string {
  const seen = visible(text);
  if (!MEANINGFUL.test(seen)) return seen;
  return seen
    .replace(/[\r\n\t]+/g, ' ')
    // A backslash before each character that Markdown or MDX could read. `_`, `:`, `@` and the dot of `www.` only where they could be read so
    // (emphasis, directives, bare addresses that become links), for the sake of names.
    .replace(/[\\`*{}<>[\]~]|&(?=[#A-Za-z])|:(?=\S)|(?<=\S)@(?=\S)|(?<=www)\.|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/giu, '\\$&');
}

/** What escaping looks at: most names have none of it. */
const MEANINGFUL = /[\\`*{}<>[\]~&:@_\r\n\t]|www\./i;

/** Plain text as a heading's text, behind its `## `. */
export function escapeHeading(text: string): string {
  return escapeInline(onOneLine(text)).replace(/#+$/, '\\$&');
}

/** Breaks what has a meaning only where a line begins: headings, lists, rules, `import` and `export`. Takes and gives escaped text. */
export function escapeLineStart(line: string): string {
  if (/^(import|export)\b/.test(line)) return `&#${line.charCodeAt(0)};${line.slice(1)}`;
  return line.replace(/^(#|-|\+|=|:)/, '\\$1').replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2');
}

/** Text as inline code: for names, types, keys. Shows as it is, whatever it holds. */
export function inlineCode(text: string): string {
  const line = visible(text).replace(/\s+/gu, ' ');
  if (line.trim() === '') return '';
  // Parsers of tables disagree on a backslash before a bar inside of code, and Sätteri, looking for expressions, pairs longer runs of backticks across
  // the cells of a table; as an element both are plain.
  if (line.includes('\\|') || line.includes('`')) return `<code>${escapeInline(line).replaceAll('|', '&#124;')}</code>`;
  const padding = /^ .* $/.test(line) ? ' ' : '';
  return `\`${padding}${line}${padding}\``;
}

/** A fenced block; `info` is what stands behind the fence. */
export function codeFence(code: string, info = ''): string {
  const body = visibleLines(code);
  const fence = '`'.repeat(Math.max(3, longestRun(body, '`') + 1));
  return `${fence}${visible(info).replace(/[`\r\n]+/g, ' ').trim()}\n${body}\n${fence}`;
}

/** A value of the frontmatter: a JSON string is a YAML string as well, once what YAML cannot print is escaped too. */
export function frontmatterValue(text: string): string {
  const line = onOneLine(text);
  return JSON.stringify(line).replace(/[\u007f-\u009f\ufeff\ufffe\uffff]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** The inside of an MDX comment. */
export function commentText(text: string): string {
  return visible(text).replace(/\s+/gu, ' ').replaceAll('*/', '*\u2060/');
}

/** A target of a Markdown link, in angle brackets when it needs them. */
export function linkTarget(url: string): string {
  return url.toWellFormed().replace(/[\s<>()\\{}|"`]|[\u0000-\u001f\u007f]/gu, (character) => encodeURIComponent(character).replace(/[()]/g, (bracket) => (bracket === '(' ? '%28' : '%29')));
}

/** A value of an attribute of a component or an HTML tag, with its quotes. */
export function attribute(text: string): string {
  return `"${visible(text).replace(/\s+/gu, ' ').replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('{', '&#123;').replaceAll('|', '&#124;')}"`;
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
