import type { Catalog } from '../model/catalog.ts';
import type { ObjectFamily } from '../model/entity.ts';
import { familiesByBucket } from './bucket-families.ts';
import { bucketRules, type BucketRule } from './bucket-rules.ts';
import { catalogIndexOf, type CatalogIndex } from './catalog-index.ts';
import { judgeClaims, type ClaimVerdict } from './claims.ts';
import { planErasure, type ErasurePlan } from './erasure/plan-erasure.ts';
import { indexFaults, type IndexFaultOf } from './index-faults/index-faults.ts';
import { touchingKeys, type TouchingKeys } from './touching-keys.ts';
import { buildLifetimes } from './lifetime.ts';
import { judgeLifetimes, type LifetimeOf, type LifetimeVerdict } from './lifetimes.ts';

/** Everything that can be asked of one catalog, each question answered when it is first asked and only once. */
export function analysesOf(catalog: Catalog): Analyses {
  return lazily<Analyses>({
    catalog: () => catalog,
    index: () => catalogIndexOf(catalog),
    indexFaults: () => indexFaults(catalog),
    lifetimeOf: () => buildLifetimes(catalog),
    lifetimes: () => new Map(judgeLifetimes(catalog).map((verdict) => [verdict.reference, verdict])),
    claims: () => judgeClaims(catalog),
    bucketRules: () => bucketRules(catalog),
    erasure: () => planErasure(catalogIndexOf(catalog), buildLifetimes(catalog)),
    touchingKeys: () => [...familiesByBucket(catalog).values()].flatMap((families) => touchingKeys(families)),
  });
}

export interface Analyses {
  readonly catalog: Catalog;
  readonly index: CatalogIndex;
  /** What databases refuse or ignore of the indexes, in the order of `catalog.entities`. */
  readonly indexFaults: readonly IndexFaultOf[];
  /** How long a record of an entity lives, by its address. */
  readonly lifetimeOf: LifetimeOf;
  /** By id of the reference. */
  readonly lifetimes: ReadonlyMap<string, LifetimeVerdict>;
  /** In the order of `catalog.claims`. */
  readonly claims: readonly ClaimVerdict[];
  /** The lifecycle rules that select keys of an object family, by its address. */
  readonly bucketRules: ReadonlyMap<string, readonly BucketRule[]>;
  /** What happens to the data of a tenant who is erased. */
  readonly erasure: ErasurePlan;
  /** Every two object families of a bucket whose keys can be the same, or one the beginning of the other. */
  readonly touchingKeys: readonly TouchingKeys<ObjectFamily>[];
}

function lazily<Values extends object>(makers: { readonly [Name in keyof Values]: () => Values[Name] }): Values {
  const values = {};
  for (const [name, make] of Object.entries<() => unknown>(makers)) {
    let made: { readonly value: unknown } | undefined;
    Object.defineProperty(values, name, { enumerable: true, get: () => (made ??= { value: make() }).value });
  }
  return values as Values;
}
