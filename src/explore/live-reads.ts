import type { Catalog } from '../lib/model/catalog.ts';
import type { System } from './system/system.ts';

/**
 * What the dev servers of this process read last, by the file that the catalog will be written to. Pages are rendered in the same process, by modules that share no
 * state with those of the server but what is global: without this each edit would parse the catalog again, and draw the picture twice.
 */
export const liveReads: Map<string, LiveRead> = ((globalThis as unknown as Record<symbol, Map<string, LiveRead>>)[Symbol.for('polyref.live-reads')] ??= new Map());

export interface LiveRead {
  readonly catalog: Catalog;
  /** Its picture; laid out when it is asked for first. */
  readonly system: () => System;
}
