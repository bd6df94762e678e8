import { existsSync, readFileSync, statSync } from 'node:fs';
import { catalogFile } from 'virtual:polyref/content';
import type { Catalog } from '../lib/model/catalog.ts';
import { liveReads } from './live-reads.ts';
import { buildSystem } from './system/build-system.ts';
import type { System } from './system/system.ts';

let known: { readonly changed: number; readonly system: System } | undefined;

/** The system of the site's catalog, laid out once in a build; in the dev server that of what was read last. An empty one as long as nothing has been generated. */
export function loadSystem(): System {
  const live = liveReads.get(catalogFile);
  if (live !== undefined) return live.system();
  if (!existsSync(catalogFile)) return EMPTY;
  const changed = statSync(catalogFile).mtimeMs;
  if (known?.changed !== changed) known = { changed, system: buildSystem(JSON.parse(readFileSync(catalogFile, 'utf8')) as Catalog) };
  return known.system;
}

const EMPTY: System = { name: 'Polyref', stores: [], groups: [], entities: [], references: [], layout: { width: 0, height: 0, groups: [], boxes: [] } };
