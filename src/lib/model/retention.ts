import { parseDuration } from './duration.ts';

/** Every retention that an entity declares, in the order of its definition. One is usual; several are judged by a rule. */
export function retentionsOf({ retention, alsoRetention = [] }: { readonly retention?: Retention; readonly alsoRetention?: readonly Retention[] }): readonly Retention[] {
  return retention === undefined ? [] : [retention, ...alsoRetention];
}

/** Does each record expire at the date in the field, and not some time after it? */
export function expiresAtOwnDate(retention: Retention): boolean {
  return retention.kind === 'expires' && retention.field !== undefined && parseDuration(retention.after) === 0;
}

/** How long a record or an object lives. Durations stay as written (`90 days`); `duration.ts` turns them into time. */
export type Retention =
  | { readonly kind: 'permanent'; readonly note?: string }
  | {
      readonly kind: 'expires';
      readonly after: string;
      /** The date field from which time counts; absent for objects, which count from their creation. */
      readonly field?: string;
      /** Partial TTL index: only these expire. */
      readonly where?: string;
      /** It comes from a TTL index under `indexes`, not from `retention`. */
      readonly fromIndex?: true;
      readonly note?: string;
    }
  | { readonly kind: 'atLeast'; readonly for: string; readonly reason: string; readonly note?: string }
  | { readonly kind: 'locked'; readonly for: string; readonly mode?: 'governance' | 'compliance'; readonly note?: string }
  | {
      readonly kind: 'withParent';
      /** Address of the entity whose record it follows. */
      readonly parent: string;
      /** How late at most after the parent: `1 day`. */
      readonly within?: string;
      /** What removes it. */
      readonly by?: string;
      readonly note?: string;
    };
