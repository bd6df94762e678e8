/** The first sentence of a Markdown text, as plain text on one line; empty when there is none. */
export function firstSentence(markdown: string): string {
  const paragraph = markdown.trim().split(/\n\s*\n/)[0] ?? '';
  if (/^(```|~~~|\||#)/.test(paragraph)) return '';
  const plain = paragraph
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/(\*\*|__)(.+?)\1/g, '$2')
    .replace(/`([^`]*)`/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();
  // A full stop inside a name (`activities.ref_id`) or an abbreviation (`e.g. this`) ends no sentence: a capital must follow.
  const end = /[.!?](?=\s+["'(]?\p{Lu}|$)/u.exec(plain);
  return end === null ? plain : plain.slice(0, end.index + 1);
}
