import type { Status } from '../model/entity.ts';

/** The usual status; nobody needs to say it. */
export const stable: Status = { kind: 'stable' };

/** May change or go without notice. */
export function experimental(note?: string): Status {
  return note === undefined ? { kind: 'experimental' } : { kind: 'experimental', note };
}

/**
 * Still there, not to be used for anything new.
 * @example deprecated('Replaced by events.', { useInstead: 'mongodb.event_logs' })
 */
export function deprecated(reason: string, options: { readonly since?: string; readonly useInstead?: string } = {}): Status {
  return { kind: 'deprecated', reason, ...options };
}
