/** Path of the overview below the folder of pages. */
const OVERVIEW_FILE = 'reference/index.mdx';

/**
 * The id of a page, which is its route without slashes around it: `reference/mongodb/skills`; `index` is the root of the site.
 * The overview is the root, unless somebody wrote an `index` page of their own.
 * @param file path below the folder of pages, with forward slashes
 */
export function pageId(file: string, hasOwnIndex: boolean): string {
  if (file === OVERVIEW_FILE && !hasOwnIndex) return 'index';
  const bare = file.replace(/\.(mdx?|markdown|mdown|mkdn|mkd|mdwn)$/, '').replace(/(^|\/)index$/, '');
  return bare.normalize('NFC').toLowerCase().replace(/[^\p{L}\p{M}\p{N}_./-]+/gu, '-') || 'index';
}

/** `/base/reference/mongodb/skills/`, as a browser has it as the path of an address: `…/%E9%A1%A7%E5%AE%A2/`. */
export function pageHref(base: string, id: string): string {
  return id === 'index' ? base : `${base}${encodeURI(id)}/`;
}
