import { shortestChains, type Chain } from '../../lib/analysis/chains.ts';
import type { System } from '../system/system.ts';
import type { Leg, Legs } from './legs.ts';

/** The ways from one entity to another, in the system's own words. */
export interface Ways {
  readonly ways: readonly Way[];
  /** What the ways keep clear of, because nearly everything points at it and so a way through it says nothing. */
  readonly around?: number;
}

export type Way = readonly WayStep[];

export interface WayStep {
  readonly from: number;
  readonly to: number;
  readonly legs: readonly { readonly leg: Leg; readonly against: boolean }[];
}

/**
 * The shortest ways. Those through a tenant are last resort, where direction does not matter: any two things of a tenant meet there. So are references that may mean any entity of a store.
 */
export function findWays(system: System, { all }: Legs, from: number, to: number, directed: boolean): readonly Ways[] {
  const named = all.filter(({ reference }) => reference.kind !== 'any');
  const tenants = system.entities.flatMap(({ tenancy }, at) => (tenancy === 'tenant' && at !== from && at !== to ? [at] : []));
  const ask = (legs: readonly Leg[], avoid: readonly number[]): readonly Way[] => shortestChains(legs, from, to, { directed, most: MOST, avoid: new Set(avoid) }).map((chain) => wayOf(chain, legs));
  const found = [ask(named, tenants), ask(named, [])];
  const [clear = [], whatever = []] = found;
  if (clear.length === 0 && whatever.length === 0) return nonEmpty([{ ways: ask(all, []) }]);
  const shorter = whatever.length > 0 && (clear.length === 0 || (whatever[0]?.length ?? 0) < (clear[0]?.length ?? 0));
  const [tenant] = tenants;
  return nonEmpty([{ ways: clear, ...(shorter && tenant !== undefined ? { around: tenant } : {}) }, { ways: shorter ? whatever : [] }]);
}

/** So many ways of one length say all there is to say. */
const MOST = 8;

function nonEmpty(found: readonly Ways[]): readonly Ways[] {
  return found.filter(({ ways }) => ways.length > 0);
}

function wayOf(chain: Chain, legs: readonly Leg[]): Way {
  return chain.map(({ from, to, links }) => ({ from, to, legs: links.flatMap(({ link, against }) => (legs[link] ? [{ leg: legs[link], against }] : [])) }));
}
