import { join } from 'node:path';
import { listFiles } from '../disk/list-files.ts';
import type { DocsSettings } from '../model/docs-settings.ts';
import type { Finding } from '../model/finding.ts';
import { pageId } from '../model/page-id.ts';
import { REFERENCE_FOLDER } from '../model/page-path.ts';
import { shorten } from '../model/shorten.ts';
import { didYouMean } from '../model/suggest.ts';

/**
 * The items of the sidebar that lead to no page: on the site, every page would have the broken link.
 * @param generated paths of all files that are generated, those that are made with the site among them
 */
export async function sidebarFindings(docs: DocsSettings, outDir: string, generated: Iterable<string>): Promise<readonly Finding[]> {
  const { sidebar = [], sidebarAt } = docs;
  if (sidebar.length === 0) return [];
  const written = await listFiles(docs.pages ?? join(outDir, PAGES), '.');
  const hasOwnIndex = written.files.some((file) => /^index\.mdx?$/.test(file));
  const idOf = (file: string) => pageId(file, hasOwnIndex);
  const made = [...generated].filter((path) => path.startsWith(`${REFERENCE_FOLDER}/`)).map((path) => path.slice(PAGES.length + 1));
  const byHand = written.files.filter((file) => /(?:^|\/)[^_/][^/]*\.mdx?$/.test(file) && !file.startsWith('reference/'));
  // The overview has the address of its folder, too.
  const known = new Set(['index', 'reference', ...[...made, ...byHand].map(idOf)]);
  const linked = written.links.map(idOf);
  const isKnown = (page: string) => known.has(page) || linked.some((link) => page === link || page.startsWith(`${link}/`));
  const unknown = new Set(sidebar.flatMap(({ items }) => items.flatMap((item) => (item.kind === 'page' && !isKnown(item.page) ? [item.page] : []))));
  return [...unknown].map((page) => ({
    rule: 'bad-config', severity: 'error', message: `\`docs.sidebar\` names the page \`${shorten(page)}\`, which does not exist.`,
    hint: didYouMean(page, known) || 'Name a page by its path without the ending, as in `guides/on-call`, or remove the item.', ...(sidebarAt === undefined ? {} : { location: sidebarAt }),
  }));
}

const PAGES = REFERENCE_FOLDER.slice(0, REFERENCE_FOLDER.lastIndexOf('/'));
