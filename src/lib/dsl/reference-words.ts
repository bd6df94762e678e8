import type { Duration } from './duration.ts';
import { word, type Word } from './word.ts';

/** What `nothing(…)`, `never(…)`, `nullifies(…)` and `deletes(…)` make. */
export type LossWord = Word<'nothing' | 'never' | 'nullifies' | 'deletes'>;

/** When the target goes, nobody does anything; say why that is right. */
export function nothing(reason: string): LossWord {
  return word('nothing', reason);
}

/** The target never goes before the record that points at it; say what makes sure of that. */
export function never(reason: string): LossWord {
  return word('never', reason);
}

/** When the target goes, the application sets the pointer to null. */
export function nullifies(options: { readonly within?: Duration; readonly reason?: string } = {}): LossWord {
  return word('nullifies', options);
}

/** When the target goes, the application deletes the record that points at it. */
export function deletes(options: { readonly within?: Duration; readonly reason?: string } = {}): LossWord {
  return word('deletes', options);
}

/** A fixed value in a key: `bind: { ext: constant('md') }`. */
export function constant(value: string): { readonly constant: string } {
  return { constant: value };
}
