import { writeWhole } from '../disk/write-whole.ts';
import { nextBaseline } from '../lint/baseline.ts';
import { renderBaseline } from '../lint/baseline-file.ts';
import type { Finding } from '../model/finding.ts';
import { lint, type LintInputs } from './lint.ts';
import { baselinePath } from './read-system.ts';

/** Writes the baseline: the first one with all that is found, a later one without what is gone. It never grows. */
export async function updateBaseline(inputs: Omit<LintInputs, 'only'>): Promise<UpdatedBaseline> {
  const linted = await lint(inputs);
  if (linted.kind === 'unreadable') return linted;
  const next = nextBaseline(linted.baselined, linted.coverage, linted.baseline);
  writeWhole(baselinePath(inputs), renderBaseline(next));
  const count = (entries: readonly { readonly count: number }[]) => entries.reduce((sum, entry) => sum + entry.count, 0);
  return { kind: 'written', holds: count(next.entries), ...(linted.baseline === undefined ? {} : { held: count(linted.baseline.entries) }) };
}

export type UpdatedBaseline =
  | { readonly kind: 'written'; /** How many findings it holds. */ readonly holds: number; /** How many it held before; absent: there was none. */ readonly held?: number }
  | { readonly kind: 'unreadable'; readonly findings: readonly Finding[] };
