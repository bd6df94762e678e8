import type { Suppression } from '../../model/suppression.ts';
import type { LocatedValue } from '../locate/located.ts';
import type { ReadSuppression } from '../options/suppress.ts';

/** What a definition suppresses, each with the place of its own. */
export function draftSuppressions({ suppress = [] }: { readonly suppress?: readonly ReadSuppression[] }, place: LocatedValue): { readonly suppressions?: readonly Suppression[] } {
  if (suppress.length === 0) return {};
  const suppressions = suppress.map(({ rule, at, reason = '', until, issue }, index): Suppression => ({
    rule,
    ...(at !== undefined ? { at } : {}),
    reason,
    ...(until !== undefined ? { until } : {}),
    ...(issue !== undefined ? { issue } : {}),
    location: place.options.get(`suppress.${index}`) ?? place.options.get('suppress') ?? place.at,
  }));
  return { suppressions };
}
