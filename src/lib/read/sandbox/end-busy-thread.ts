import { Session } from 'node:inspector';
import type { Worker } from 'node:worker_threads';
import { endThread } from './end-thread.ts';

/**
 * Ends a thread that answers nobody, and says where it was: the frames of its code, innermost first, counted from 1; none when that cannot be found out.
 * The order matters: a paused thread has to be told to end before it goes on, and its debugger may leave only afterwards.
 */
export function endBusyThread(worker: Worker): Promise<BusyEnd> {
  return new Promise((settle) => {
    const session = new Session();
    const timer = setTimeout(() => end([]), MOST_MS);
    let resume = () => {};
    const end = (frames: readonly BusyFrame[]) => {
      clearTimeout(timer);
      const ended = endThread(worker);
      resume();
      void ended.then((isEnded) => {
        // Leaving a thread that is held would wait for it.
        if (isEnded) session.disconnect();
        settle({ frames, isHeld: !isEnded });
      });
    };
    const scripts = new Map<string, string>();
    try {
      session.connect();
      const channel = session as unknown as Channel;
      channel.on('NodeWorker.attachedToWorker', ({ params }) => {
        // The id counts what this session sees; only the title names the thread.
        if (params.workerInfo?.title?.startsWith(`[worker ${worker.threadId}]`) !== true) return;
        const send = (id: number, method: string) => channel.post('NodeWorker.sendMessageToWorker', { sessionId: params.sessionId, message: JSON.stringify({ id, method }) });
        resume = () => send(3, 'Debugger.resume');
        send(1, 'Debugger.enable');
        send(2, 'Debugger.pause');
      });
      channel.on('NodeWorker.receivedMessageFromWorker', ({ params }) => {
        const message = JSON.parse(params.message ?? '{}') as Message;
        if (message.method === 'Debugger.scriptParsed') scripts.set(message.params.scriptId ?? '', message.params.url ?? '');
        if (message.method !== 'Debugger.paused') return;
        end((message.params.callFrames ?? []).map(({ url, location }) => ({ url: url || (scripts.get(location.scriptId) ?? ''), line: location.lineNumber + 1, column: location.columnNumber + 1 })));
      });
      channel.post('NodeWorker.enable', { waitForDebuggerOnStart: false });
    } catch {
      // Another debugger may be attached: then only the file is known.
      end([]);
    }
  });
}

/** A busy thread on a busy machine takes its time to stop. */
const MOST_MS = 15_000;

export interface BusyEnd {
  readonly frames: readonly BusyFrame[];
  /** It could not be ended, as the system holds it. */
  readonly isHeld: boolean;
}

export interface BusyFrame {
  readonly url: string;
  readonly line: number;
  readonly column: number;
}

/** The part of the debugging protocol that is spoken here. */
interface Channel {
  on(event: string, listener: (event: { readonly params: { readonly sessionId?: string; readonly message?: string; readonly workerInfo?: { readonly title?: string } } }) => void): void;
  post(method: string, params: object): void;
}

interface Message {
  readonly method?: string;
  readonly params: { readonly scriptId?: string; readonly url?: string; readonly callFrames?: readonly { readonly url: string; readonly location: { readonly scriptId: string; readonly lineNumber: number; readonly columnNumber: number } }[] };
}
