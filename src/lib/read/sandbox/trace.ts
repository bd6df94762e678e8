import { AsyncLocalStorage } from 'node:async_hooks';
import { PROGRESS, RUNNING } from './protocol.ts';

/**
 * Records which module is running: each calls `enter` first and `leave` last, with its number. What a module starts (a timer, a promise) keeps its number.
 */
export function createTrace(shared: Int32Array, checkGlobals: (number: number) => void): Trace {
  const context = new AsyncLocalStorage<number>();
  const open = new Set<number>();
  let last = 0;
  return {
    enter(number) {
      checkGlobals(last);
      open.add(number);
      last = number;
      context.enterWith(number);
      Atomics.add(shared, PROGRESS, 1);
      Atomics.store(shared, RUNNING, number);
    },
    leave(number) {
      checkGlobals(number);
      open.delete(number);
      Atomics.add(shared, PROGRESS, 1);
      Atomics.store(shared, RUNNING, 0);
    },
    current: () => context.getStore() ?? 0,
    open: () => [...open],
    forget: () => open.clear(),
  };
}

export interface Trace {
  readonly enter: (number: number) => void;
  readonly leave: (number: number) => void;
  /** The module that started what runs now; 0 when none did. */
  readonly current: () => number;
  /** Modules that began and did not end. */
  readonly open: () => readonly number[];
  readonly forget: () => void;
}
