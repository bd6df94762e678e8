import type { Graph } from './graph.ts';

/** How boxes of a store look. */
export interface StoreLook {
  readonly mark: 'document' | 'table' | 'bucket' | 'letter';
  /** Names a colour of the style sheet. */
  readonly tone: Tone;
}

export type Tone = 'green' | 'blue' | 'amber' | 'violet' | 'teal' | 'rose' | 'grey';

/** Drawings of 14 × 14 pixels, filled with one colour. */
export const MARKS: Readonly<Record<Exclude<StoreLook['mark'], 'letter'>, string>> = {
  document: 'M7 0C3.2 3.2 2.2 6 2.7 8.6 3.1 10.5 4.6 12 6.4 12.6V14h1.2v-1.4c1.8-.6 3.3-2.1 3.7-4C11.8 6 10.8 3.2 7 0zM6.4 4h1.2v7H6.4z',
  table: 'M1 1.5h12v3H1zM1 5.7h3.6v2.9H1zM5.8 5.7H13v2.9H5.8zM1 9.8h3.6v2.7H1zM5.8 9.8H13v2.7H5.8z',
  bucket: 'M7 .8c3.5 0 6 .8 6 1.8S10.5 4.4 7 4.4 1 3.6 1 2.6 3.5.8 7 .8zM1.2 4.3C2.5 5.1 4.6 5.5 7 5.5s4.5-.4 5.8-1.2L11.7 12c-.1.8-2.1 1.4-4.7 1.4S2.4 12.8 2.3 12z',
};

const KNOWN: Readonly<Record<string, StoreLook>> = {
  mongodb: { mark: 'document', tone: 'green' },
  postgresql: { mark: 'table', tone: 'blue' },
  s3: { mark: 'bucket', tone: 'amber' },
};

const OTHER_TONES: readonly Tone[] = ['violet', 'teal', 'rose', 'grey'];

/** Look of every store in a graph; a store that nobody knows gets its first letter and the next colour. */
export function looksOf(graph: Graph, given: Readonly<Record<string, StoreLook>> = {}): ReadonlyMap<string, StoreLook> {
  const stores = [...new Set(graph.entities.flatMap((entity) => entity.store ?? []))].sort();
  const unknown = stores.filter((store) => !Object.hasOwn(given, store) && !Object.hasOwn(KNOWN, store));
  return new Map(stores.map((store) => {
    const look = Object.hasOwn(given, store) ? given[store] : Object.hasOwn(KNOWN, store) ? KNOWN[store] : undefined;
    return [store, look ?? { mark: 'letter', tone: OTHER_TONES[unknown.indexOf(store) % OTHER_TONES.length] ?? 'grey' }];
  }));
}
