/**
 * What a reader sees of a generated page, line by line, without links, code marks, tags and escapes. Each line carries the headings it stands under,
 * so that a table row is known together with what it is a row of.
 */
export function pageLines(mdx: string): readonly string[] {
  const headings: string[] = [];
  let fenced = false;
  return mdx.split('\n').flatMap((raw) => {
    if (/^\s*(```|~~~)/.test(raw)) {
      fenced = !fenced;
      return [];
    }
    // A diagram's source is no text for readers.
    if (fenced) return [];
    const line = plain(raw);
    const depth = /^#+(?= )/.exec(raw)?.[0].length;
    if (depth !== undefined) headings.splice(depth - 1, headings.length, line);
    return [[...headings, line].join(' ')];
  });
}

function plain(line: string): string {
  return line
    .replace(/\[((?:[^\]\\]|\\.)*)\]\((?:<[^>]*>|[^)]*)\)/g, '$1')
    .replace(/<\/?[A-Za-z][^>]*>/g, '')
    .replace(/`+/g, '')
    .replace(/\\([\\`*_{}[\]<>()#+\-.!~:&|])/g, '$1')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')
    .replace(/\*\*/g, '');
}
