import type { Duration } from './duration.ts';
import { word, type WordOn } from './word.ts';

/** What `permanent()`, `expires(…)`, `keptAtLeast(…)`, `locked(…)` and `withParent(…)` make. */
export type RetentionWord<Path extends string = any> = WordOn<'permanent' | 'expires' | 'keptAtLeast' | 'locked' | 'withParent', Path>;

/** Lives until somebody deletes it on purpose. */
export function permanent(options: Note = {}): RetentionWord {
  return word('permanent', options);
}

/**
 * Goes by itself some time after a date. In MongoDB this *is* the TTL index: do not write it again under `indexes`.
 * Objects count from their creation and need no `after`.
 * @example expires('90 days', { after: 'createdAt' })
 */
export function expires<const Path extends string = never>(length: Duration, options: Note & { /** The date field from which time counts. */ readonly after?: Path; /** Only records that fit this condition expire. */ readonly where?: string } = {}): RetentionWord<Path> {
  return word('expires', length, options);
}

/** Must not go earlier; may live longer. */
export function keptAtLeast(length: Duration, options: Note & { /** Who asks for it. */ readonly reason: string }): RetentionWord {
  return word('keptAtLeast', length, options);
}

/** Nobody can delete it for so long (WORM, Object Lock). */
export function locked(length: Duration, options: Note & { readonly mode?: 'governance' | 'compliance' } = {}): RetentionWord {
  return word('locked', length, options);
}

/**
 * Lives as long as a record of another entity.
 * @param parent entity address: `'mongodb.activity_outputs'`
 */
export function withParent(parent: string, options: Note & { /** How late at most. */ readonly within?: Duration; /** What removes it. */ readonly by?: string } = {}): RetentionWord {
  return word('withParent', parent, options);
}

interface Note {
  /** Markdown; stands in the retention table. */
  readonly note?: string;
}
