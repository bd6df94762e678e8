import type { DevEvents } from '../dev/events.ts';
import { morphPage } from './morph-page.ts';
import { replaceFigure } from './replace-figure.ts';
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
    // The server is starting again, which reloads the page by itself.
    if (response === undefined) break;
    // The page is gone, or there again, or cannot be compiled: then it is another one.
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

function on<Name extends keyof DevEvents>(name: Name, hear: (data: DevEvents[Name]) => void): void {
  import.meta.hot?.on(name, hear);
}

function send<Name extends keyof DevEvents>(name: Name, data: DevEvents[Name]): void {
  import.meta.hot?.send(name, data);
}

on('polyref:findings', showMistakes);
on('polyref:figures', (figures) => {
  const shown = document.querySelectorAll('main figure.pr-diagram');
  for (const { index, count, html } of figures) {
    const figure = shown[index];
    if (shown.length === count && figure) replaceFigure(figure, html);
  }
});
on('polyref:refresh', () => void refresh());
send('polyref:open', { path: location.pathname });
