/**
 * An author's Markdown in two: its first paragraph, which answers the first question, and the rest, which can wait until below the facts.
 * A text that begins with something else than a paragraph (a list, a fence, a table, a heading) is all rest.
 */
export function splitLead(markdown: string): { readonly lead: string; readonly rest: string } {
  const text = markdown.trim();
  const end = /\r?\n[ \t]*\r?\n/.exec(text);
  if (/^(?:[`~|#>*+-]|\d+[.)]|\s)/.test(text) && !/^(?:\*\*?\S|`[^`])/.test(text)) return { lead: '', rest: text };
  if (end === null) return { lead: text, rest: '' };
  return { lead: text.slice(0, end.index), rest: text.slice(end.index).trim() };
}
