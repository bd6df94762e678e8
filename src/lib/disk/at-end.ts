/**
 * Runs `clean` when a signal or an exit ends the process; the function that it returns takes that back.
 * `clean` must be synchronous: nothing else runs at that point.
 */
export function atEnd(clean: () => void): () => void {
  if (pending.size === 0) listen();
  pending.add(clean);
  return () => {
    pending.delete(clean);
    if (pending.size === 0) stopListening();
  };
}

const pending = new Set<() => void>();
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

function listen(): void {
  for (const signal of SIGNALS) process.on(signal, endBySignal);
  process.on('exit', cleanAll);
}

function stopListening(): void {
  for (const signal of SIGNALS) process.off(signal, endBySignal);
  process.off('exit', cleanAll);
}

/** Ends the process by the same signal, so that its parent sees what happened. */
function endBySignal(signal: NodeJS.Signals): void {
  cleanAll();
  stopListening();
  process.kill(process.pid, signal);
}

function cleanAll(): void {
  for (const clean of pending) {
    try {
      clean();
    } catch {
      // The others must run too, and there is nobody left to tell.
    }
  }
  pending.clear();
}
