import { join } from 'node:path';
import type { HotPayload, Plugin, ViteDevServer } from 'vite';
import { invalidateModules } from './invalidate-modules.ts';
import { LIST_OF_PAGES } from './notice-new-files.ts';

/**
 * Keeps Astro from reloading every page because a generated one changed, and says instead that pages changed: whoever is told refreshes them. For what is written by
 * hand (a guide, a component, a style) every page is reloaded as ever.
 */
export function holdBackReloads({ isGenerated, isWritten, pagesChanged }: HoldBackOptions): HeldBack {
  let writtenChanged = false;
  const waiting = new Map<WhyRefresh, NodeJS.Timeout>();
  const tellSoon = (why: WhyRefresh): void => {
    clearTimeout(waiting.get(why));
    waiting.set(why, setTimeout(pagesChanged, PAUSE, why));
  };
  return {
    plugin: {
      name: 'polyref-hold-back-reloads',
      hotUpdate: {
        order: 'pre',
        handler({ file, modules, timestamp }) {
          if (this.environment.name === 'client' || !(isGenerated(file) || (NOTES.some((note) => file.endsWith(`/${note}`)) && !writtenChanged))) return undefined;
          if (modules.length > 0) {
            invalidateModules(this.environment, modules, timestamp);
            tellSoon('compiled');
          }
          return [];
        },
      },
    },
    attach(server) {
      server.watcher.add(NOTES.map((note) => join(server.config.root, note)));
      server.watcher.on('all', (_event, file) => {
        if (isWritten(file)) writtenChanged = true;
      });
      let isAboutContent = false;
      for (const { name, hot } of Object.values(server.environments)) {
        if (name === 'client') continue;
        // Astro tells its own side that content changed, and then, in the same turn, every page to load again.
        passOnly(hot, (payload) => {
          if (payload.type === 'custom' && payload.event === 'astro:content-changed') {
            isAboutContent = true;
            queueMicrotask(() => { isAboutContent = false; });
          }
          return true;
        });
      }
      for (const channel of new Set([server.ws, server.environments.client.hot])) {
        passOnly(channel, (payload) => {
          if (payload.type !== 'full-reload' || !isAboutContent) return true;
          const passes = writtenChanged;
          writtenChanged = false;
          if (!passes) tellSoon('listed');
          return passes;
        });
      }
    },
  };
}

export interface HoldBackOptions {
  /** Whether a file, by its absolute path, is one of those that `generate` writes. */
  readonly isGenerated: (file: string) => boolean;
  /** Whether it is a page that somebody wrote. */
  readonly isWritten: (file: string) => boolean;
  /** Pages may not be any more what the server gave for them before. */
  readonly pagesChanged: (why: WhyRefresh) => void;
}

/** Pages are compiled anew when they are asked for; or Astro has listed anew which pages there are, and what they are called, which is the last that follows an edit. */
export type WhyRefresh = 'compiled' | 'listed';

export interface HeldBack {
  readonly plugin: Plugin;
  readonly attach: (server: ViteDevServer) => void;
}

/** One edit changes several pages: the refreshing waits for the last of them. Milliseconds. */
const PAUSE = 15;

/** Astro's lists of the pages that there are and of the pictures that they take in, which it writes when a page comes or goes. */
const NOTES = [LIST_OF_PAGES, '.astro/content-assets.mjs'];

/** Asks before each message of a channel whether it may go out. */
function passOnly(channel: Channel, may: (payload: HotPayload) => boolean): void {
  const send = channel.send.bind(channel) as (...message: readonly unknown[]) => void;
  channel.send = (first: HotPayload | string, data?: unknown): void => {
    if (may(typeof first === 'string' ? { type: 'custom', event: first, data } : first)) send(...(data === undefined ? [first] : [first, data]));
  };
}

type Channel = Pick<ViteDevServer['environments']['client']['hot'], 'send'>;
