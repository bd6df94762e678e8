import type { RedrawAnswer, RedrawRequest } from './redraw-worker.ts';

/** Draws a diagram as its reader chose it, in a thread of its own, which starts with the first request. Gives the figure's HTML; fails with a sentence for the reader. */
export function redraw(request: Omit<RedrawRequest, 'id' | 'base'>): Promise<string> {
  worker ??= startWorker();
  lastId += 1;
  const id = lastId;
  const asked = new Promise<string>((resolve, reject) => waiting.set(id, { resolve, reject }));
  worker.postMessage({ ...request, id, base: import.meta.env.BASE_URL } satisfies RedrawRequest);
  return asked;
}

/** Starts the thread, which then fetches what it draws with. */
export function warmUp(): void {
  worker ??= startWorker();
}

/** Ends the thread with all that it has read; what was asked of it is not answered any more. */
export function startAfresh(): void {
  worker?.terminate();
  worker = undefined;
  waiting.clear();
}

let worker: Worker | undefined;
let lastId = 0;
const waiting = new Map<number, { readonly resolve: (html: string) => void; readonly reject: (error: Error) => void }>();

function startWorker(): Worker {
  const started = new Worker(new URL('./redraw-worker.ts', import.meta.url), { type: 'module' });
  started.addEventListener('message', ({ data }: MessageEvent<RedrawAnswer>) => {
    const one = waiting.get(data.id);
    waiting.delete(data.id);
    if ('html' in data) one?.resolve(data.html);
    else one?.reject(new Error(data.problem));
  });
  started.addEventListener('error', () => {
    for (const one of waiting.values()) one.reject(new Error('The picture could not be drawn again: the part of this site that draws could not be loaded.'));
    waiting.clear();
    worker = undefined;
  });
  return started;
}
