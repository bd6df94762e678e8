import { Worker } from 'node:worker_threads';
import type { LocatedFile } from './located.ts';
import type { SourceText } from './locate-file.ts';

/**
 * Places and doc comments of schema files, by path. What was read before under the same stamp is not read again;
 * many files are parsed in a thread of their own, beside whatever this one does meanwhile.
 */
export async function locateSources(sources: readonly (SourceText & { readonly stamp: string })[], wanted: readonly string[]): Promise<ReadonlyMap<string, LocatedFile>> {
  const stamps = new Map(sources.map(({ path, file, stamp }) => [path, `${file} ${stamp}`]));
  const result = new Map<string, LocatedFile>();
  for (const path of wanted) {
    const found = known.get(path);
    if (found !== undefined && found.stamp === stamps.get(path)) result.set(path, found.located);
  }
  const unread = wanted.filter((path) => !result.has(path));
  if (unread.length === 0) return result;
  const texts = sources.map(({ path, file, text }) => ({ path, file, text }));
  const located = unread.length >= WORTH_A_THREAD ? await inThread(texts, unread) : (await import('./locate-file.ts')).locateFiles(texts, unread);
  if (known.size > MOST_KNOWN) known.clear();
  for (const [path, file] of located) {
    known.set(path, { stamp: stamps.get(path) ?? '', located: file });
    result.set(path, file);
  }
  return result;
}

interface Known {
  readonly stamp: string;
  readonly located: LocatedFile;
}

const WORTH_A_THREAD = 100;
const MOST_KNOWN = 20_000;
const known = new Map<string, Known>();

function inThread(sources: readonly SourceText[], wanted: readonly string[]): Promise<ReadonlyMap<string, LocatedFile>> {
  return new Promise((settle, fail) => {
    const worker = new Worker(new URL('./locate-worker.ts', import.meta.url), { workerData: { sources, wanted }, resourceLimits: { maxYoungGenerationSizeMb: 64 } });
    worker.once('message', (located: ReadonlyMap<string, LocatedFile>) => {
      settle(located);
      void worker.terminate();
    });
    worker.once('error', fail);
  });
}
