/**
 * The shortest way along links from one of several starts to an end, both included; empty where there is none. Of equally short ways it is the one that begins first.
 */
export function findChain(end: string, starts: readonly string[], linksOf: (path: string) => readonly string[]): readonly string[] {
  const before = new Map<string, string | undefined>(starts.map((start) => [start, undefined]));
  for (const path of before.keys()) {
    if (path === end) break;
    for (const link of linksOf(path)) if (!before.has(link)) before.set(link, path);
  }
  const chain: string[] = [];
  for (let path: string | undefined = before.has(end) ? end : undefined; path !== undefined; path = before.get(path)) chain.unshift(path);
  return chain;
}
