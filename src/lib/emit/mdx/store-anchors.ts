import { slug } from 'github-slugger';
import type { Store } from '../../model/store.ts';

/** Heading of a pair's section on the page of cross-references. */
export function pairHeading(from: Store, to: Store): string {
  return `${from.label} → ${to.label}`;
}

/** Fragment of that section. */
export function pairAnchor(from: Store, to: Store): string {
  return slug(pairHeading(from, to));
}

/** Fragment of a store's section on pages that have one for each store. */
export function storeAnchor(store: Store): string {
  return slug(store.label);
}
