import { word, type Word } from './word.ts';

/** What `stable`, `experimental(…)` and `deprecated(…)` stand for. */
export type StatusWord = Word<'stable' | 'experimental' | 'deprecated'>;

/** The usual status; nobody needs to say it. */
export const stable: StatusWord = word('stable');

/**
 * May change or go without notice.
 * @example experimental('Until the pilot ends.')
 */
export function experimental(note?: string): StatusWord {
  return word('experimental', note);
}

/**
 * Still there, not to be used for anything new.
 * @example deprecated('Replaced by events.', { useInstead: 'mongodb.event_logs' })
 */
export function deprecated(reason: string, options: DeprecationOptions = {}): StatusWord {
  return word('deprecated', reason, options);
}

interface DeprecationOptions {
  /** A date or a release, as text. */
  readonly since?: string;
  /** Address of the entity that takes its place: `'mongodb.event_logs'`. */
  readonly useInstead?: string;
}
