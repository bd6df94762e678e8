import { getCompileCacheDir } from 'node:module';
import { totalmem } from 'node:os';
import { dirname } from 'node:path';
import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads';
import type { BuiltModule } from '../modules/built-module.ts';
import { endBusyThread, type BusyEnd } from './end-busy-thread.ts';
import { endThread } from './end-thread.ts';
import { PROGRESS, RUNNING, type Aftermath, type Request, type Response, type Run, type SandboxData, type Thrown } from './protocol.ts';

/**
 * Starts a thread for code of a team. Whatever that code does, it ends at most the thread: `dead` then says how.
 * @param options.timeout milliseconds without any progress after which the code counts as hanging
 */
export function openSandbox({ timeout, preload }: SandboxOptions): Sandbox {
  const mostBytes = mostMemory();
  const shared = new Int32Array(new SharedArrayBuffer(8));
  const numbers = new Map<string, number>();
  const urls: string[] = [''];
  const waiting = new Map<number, (response: Response | Death) => void>();
  let ids = 0;
  let ready = () => {};
  const started = new Promise<void>((settle) => (ready = settle));
  let death: Death | undefined;
  let isEnding = false;
  const { port1: answers, port2: syncPort } = new MessageChannel();
  // Node returns the subfolder of its version, and adds that again to the folder that it is given.
  const cacheFolder = getCompileCacheDir();
  const data: SandboxData = { shared, syncPort, preload: preload.href, ...(cacheFolder === undefined ? {} : { codeCache: dirname(cacheFolder) }) };
  const worker = new Worker(new URL('./sandbox-worker.ts', import.meta.url), {
    workerData: data, transferList: [syncPort], stdin: false, stdout: true, stderr: true, resourceLimits: { maxOldGenerationSizeMb: Math.round((mostBytes / 2 ** 20) * 3) },
  });
  // Its direct output is discarded.
  worker.stdout.resume();
  worker.stderr.resume();
  worker.unref();
  answers.unref();
  const running = () => urls[Atomics.load(shared, RUNNING)] ?? '';
  const die = (cause: Death) => {
    death ??= cause;
    ready();
    for (const settle of waiting.values()) settle(death);
    waiting.clear();
    void endThread(worker);
  };
  worker.on('message', (response: Response) => {
    if (response.kind === 'ready') ready();
    waiting.get(response.id)?.(response);
    waiting.delete(response.id);
  });
  worker.on('error', (error: Error & { code?: string }) => die(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? { kind: 'memory', url: running() } : { kind: 'ended', url: running(), reason: error.message }));
  worker.on('exit', () => {
    if (!isEnding) die({ kind: 'ended', url: running(), reason: 'its thread was ended' });
  });
  const send = (request: Request) => worker.postMessage(request);

  const ask = async (request: Extract<Request, { kind: 'run' | 'call' }>): Promise<Response | Death> => {
    if (death !== undefined) return death;
    worker.ref();
    await started;
    if (death !== undefined) return death;
    const watch = watchProgress(() => Atomics.load(shared, PROGRESS), timeout, mostBytes);
    try {
      const answer = new Promise<Response | Death>((settle) => waiting.set(request.id, settle));
      send(request);
      const first = await Promise.race([answer, watch.stalled]);
      if (typeof first === 'object') return first;
      if (first === 'memory') {
        die({ kind: 'memory', url: running() });
        return await answer;
      }
      // Code that waits forever leaves the thread free to answer; a loop does not.
      send({ kind: 'give-up', id: request.id });
      for (let before = -1; before !== Atomics.load(shared, PROGRESS); ) {
        before = Atomics.load(shared, PROGRESS);
        const second = await Promise.race([answer, delay(GRACE_MS)]);
        if (second !== undefined) return second;
      }
      const url = running();
      isEnding = true;
      die({ kind: 'busy', url, ...(await endBusyThread(worker)) });
      return await answer;
    } finally {
      watch.stop();
      worker.unref();
    }
  };

  return {
    add(modules) {
      for (const { url } of modules) if (!numbers.has(url)) numbers.set(url, urls.push(url) - 1);
      send({ kind: 'add', modules: modules.map((module) => ({ ...module, number: numbers.get(module.url) ?? 0 })) });
    },
    async run(wanted) {
      const answer = await ask({ kind: 'run', id: (ids += 1), urls: wanted });
      return answer.kind === 'ran' ? { kind: 'ran', run: answer.run } : (answer as Death);
    },
    async call<Result>(task: URL, input: unknown) {
      const answer = await ask({ kind: 'call', id: (ids += 1), task: task.href, input });
      return answer.kind === 'called' ? calledWith<Result>(answer) : (answer as Death);
    },
    callNow<Result>(task: URL, input: unknown) {
      if (death !== undefined) return death;
      const signal = new Int32Array(new SharedArrayBuffer(4));
      send({ kind: 'call', id: (ids += 1), task: task.href, input, signal });
      const [begin, before] = [performance.now(), bytesElsewhere()];
      let [last, idleSince] = [Atomics.load(shared, PROGRESS), begin];
      while (Atomics.wait(signal, 0, 0, Math.min(MEMORY_MS, timeout)) === 'timed-out') {
        const [now, at] = [Atomics.load(shared, PROGRESS), performance.now()];
        if (now !== last) [last, idleSince] = [now, at];
        const isTooLong = at - idleSince > timeout || at - begin > timeout * MOST_TIMES;
        if (!isTooLong && bytesElsewhere() - before <= mostBytes) continue;
        const cause: Death = isTooLong ? { kind: 'busy', url: running(), frames: [], isHeld: false } : { kind: 'memory', url: running() };
        die(cause);
        return cause;
      }
      return calledWith<Result>(receiveMessageOnPort(answers)?.message as Extract<Response, { kind: 'called' }>);
    },
    urlOf: (number) => urls[number] ?? '',
    get dead() {
      return death;
    },
    async close() {
      death ??= { kind: 'ended', url: '', reason: 'it was closed' };
      await endThread(worker);
    },
  };
}

