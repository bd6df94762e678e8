import { bytesTarget } from './bytes.ts';
import type { FuzzTarget } from './fuzz-target.ts';
import { structureTarget } from './structure.ts';
import { textTarget } from './text.ts';

/** A new target is a file here and a line in this list. */
export const fuzzTargets: readonly FuzzTarget[] = [textTarget, structureTarget, bytesTarget];
