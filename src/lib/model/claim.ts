import type { Location } from './location.ts';
import type { Suppression } from './suppression.ts';

/** A sentence about the whole system, bound to a check. */
export interface Claim {
  readonly sentence: string;
  readonly because?: string;
  readonly check: ClaimCheck;
  readonly suppressions?: readonly Suppression[];
  readonly location: Location;
}

/**
 * What must hold of the catalog. `from`, `to` and `in` are a store id or an entity address.
 * `except` lists addresses that are known not to fit, each with its reason; one that fits after all fails the claim.
 */
export type ClaimCheck =
  | { readonly kind: 'noReferences'; readonly from: string; readonly to: string; readonly except: readonly ClaimException[] }
  | {
      readonly kind: 'everyReference';
      readonly from: string;
      readonly to: string;
      readonly enforcedBy?: 'application' | 'database';
      /** Every target field has this name. */
      readonly toField?: string;
      /** Every source field has this type. */
      readonly type?: string;
      readonly except: readonly ClaimException[];
    }
  | {
      readonly kind: 'everyEntity';
      readonly in: string;
      /** Name of the tenant field. */
      readonly scopedBy?: string;
      readonly retention?: 'declared' | 'permanent';
      readonly except: readonly ClaimException[];
    };

export interface ClaimException {
  /** Entity or field address. */
  readonly address: string;
  /** Why it does not fit. */
  readonly reason: string;
}
