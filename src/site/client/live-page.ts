import type {} from '../dev/events.ts';
import { morphPage } from './morph-page.ts';
import { diagramsOf, replaceDiagram } from './replace-diagram.ts';
import { showMistakes } from './schema-mistakes.ts';

// Keeps the open page up to date without loading it anew; only the dev server's pages load it.

/** Takes the page as the server gives it now; asked for meanwhile, once more. */
async function refresh(): Promise<void> {
  wanted = true;
  if (busy) return;
  busy = true;
  while (wanted) {
    wanted = false;
    const response = await fetch(location.href, { cache: 'no-store', headers: { accept: 'text/html' } }).catch(() => undefined);
    // The server starts again, which loads the page by itself; or it is not ready, and will say when it is.
    if (response === undefined || response.status >= 500) break;
    // The page is gone, or there again.
    if (response.status !== opened) return location.reload();
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    if (!morphPage(page)) return location.reload();
  }
  busy = false;
}

let busy = false;
let wanted = false;
const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
const opened = navigation?.responseStatus || 200;

import.meta.hot?.on('polyref:findings', showMistakes);
import.meta.hot?.on('polyref:figures', (figures) => {
  const diagrams = diagramsOf(document);
  for (const { index, count, html } of figures) {
    const diagram = diagrams[index];
    if (diagrams.length === count && diagram !== undefined) replaceDiagram(diagram, html);
  }
});
import.meta.hot?.on('polyref:refresh', () => void refresh());
import.meta.hot?.send('polyref:open', { path: location.pathname, turn: navigation?.serverTiming.find(({ name }) => name === 'polyref-turn')?.description });
