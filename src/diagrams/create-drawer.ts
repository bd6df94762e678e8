import type { Drawing } from '../lib/diagram/index.ts';
import { createDrawingCache } from './drawing-cache.ts';
import { createDrawingPool, type DrawingPool } from './drawing-pool.ts';
import { drawingVersion } from './drawing-version.ts';

/**
 * Draws in threads what was not drawn before.
 * @param folder where drawings are kept: absolute path
 */
export function createDrawer(folder: string): Drawer {
  const cache = createDrawingCache(folder, drawingVersion());
  let pool: DrawingPool | undefined;
  return {
    async draw(text, title) {
      const known = await cache.read(text, title);
      if (known !== undefined) return known;
      pool ??= createDrawingPool();
      const drawing = await pool.draw(text, title);
      await cache.write(text, title, drawing);
      return drawing;
    },
    async warm() {
      pool ??= createDrawingPool();
      await pool.draw('erDiagram\n"a" ||--o{ "b" : "c"', undefined);
    },
    async close() {
      await pool?.close();
      pool = undefined;
      await cache.prune();
    },
  };
}

export interface Drawer {
  draw(text: string, title: string | undefined): Promise<Drawing>;
  /** Has a thread ready, with all that it needs loaded, before there is something to draw. */
  warm(): Promise<void>;
  /** Ends the threads, and forgets drawings on disk that were long of no use. */
  close(): Promise<void>;
}
