import { createRequire } from 'node:module';

/** The TypeScript of ts-morph. Required, not imported: Node would read all nine megabytes of it once more, to find what they export. */
export const { ts } = createRequire(import.meta.url)('ts-morph') as typeof import('ts-morph');
