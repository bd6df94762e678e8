import type { Catalog } from '../model/catalog.ts';
import { buildCatalogIndex, type CatalogIndex } from './catalog-index.ts';
import { judgeClaims, type ClaimVerdict } from './claims.ts';
import { judgeLifetimes, type LifetimeVerdict } from './lifetimes.ts';

/** Everything that can be asked of one catalog, each question answered when it is first asked and only once. */
export function analysesOf(catalog: Catalog): Analyses {
  return lazily<Analyses>({
    catalog: () => catalog,
    index: () => buildCatalogIndex(catalog),
    lifetimes: () => new Map(judgeLifetimes(catalog).map((verdict) => [verdict.reference, verdict])),
    claims: () => judgeClaims(catalog),
  });
}

export interface Analyses {
  readonly catalog: Catalog;
  readonly index: CatalogIndex;
  /** By id of the reference. */
  readonly lifetimes: ReadonlyMap<string, LifetimeVerdict>;
  /** In the order of `catalog.claims`. */
  readonly claims: readonly ClaimVerdict[];
}

function lazily<Values extends object>(makers: { readonly [Name in keyof Values]: () => Values[Name] }): Values {
  const values = {};
  for (const [name, make] of Object.entries<() => unknown>(makers)) {
    let made: { readonly value: unknown } | undefined;
    Object.defineProperty(values, name, { enumerable: true, get: () => (made ??= { value: make() }).value });
  }
  return values as Values;
}
