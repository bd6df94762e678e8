import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { DiagramError, type Drawing } from '../lib/diagram/index.ts';

/**
 * Draws in threads, so that the build goes on meanwhile. A thread starts when there is work for it: with nothing to draw, as when all
 * is cached, there is none. Idle threads do not keep the process alive.
 */
export function createDrawingPool(size = Math.min(4, availableParallelism())): DrawingPool {
  const members: Member[] = [];
  const waiting: Job[] = [];
  let lastId = 0;

  const start = (): Member => {
    const worker = new Worker(new URL('./draw-worker.ts', import.meta.url));
    const member: Member = { worker, running: new Map() };
    const fail = (error: Error): void => {
      const place = members.indexOf(member);
      if (place >= 0) members.splice(place, 1);
      for (const job of member.running.values()) job.reject(error);
      member.running.clear();
      assign();
    };
    worker.on('message', (answer: DrawAnswer) => {
      const job = member.running.get(answer.id);
      member.running.delete(answer.id);
      if (member.running.size === 0) worker.unref();
      assign();
      if ('drawing' in answer) job?.resolve(answer.drawing);
      else job?.reject('error' in answer ? new DiagramError(answer.error.message, answer.error.line) : new Error(answer.crash));
    });
    worker.on('error', (error) => fail(error instanceof Error ? error : new Error(String(error))));
    worker.on('exit', () => fail(new Error('The thread that draws diagrams ended early.')));
    members.push(member);
    return member;
  };

  const assign = (): void => {
    while (waiting.length > 0) {
      const idlest = members.reduce<Member | undefined>((least, member) => (least === undefined || member.running.size < least.running.size ? member : least), undefined);
      const mayStart = members.length < size && (idlest === undefined || waiting.length > 2);
      const member = mayStart && (idlest === undefined || idlest.running.size > 0) ? start() : idlest;
      if (member === undefined || member.running.size >= AT_ONCE) return;
      const job = waiting.shift();
      if (job === undefined) return;
      lastId += 1;
      member.running.set(lastId, job);
      member.worker.ref();
      member.worker.postMessage({ id: lastId, text: job.text, ...(job.title === undefined ? {} : { title: job.title }) } satisfies DrawRequest);
    }
  };

  return {
    draw: (text, title) => new Promise((resolve, reject) => {
      waiting.push({ text, title, resolve, reject });
      assign();
    }),
    async close() {
      await Promise.all(members.splice(0).map(({ worker }) => worker.removeAllListeners('exit').terminate()));
    },
  };
}

/** Each layout waits now and then for a timer; the thread draws another diagram meanwhile. */
const AT_ONCE = 3;

export interface DrawingPool {
  draw(text: string, title: string | undefined): Promise<Drawing>;
  close(): Promise<void>;
}

export interface DrawRequest {
  readonly id: number;
  readonly text: string;
  readonly title?: string;
}

export type DrawAnswer =
  | { readonly id: number; readonly drawing: Drawing }
  | { readonly id: number; readonly error: { readonly message: string; readonly line?: number } }
  | { readonly id: number; readonly crash: string };

interface Member {
  readonly worker: Worker;
  readonly running: Map<number, Job>;
}

interface Job {
  readonly text: string;
  readonly title: string | undefined;
  readonly resolve: (drawing: Drawing) => void;
  readonly reject: (error: Error) => void;
}
