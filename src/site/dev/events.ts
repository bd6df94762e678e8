import type { System } from '../../explore/system/system.ts';
import type { Finding } from '../../lib/model/finding.ts';

/** The messages between the dev server and the open pages: name → what it carries. */
export interface DevEvents {
  /** A page says that it is open and keeps itself up to date: its path, and the number that it was sent with. */
  'polyref:open': { readonly path: string; readonly turn: string | undefined };
  /** Mistakes of the schema; none when it is in order. */
  'polyref:findings': readonly Finding[];
  /** Diagrams of the open page, drawn anew before the page itself is. */
  'polyref:figures': readonly LiveFigure[];
  /** A page shows the picture of everything, and follows it. */
  'polyref:explore': undefined;
  /** The picture of everything as the schema is now; to those who follow it. */
  'polyref:system': System;
  /** What the server gives for the open page may be different now. */
  'polyref:refresh': undefined;
}

/** A diagram as it stands in a page, known by its place among the diagrams there. */
export interface LiveFigure {
  /** From 0. */
  readonly index: number;
  /** How many diagrams the page has. */
  readonly count: number;
  /** `<figure class="pr-diagram">…</figure>` */
  readonly html: string;
}

declare module 'vite/types/customEvent.js' {
  interface CustomEventMap extends DevEvents {}
}
