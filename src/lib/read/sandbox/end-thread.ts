import type { Worker } from 'node:worker_threads';

/**
 * Ends a thread. False where the system holds it: it reads what nobody writes, or waits for a program that does not end. Such a thread lives as long as
 * the process.
 */
export async function endThread(worker: Worker): Promise<boolean> {
  const ended = worker.terminate().then(() => {
    held.delete(worker);
    return true;
  });
  let timer: NodeJS.Timeout | undefined;
  const isLate = new Promise<false>((settle) => {
    timer = setTimeout(() => {
      held.add(worker);
      settle(false);
    }, MOST_MS);
  });
  try {
    return await Promise.race([ended, isLate]);
  } finally {
    clearTimeout(timer);
  }
}

/** Whether a thread is still held: `process.exit` would wait for it forever. */
export function isThreadHeld(): boolean {
  return held.size > 0;
}

const held = new Set<Worker>();

/** A thread that is not held ends in a moment, on a busy machine in a few. */
const MOST_MS = 5_000;
