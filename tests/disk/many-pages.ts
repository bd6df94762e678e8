/** 600 pages of 20 KB, so that writing them takes a while; each is recognised as whole by its last line. */
export function manyPages(word: string): ReadonlyMap<string, string> {
  const text = (at: number) => `${`${word} ${at}\n`.repeat(2500)}end\n`;
  return new Map(Array.from({ length: 600 }, (_, at): [string, string] => [`pages/${at % 7}/page-${at}.mdx`, text(at)]));
}
