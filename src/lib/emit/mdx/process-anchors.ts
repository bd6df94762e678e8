import Slugger from 'github-slugger';
import type { Catalog } from '../../model/catalog.ts';
import { onOneLine } from './escape.ts';

/** Fragments of the sections of the page of processes, by name of the process. */
export function processAnchors(catalog: Catalog): ReadonlyMap<string, string> {
  const slugger = new Slugger();
  return new Map(catalog.processes.map((process) => [process.name, slugger.slug(onOneLine(process.name))]));
}
