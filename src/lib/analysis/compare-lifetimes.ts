import type { Lasting } from './lifetime.ts';

/** How the life of a target fits that of the record that points at it. */
export interface LifetimeComparison {
  /** Seconds for which the target can be gone at most while the record is still there; 0: it never is. A TTL that runs late is not counted. */
  readonly gap: number;
  /** Seconds for which the target can stay at most when the last moment of the record is over; 0: it never does. */
  readonly surplus: number;
  /** The entity whose record both go with, where that is why. */
  readonly together?: string;
}

/**
 * Compares any two lifetimes: that of a record, and that of what it points at.
 * @param begin `together`: the target is written with the record, as bytes are with the document that holds their key. `apart`: it may be of any age when it is pointed at, and so
 * has no time left that could be counted on, unless it has no end at all
 */
export function compareLifetimes(record: Lasting, target: Lasting, begin: 'together' | 'apart'): LifetimeComparison {
  const gap = excess(record.max, begin === 'apart' && target.min !== Infinity ? 0 : target.min);
  const surplus = excess(target.max, record.max);
  for (const { entity, late } of record.follows) {
    const same = target.follows.find((each) => each.entity === entity);
    if (same === undefined) continue;
    // Both end with one record: what tells them apart is only how late each is.
    return { gap: Math.min(gap, late), surplus: Math.min(surplus, excess(same.late, late)), together: entity };
  }
  return { gap, surplus };
}

/** What is left of one length after another; of two without an end nothing. */
function excess(length: number, other: number): number {
  return other === Infinity ? 0 : Math.max(0, length - other);
}
