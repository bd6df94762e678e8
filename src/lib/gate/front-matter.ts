/**
 * The front matter at the start of a generated page, with the lines that enclose it; undefined where it is none of ours. Other keys do things: `layout` runs a file,
 * `head` adds elements, `hero` writes HTML. So there are a title, a description and at most the word that a page takes the whole width. Both are JSON strings, which YAML reads alike.
 */
export function readFrontMatter(page: string): string | undefined {
  return FRONT_MATTER.exec(page)?.[0];
}

/** What it says, as YAML would be read: nothing where there is none of ours. */
export function frontMatterData(page: string): Readonly<Record<string, unknown>> {
  const lines = [...(readFrontMatter(page) ?? '').matchAll(/^(\w+): (.*?)\r?$/gm)];
  return Object.fromEntries(lines.map(([, key = '', value = '']) => [key, JSON.parse(value) as unknown]));
}

const STRING = '"(?:[^"\\\\\\r\\n]|\\\\["\\\\/bfnrt]|\\\\u[0-9a-fA-F]{4})*"';
/** Lines may end as on Windows. */
const FRONT_MATTER = new RegExp(`^---\\r?\\ntitle: ${STRING}\\r?\\ndescription: ${STRING}\\r?\\n(?:tableOfContents: false\\r?\\n)?---\\r?\\n`);
