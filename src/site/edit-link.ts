import { isAbsolute, relative } from 'node:path';
import type { Catalog } from '../lib/model/catalog.ts';
import { buildPagePaths, routeOfPage } from '../lib/model/page-path.ts';

/**
 * The link to edit a file; undefined for one outside of the folder, which the repository may not have.
 * @param file absolute, or relative to the folder
 */
export function editLink({ url, folder }: Pick<EditLinks, 'url' | 'folder'>, file: string): string | undefined {
  const path = (isAbsolute(file) ? relative(folder, file) : file).replaceAll('\\', '/');
  if (path.startsWith('../') || isAbsolute(path)) return undefined;
  return url.replaceAll('{file}', () => path.split('/').map(encodeURIComponent).join('/'));
}

/** Where a team edits what the pages are made of. */
export interface EditLinks {
  /** With `{file}` in it. */
  readonly url: string;
  /** Absolute path of the folder that files in links are relative to. */
  readonly folder: string;
  /** Absolute path of the folder that Astro names files relative to. */
  readonly root: string;
  /** Id of a generated page → the file of its definition, relative to the folder. */
  readonly sources: Readonly<Record<string, string>>;
}

/** The files of the definitions that pages are about, by the id of the page. A page about several of them has none. */
export function sourceFiles(catalog: Pick<Catalog, 'entities' | 'tombstones' | 'domains' | 'stores'>): EditLinks['sources'] {
  const paths = buildPagePaths(catalog);
  const pages = [
    ...[...catalog.tombstones, ...catalog.entities].map(({ address, location }) => [paths.entities.get(address), location] as const),
    ...catalog.domains.map(({ name, location }) => [paths.domains.get(name), location] as const),
    ...catalog.stores.map(({ id, location }) => [`${id}/index.mdx`, location] as const),
  ];
  return Object.fromEntries(pages.flatMap(([file, location]) => (file === undefined || location === undefined ? [] : [[routeOfPage(file), location.file]])));
}
