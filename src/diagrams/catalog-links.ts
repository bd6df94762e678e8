import { readFileSync, statSync } from 'node:fs';
import type { Catalog } from '../lib/model/catalog.ts';
import { linksOfCatalog } from './links-of-catalog.ts';
import type { HrefFor } from './resolve-links.ts';

/**
 * Links from the addresses in diagrams to the pages of a published catalog; read again when the file changes, for the dev server.
 * @param file path of `catalog.json`; while it does not exist nothing is a link
 * @param base path under which the site is served: begins and ends with a slash
 */
export function catalogLinks(file: string, base: string): HrefFor {
  let known: { readonly changed: number; readonly links: HrefFor } | undefined;
  const load = (): HrefFor => {
    const changed = statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
    if (known?.changed !== changed) known = { changed, links: changed === 0 ? () => undefined : linksOfCatalog(JSON.parse(readFileSync(file, 'utf8')) as Catalog, base) };
    return known.links;
  };
  return (entityId, fieldPath) => load()(entityId, fieldPath);
}
