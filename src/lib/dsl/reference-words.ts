import type { Duration } from './duration.ts';
import { word, type Word } from './word.ts';

/** What `nothing(…)`, `never(…)`, `nullifies(…)` and `deletes(…)` make. */
export type LossWord = Word<'nothing' | 'never' | 'nullifies' | 'deletes'>;

/**
 * When the target is deleted, nothing happens; the reason says why that is right.
 * @example nothing('A log tells what was, and its reader expects gaps.')
 */
export function nothing(reason: string): LossWord {
  return word('nothing', reason);
}

/**
 * The target is never deleted before the record that references it; the reason says what ensures that.
 * @example never('Users are only deactivated.')
 */
export function never(reason: string): LossWord {
  return word('never', reason);
}

/**
 * When the target is deleted, the application sets the reference to null.
 * @example nullifies({ reason: 'Old messages stay.' })
 */
export function nullifies(options: LossOptions = {}): LossWord {
  return word('nullifies', options);
}

/**
 * When the target is deleted, the application deletes the record that references it.
 * @example deletes({ within: '1 day' })
 */
export function deletes(options: LossOptions = {}): LossWord {
  return word('deletes', options);
}

interface LossOptions {
  /** How late at most: `'1 day'`. */
  readonly within?: Duration;
  /** Why that is right. Markdown. */
  readonly reason?: string;
}

/** A fixed value in a key: `bind: { ext: constant('md') }`. */
export function constant(value: string): { readonly constant: string } {
  return { constant: value };
}
