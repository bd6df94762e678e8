import nodeModule, { syncBuiltinESMExports } from 'node:module';
import workerThreads from 'node:worker_threads';
import { describeThrown } from './describe-thrown.ts';
import { guardGlobals } from './guard-globals.ts';
import { guardProcess } from './guard-process.ts';
import { openModuleStore } from './module-store.ts';
import { PROGRESS, type Incident, type Outcome, type Request, type Response, type SandboxData, type TaskContext } from './protocol.ts';
import { createTrace } from './trace.ts';

/** The thread in which a team's modules run: the only one that they can hold up, end or break. */
const { parentPort: port, workerData } = workerThreads;
if (port === null) throw new Error('The sandbox runs in a worker.');
const post = (response: Response) => port.postMessage(response);
const { shared, syncPort, preload, codeCache } = workerData as SandboxData;
const { setTimeout: later, setImmediate: soon } = globalThis;
const resources = process.getActiveResourcesInfo.bind(process);
const incidents: Incident[] = [];

// A thread does not inherit the cache, and compiling is half of what it takes to start.
if (codeCache !== undefined) nodeModule.enableCompileCache(codeCache);
await import(preload);
nodeModule.flushCompileCache();
// Code of a team is to behave as in a program of its own, and has no business with what is said here.
Object.assign(workerThreads, { isMainThread: true, parentPort: null, workerData: null });
syncBuiltinESMExports();
const globals = guardGlobals((name, number) => incidents.push({ kind: 'changed-global', number, name }));
const trace = createTrace(shared, globals.check);
const store = openModuleStore(trace, () => void Atomics.add(shared, PROGRESS, 1));
guardProcess((text, stack) => incidents.push({ kind: 'printed', number: trace.current(), text, stack }));
const threw = (value: unknown) => incidents.push({ kind: 'threw', number: trace.current(), thrown: describeThrown(value) });
const listen = () => {
  for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
    process.removeAllListeners(event);
    process.on(event, threw);
  }
};

const exported = new Map<string, Readonly<Record<string, unknown>>>();
const giveUp = new Map<number, () => void>();

port.on('message', (request: Request) => {
  switch (request.kind) {
    case 'add':
      store.add(request.modules);
      break;
    case 'run':
      void run(request.id, request.urls);
      break;
    case 'give-up':
      giveUp.get(request.id)?.();
      break;
    case 'call':
      void call(request);
      break;
  }
});

post({ kind: 'ready', id: 0 });

/** Runs modules, whatever they do: what one of them throws is its own outcome, and one that never finishes holds up no other. */
async function run(id: number, urls: readonly string[]): Promise<void> {
  listen();
  incidents.length = 0;
  trace.forget();
  const stop = new Promise<'stopped'>((settle) => giveUp.set(id, () => settle('stopped')));
  const outcomes = (await runTogether(urls, stop)) ?? (await runEach(urls, stop));
  giveUp.delete(id);
  // A timer or a promise that a module started and did not wait for fails only now. What is due later never runs.
  await settleTimers();
  globals.checkAll();
  post({ kind: 'ran', id, run: { outcomes, incidents: [...incidents], unfinished: trace.open() } });
}

/** All in one go, which spares Node linking the same packages anew for every file; undefined unless every file does well. */
async function runTogether(urls: readonly string[], stop: Promise<'stopped'>): Promise<readonly Outcome[] | undefined> {
  if (urls.length < WORTH_A_BATCH) return undefined;
  try {
    const all = await Promise.race([import(store.batch(urls)) as Promise<Readonly<Record<string, Readonly<Record<string, unknown>>>>>, stop]);
    if (all === 'stopped') return undefined;
    for (const [at, url] of urls.entries()) exported.set(url, all[`m${at}`] ?? {});
    return urls.map(() => ({ kind: 'done' }));
  } catch {
    // One by one they tell which of them fails, and why.
    return undefined;
  }
}

const WORTH_A_BATCH = 4;

async function runEach(urls: readonly string[], stop: Promise<'stopped'>): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = urls.map(() => ({ kind: 'unfinished' }));
  let settled = 0;
  const all = Promise.all(
    urls.map(async (url, at) => {
      try {
        exported.set(url, (await import(url)) as Readonly<Record<string, unknown>>);
        outcomes[at] = { kind: 'done' };
      } catch (error) {
        outcomes[at] = { kind: 'failed', thrown: describeThrown(error) };
      }
      settled += 1;
      Atomics.add(shared, PROGRESS, 1);
    }),
  );
  const first = await Promise.race([all, stop]);
  // Files that ran already only have to be asked for once more.
  if (first === 'stopped') {
    for (let before = -1; before !== settled; ) {
      before = settled;
      await Promise.race([all, new Promise((settle) => later(settle, SETTLE_MS))]);
    }
  }
  return outcomes;
}

const SETTLE_MS = 200;

async function settleTimers(): Promise<void> {
  await new Promise((settle) => later(settle, SOON_MS));
  await new Promise((settle) => soon(settle));
}

/** Node fires timers in the order in which they are due: after this one, all that were due before have fired. */
const SOON_MS = 20;

async function call({ id, task, input, signal }: Extract<Request, { kind: 'call' }>): Promise<void> {
  const context: TaskContext = { exportsOf: (url) => exported.get(url), tick: () => void Atomics.add(shared, PROGRESS, 1) };
  const answer = (response: Response) => (signal === undefined ? post(response) : syncPort.postMessage(response));
  try {
    const { default: perform } = (await import(task)) as { default: (input: unknown, context: TaskContext) => unknown };
    listen();
    incidents.length = 0;
    const before = resources().length;
    const result = await perform(input, context);
    // By the next turn a promise that nobody waits for has failed; only what takes longer is worth a pause.
    await new Promise((settle) => soon(settle));
    if (resources().length > before) await settleTimers();
    answer({ kind: 'called', id, result, incidents: [...incidents], isPending: resources().length > before });
  } catch (error) {
    answer({ kind: 'called', id, thrown: describeThrown(error) });
  }
  if (signal === undefined) return;
  Atomics.store(signal, 0, 1);
  Atomics.notify(signal, 0);
}
