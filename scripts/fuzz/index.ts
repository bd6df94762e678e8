import type { FuzzTarget } from './fuzz-target.ts';
import { textTarget } from './text.ts';

/** A new target is a file here and a line in this list. */
export const fuzzTargets: readonly FuzzTarget[] = [textTarget];
