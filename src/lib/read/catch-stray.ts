import { STAMP } from './stamp-files.ts';

/**
 * Keeps a promise that a schema file makes, drops and that then fails from ending the run; anybody else's still ends it.
 * @returns what failed so, once asked for
 */
export function catchStray(): { readonly errors: () => Promise<readonly Error[]>; readonly release: () => void } {
  const caught: Error[] = [];
  const listener = (reason: unknown) => {
    if (reason instanceof Error && reason.stack?.includes(`?${STAMP}=`) === true) {
      if (!caught.includes(reason)) caught.push(reason);
      return;
    }
    // Without this listener, and alone, the rejection would have ended the process.
    if (process.listeners('unhandledRejection').every((each) => ours.has(each))) setImmediate(() => { throw reason; });
  };
  ours.add(listener);
  process.on('unhandledRejection', listener);
  return {
    // Node tells of a dropped promise after the turn in which it failed.
    errors: () => new Promise((settle) => setImmediate(() => settle(caught))),
    release: () => {
      ours.delete(listener);
      process.off('unhandledRejection', listener);
    },
  };
}

const ours = new Set<(...arguments_: never[]) => unknown>();
