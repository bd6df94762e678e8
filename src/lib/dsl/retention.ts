import type { Duration } from './duration.ts';
import { wordOn, type WordOn } from './word.ts';

/** What `permanent()`, `expires(…)`, `keptAtLeast(…)`, `locked(…)` and `withParent(…)` make. */
export type RetentionWord<Path extends string = any> = WordOn<'permanent' | 'expires' | 'keptAtLeast' | 'locked' | 'withParent', Path>;

/**
 * Lives until somebody deletes it on purpose.
 * @example permanent({ note: 'Deleted with the account.' })
 */
export function permanent(options: Note = {}): RetentionWord {
  return wordOn('permanent', options);
}

/**
 * Goes by itself some time after a date. In MongoDB this *is* the TTL index: do not write it again under `indexes`.
 * Objects count from their creation and need no `after`.
 * @example expires('90 days', { after: 'createdAt' })
 */
export function expires<const Named extends Path = never, Path extends string = Named>(length: Duration, options: ExpiryOptions<Named | NoInfer<Path>> = {}): RetentionWord<Path> {
  return wordOn('expires', length, options);
}

/**
 * Must not go earlier; may live longer.
 * @example keptAtLeast('10 years', { reason: 'Tax law.' })
 */
export function keptAtLeast(length: Duration, options: KeptOptions): RetentionWord {
  return wordOn('keptAtLeast', length, options);
}

/**
 * Nobody can delete it for so long (WORM, Object Lock).
 * @example locked('7 years', { mode: 'compliance' })
 */
export function locked(length: Duration, options: LockedOptions = {}): RetentionWord {
  return wordOn('locked', length, options);
}

/**
 * Lives as long as a record of another entity.
 * @param parent entity address: `'mongodb.activity_outputs'`
 * @example withParent('mongodb.activity_outputs', { within: '1 day', by: 'cleanup-worker' })
 */
export function withParent(parent: string, options: WithParentOptions = {}): RetentionWord {
  return wordOn('withParent', parent, options);
}

interface Note {
  /** Markdown; stands in the retention table. */
  readonly note?: string;
}

interface ExpiryOptions<Path> extends Note {
  /** The date field from which time counts: `'createdAt'`. Objects count from their creation. */
  readonly after?: Path;
  /** Only records that fit this condition expire. Text: SQL, or words. */
  readonly where?: string;
}

interface KeptOptions extends Note {
  /** Who asks for it: a law, a contract, a team. */
  readonly reason: string;
}

interface LockedOptions extends Note {
  /** `'compliance'`: not even the account's root can lift it. `'governance'`: people with a special permission can. */
  readonly mode?: 'governance' | 'compliance';
}

interface WithParentOptions extends Note {
  /** How late at most: `'1 day'`. */
  readonly within?: Duration;
  /** What removes it: the name of a process or a job. */
  readonly by?: string;
}
