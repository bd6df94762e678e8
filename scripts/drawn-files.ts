import type { Ownership } from '../src/lib/disk/plan-writes.ts';

/** Pictures of Polyref, which may replace one another, and nobody's own. */
export const DRAWN: Ownership = { owned: [], isGenerated: (_, text) => /^<svg [^>]*class="pr-d"/.test(text) };
