import type { Change, ChangeLevel, Review } from '../../src/lib/index.ts';
import { UsageError, type ExitCode } from '../command.ts';

/** What fails of a review, and the exit code that says so: a wrong acceptance fails as well. */
export function verdictOf({ open, mistakes }: Review, failing: readonly ChangeLevel[]): { readonly failed: readonly Change[]; readonly code: ExitCode } {
  const failed = open.filter(({ level }) => failing.includes(level));
  return { failed, code: failed.length > 0 || mistakes.length > 0 ? 1 : 0 };
}

/** The levels that `--fail-on` means: the one that it names and what is worse. Throws `UsageError` where it names none. */
export function failingLevels(failOn: unknown): readonly ChangeLevel[] {
  if (failOn === 'breaking') return ['breaking'];
  if (failOn === 'dangerous') return ['breaking', 'dangerous'];
  throw new UsageError(`--fail-on must be breaking or dangerous, not \`${String(failOn)}\`.`);
}
