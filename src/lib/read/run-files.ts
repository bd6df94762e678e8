import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { catchStray } from './catch-stray.ts';
import { guardExit } from './guard-exit.ts';
import { openModules, type OpenModules } from './module-hooks.ts';
import type { StampedFiles } from './stamp-files.ts';

/**
 * Imports schema files natively. What one of them throws is its own result; the others run all the same. What ran before under the same URL is not asked for again.
 * @param timeout milliseconds without any progress after which the files that are still open count as never finishing
 */
export async function runFiles(paths: readonly string[], files: StampedFiles, timeout: number): Promise<ReadonlyMap<string, RunResult>> {
  const urls = new Map([...files.urls].map(([path, url]) => [path, withRetry(url)]));
  const known = new Map(paths.map((path) => [path, ran.get(urls.get(path) ?? '')]));
  const unknown = paths.filter((path) => known.get(path) === undefined);
  const fresh = unknown.length === 0 ? new Map<string, RunResult>() : await runUnknown(unknown, paths, files, urls, timeout);
  if (ran.size > MOST_KNOWN) ran.clear();
  for (const [path, result] of fresh) if (result.kind === 'done') ran.set(urls.get(path) ?? '', result);
  return new Map(paths.map((path) => [path, fresh.get(path) ?? known.get(path) ?? { kind: 'unfinished' }]));
}

/** URL → what a file that did well gave. */
const ran = new Map<string, RunResult>();
const MOST_KNOWN = 20_000;

async function runUnknown(unknown: readonly string[], paths: readonly string[], files: StampedFiles, urls: ReadonlyMap<string, string>, timeout: number): Promise<ReadonlyMap<string, RunResult>> {
  const modules = openModules({ ...files, urls });
  const releaseExit = guardExit();
  const stray = catchStray();
  try {
    const results = (await runTogether(unknown, files, urls, modules, timeout)) ?? (await runEach(unknown, urls, modules, timeout));
    for (const error of await stray.errors()) {
      // It may be a function of a file that ran before, called by one that ran now.
      const path = paths.find((each) => error.stack?.includes(urls.get(each) ?? each) === true);
      if (path === undefined || (results.get(path)?.kind ?? 'done') !== 'done') continue;
      results.set(path, { kind: 'failed', error, originOf: modules.originOf });
      countFailure(urls.get(path) ?? '');
    }
    return results;
  } finally {
    stray.release();
    releaseExit();
    modules.close();
  }
}

export type RunResult =
  | { readonly kind: 'done'; readonly exports: Readonly<Record<string, unknown>> }
  | { readonly kind: 'failed'; readonly error: unknown; readonly originOf: OpenModules['originOf'] }
  | { readonly kind: 'unfinished' };

/** All in one go, which spares Node linking the same packages anew for every file; `undefined` unless every file does well. */
async function runTogether(paths: readonly string[], files: StampedFiles, urls: ReadonlyMap<string, string>, modules: OpenModules, timeout: number): Promise<Map<string, RunResult> | undefined> {
  const mayWait = [...files.texts.values()].some((text) => /\bawait\b/.test(text));
  if (mayWait || paths.some((path) => !urls.has(path)) || [...urls.values()].some((url) => url.includes('&retry='))) return undefined;
  const watch = watchProgress(modules.loads, timeout);
  try {
    const all = await Promise.race([importNatively(modules.batch(paths.map((path) => urls.get(path) ?? ''))), watch.stalled]);
    if (all === undefined) return undefined;
    return new Map(paths.map((path, index) => [path, { kind: 'done', exports: all[`f${index}`] as Readonly<Record<string, unknown>> }]));
  } catch {
    // One by one they tell which of them fails, and why.
    return undefined;
  } finally {
    watch.stop();
  }
}

async function runEach(paths: readonly string[], urls: ReadonlyMap<string, string>, modules: OpenModules, timeout: number): Promise<Map<string, RunResult>> {
  const results = new Map<string, RunResult>();
  const watch = watchProgress(() => results.size + modules.loads(), timeout);
  const runs = paths.map(async (path) => results.set(path, await runFile(urls.get(path) ?? pathToFileURL(path).href, modules)));
  await Promise.race([Promise.all(runs), watch.stalled]);
  watch.stop();
  return new Map(paths.map((path) => [path, results.get(path) ?? { kind: 'unfinished' }]));
}

async function runFile(url: string, modules: OpenModules): Promise<RunResult> {
  try {
    return { kind: 'done', exports: await importNatively(url) };
  } catch (error) {
    countFailure(url);
    return { kind: 'failed', error, originOf: modules.originOf };
  }
}

/** Counts ticks, not time: while a thousand files keep the thread busy no tick comes, and none of them is late. */
function watchProgress(progress: () => number, timeout: number): { readonly stalled: Promise<undefined>; readonly stop: () => void } {
  const ticks = 10;
  let timer: NodeJS.Timeout | undefined;
  const stalled = new Promise<undefined>((settle) => {
    let idle = 0;
    let before = progress();
    timer = setInterval(() => {
      const now = progress();
      idle = now === before ? idle + 1 : 0;
      before = now;
      if (idle >= ticks) settle(undefined);
    }, timeout / ticks);
  });
  return { stalled, stop: () => clearInterval(timer) };
}

const { importNatively } = createRequire(import.meta.url)('./import-natively.ts') as typeof import('./import-natively.ts');

/** URL → how often it failed. Node remembers a failure for good, though its cause (a package that was missing) may be mended meanwhile. */
const attempts = new Map<string, number>();

function countFailure(url: string): void {
  attempts.set(withoutRetry(url), attemptsAt(url) + 1);
}

function attemptsAt(url: string): number {
  return attempts.get(withoutRetry(url)) ?? 0;
}

function withoutRetry(url: string): string {
  return url.replace(/&retry=\d+$/, '');
}

function withRetry(url: string): string {
  const failed = attemptsAt(url);
  return failed === 0 ? url : `${url}&retry=${failed}`;
}
