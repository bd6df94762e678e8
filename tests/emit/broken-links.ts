import { posix } from 'node:path';
import { fragmentsOf, nodesOf, PARSERS, withoutFrontmatter } from './parse-mdx.ts';

/** Links of pages that lead to no file of the set, or to no heading or anchor of it. */
export function brokenLinks(set: ReadonlyMap<string, string>): readonly string[] {
  const trees = new Map([...set].filter(([path]) => path.endsWith('.mdx')).map(([path, page]) => [path, PARSERS['Sätteri']!(withoutFrontmatter(page))]));
  const fragments = new Map([...trees].map(([path, tree]) => [path, new Set(fragmentsOf(tree))]));
  return [...trees].flatMap(([path, tree]) =>
    nodesOf(tree).flatMap(({ type, url = '' }) => {
      if (type !== 'link' || /^(https?|mailto):/.test(url)) return [];
      const [file = '', fragment] = url.split('#');
      const target = file === '' ? path : posix.join(posix.dirname(path), file);
      const leadsSomewhere = set.has(target) && (fragment === undefined || fragments.get(target)?.has(decodeURIComponent(fragment)) === true);
      return leadsSomewhere ? [] : [`${path}: ${url}`];
    }),
  );
}
