import { bytes } from './bytes.ts';
import type { FuzzTarget } from './target.ts';
import { structure } from './structure.ts';

/** Everything that random input is thrown at; a new target is a file and a line here. */
export const fuzzTargets: readonly FuzzTarget[] = [structure, bytes];
