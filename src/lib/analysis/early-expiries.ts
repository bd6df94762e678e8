import { assertNever } from '../model/assert-never.ts';
import { secondsOf } from '../model/duration.ts';
import type { Entity } from '../model/entity.ts';
import { retentionsOf, type Retention } from '../model/retention.ts';
import { expiriesOf, type BucketRule, type Expiry } from './bucket-rules.ts';
import type { LifetimeOf } from './lifetimes.ts';

/**
 * What S3 expires before the retention of an entity ends it, whichever family of the bucket declares the rule: the earliest rule that expires all of its objects, and before it one that
 * expires some of them still earlier. Of an entity without a retention every expiry counts.
 */
export function earlyExpiries(entity: Entity, rules: readonly BucketRule[], lifetimeOf: LifetimeOf): readonly Expiry[] {
  const length = Math.max(0, ...retentionsOf(entity).map((retention) => lengthOf(retention, lifetimeOf)));
  const expiries = expiriesOf(rules).filter(({ seconds }) => entity.retention === undefined || seconds < length);
  const all = expiries.find(({ selects }) => selects === 'all');
  const some = expiries.find(({ selects, seconds }) => selects === 'some' && seconds < (all?.seconds ?? Infinity));
  return [some, all].filter((each) => each !== undefined);
}

/** For how long an object may stay, in seconds. */
function lengthOf(retention: Retention, lifetimeOf: LifetimeOf): number {
  switch (retention.kind) {
    case 'permanent':
      return Infinity;
    case 'withParent': {
      const parent = lifetimeOf(retention.parent);
      return parent.kind === 'known' ? parent.max : Infinity;
    }
    case 'expires':
      return secondsOf(retention.after);
    case 'atLeast':
    case 'locked':
      return secondsOf(retention.for);
    default:
      return assertNever(retention);
  }
}
