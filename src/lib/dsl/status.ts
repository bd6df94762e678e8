import { word, type Word } from './word.ts';

/** What `stable`, `experimental(…)` and `deprecated(…)` stand for. */
export type StatusWord = Word<'stable' | 'experimental' | 'deprecated'>;

/** The usual status; nobody needs to say it. */
export const stable: StatusWord = word('stable');

/** May change or go without notice. */
export function experimental(note?: string): StatusWord {
  return word('experimental', note);
}

/**
 * Still there, not to be used for anything new.
 * @example deprecated('Replaced by events.', { useInstead: 'mongodb.event_logs' })
 */
export function deprecated(reason: string, options: { readonly since?: string; readonly useInstead?: string } = {}): StatusWord {
  return word('deprecated', reason, options);
}
