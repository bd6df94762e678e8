/**
 * Text as inline code in Markdown, whatever it holds: how messages name things. Between more backticks than are in it; with a blank where it would touch them.
 * On one line: a line break would end the sentence that it stands in, and what follows could begin a list or a table.
 */
export function codeSpan(name: string): string {
  if (name === '') return '`""`';
  const text = name.replace(/\s*[\r\n]\s*/g, ' ');
  const ticks = '`'.repeat(1 + Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length)));
  // Readers take away one blank at each end, where there are two.
  const padding = /^`|`$|^ .* $/s.test(text) ? ' ' : '';
  return `${ticks}${padding}${text}${padding}${ticks}`;
}

/** The pieces of a text in Markdown, in their order: what is inline code, without its backticks, and what is not. Backticks without a match open nothing. */
export function splitCode(text: string): readonly { readonly isCode: boolean; readonly text: string }[] {
  const pieces: { readonly isCode: boolean; readonly text: string }[] = [];
  let end = 0;
  for (const match of text.matchAll(/(?<!`)(`+)(?!`)(.*?[^`])\1(?!`)/gs)) {
    if (match.index > end) pieces.push({ isCode: false, text: text.slice(end, match.index) });
    const inside = match[2] ?? '';
    pieces.push({ isCode: true, text: /^ .*[^ ].* $/s.test(inside) ? inside.slice(1, -1) : inside });
    end = match.index + match[0].length;
  }
  if (end < text.length) pieces.push({ isCode: false, text: text.slice(end) });
  return pieces;
}