function calledWith<Result>(answer: Extract<Response, { kind: 'called' }>): Called<Result> {
  return 'thrown' in answer ? { kind: 'threw', thrown: answer.thrown } : { kind: 'called', result: answer.result as Result, incidents: answer.incidents, isPending: answer.isPending };
}

export interface SandboxOptions {
  readonly timeout: number;
  /** A module of Polyref that is loaded first: what will be called later. */
  readonly preload: URL;
}

export interface Sandbox {
  /** Makes modules known, to be run or imported by others. */
  readonly add: (modules: readonly BuiltModule[]) => void;
  /** Runs modules, each once. */
  readonly run: (urls: readonly string[]) => Promise<{ readonly kind: 'ran'; readonly run: Run } | Death>;
  /** Calls the default export of one of Polyref's own modules in the thread, with data that can be copied; gives what it returns. */
  readonly call: <Result>(task: URL, input: unknown) => Promise<Called<Result> | Death>;
  /** As `call`, for callers that cannot wait: this thread blocks until the answer is there. */
  readonly callNow: <Result>(task: URL, input: unknown) => Called<Result> | Death;
  /** The module that has a number. */
  readonly urlOf: (number: number) => string;
  readonly dead: Death | undefined;
  readonly close: () => Promise<void>;
}

export type Called<Result> = ({ readonly kind: 'called'; readonly result: Result } & Aftermath) | { readonly kind: 'threw'; readonly thrown: Thrown };

/** How the thread ended, and the module that was running then; empty when none was. */
export type Death =
  | ({ readonly kind: 'busy'; readonly url: string } & BusyEnd)
  | { readonly kind: 'memory'; readonly url: string }
  | { readonly kind: 'ended'; readonly url: string; readonly reason: string };

/** How long a thread that is not busy takes to answer, at most. */
const GRACE_MS = 2_000;

function delay(ms: number): Promise<undefined> {
  return new Promise((settle) => setTimeout(settle, ms, undefined));
}

/** Counts ticks, not time: a thread that had no chance to run is not late. */
function watchProgress(progress: () => number, timeout: number, mostBytes: number): { readonly stalled: Promise<'stalled' | 'memory'>; readonly stop: () => void } {
  const timers: NodeJS.Timeout[] = [];
  const before = bytesElsewhere();
  const stalled = new Promise<'stalled' | 'memory'>((settle) => {
    let [idle, passed] = [0, 0];
    let last = progress();
    timers.push(
      setInterval(() => {
        const now = progress();
        idle = now === last ? idle + 1 : 0;
        last = now;
        passed += 1;
        if (idle >= TICKS || passed >= TICKS * MOST_TIMES) settle('stalled');
      }, timeout / TICKS),
      setInterval(() => {
        if (bytesElsewhere() - before > mostBytes) settle('memory');
      }, MEMORY_MS),
    );
  });
  return { stalled, stop: () => timers.forEach(clearInterval) };
}

/** Something that goes on for so many times the limit, however busy it is, does not come to an end. */
const MOST_TIMES = 30;

const TICKS = 10;
const MEMORY_MS = 50;

/** What the process holds outside of this thread's heap: the other thread's, and buffers, which no limit of a thread counts. */
function bytesElsewhere(): number {
  return process.memoryUsage.rss() - process.memoryUsage().heapTotal;
}

/** A thread whose heap reaches its own limit may take the process with it, so the limit lies far above what is watched. */
function mostMemory(): number {
  return Math.min(1536 * 2 ** 20, totalmem() / 2);
}
