import { readFileSync } from 'node:fs';
import { fencesIn, linksOfCatalog, renderFigures, type Drawer, type Fence } from '../../diagrams/index.ts';
import type { LiveFigure } from './events.ts';
import type { ReadSchema } from './follow-edits.ts';
import type { GeneratedPages } from './generated-pages.ts';

/**
 * The diagrams of open pages, drawn from the text that a page is about to have: nobody who looks at a diagram waits until all pages are made and the one is compiled.
 * Remembers what each page shows, and gives what is different.
 */
export function liveFigures(pages: GeneratedPages, drawer: Drawer): LiveFigures {
  const shown = new Map<string, readonly Fence[]>();
  return {
    opened(path) {
      // Until a schema is read, the page as it is on disk is what is shown.
      shown.delete(path);
    },
    async changed(path, { catalog, paths, sketchOf }) {
      const file = pages.fileOf(path, paths);
      const text = file === undefined ? undefined : sketchOf(file);
      if (file === undefined || text === undefined) return [];
      const before = shown.get(path) ?? fencesIn(readIfThere(pages.onDisk(file)));
      const fences = fencesIn(text);
      shown.set(path, fences);
      if (before.length !== fences.length || fences.every((fence, at) => isSame(fence, before[at]))) return [];
      const figures = await renderFigures(fences, { drawer, hrefFor: linksOfCatalog(catalog, pages.base) });
      return figures.map((html, index) => ({ index, count: figures.length, html })).filter(({ index }) => !isSame(fences[index], before[index]));
    },
  };
}

export interface LiveFigures {
  /** A page was loaded. `path`: as in its address, with the base. */
  opened(path: string): void;
  /** The diagrams of a page that are not as it shows them. None when their number is another: then the page itself has to come. */
  changed(path: string, read: ReadSchema): Promise<readonly LiveFigure[]>;
}

function isSame(a: Fence | undefined, b: Fence | undefined): boolean {
  return a?.text === b?.text && a?.title === b?.title;
}

function readIfThere(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
