import type { Catalog } from '../model/catalog.ts';
import { parseDuration } from '../model/duration.ts';
import type { LifecycleRule } from '../model/entity.ts';
import { familiesByBucket, keysUnder } from './bucket-families.ts';

/** A lifecycle rule that selects keys of a family, whichever family of the bucket declares it. */
export interface BucketRule {
  readonly rule: LifecycleRule;
  /** Addresses, sorted. */
  readonly declaredBy: readonly string[];
  readonly selects: 'all' | 'some';
}

/**
 * The lifecycle rules that select keys of each object family, by its address: its own first. A rule belongs to the bucket and knows no families: S3 applies every rule whose filter an
 * object passes (https://docs.aws.amazon.com/AmazonS3/latest/userguide/lifecycle-conflicts.html). Rules that do the same are one. A tag is set by whoever uploads, so the rule for a tag
 * counts for those families alone that declare it.
 */
export function bucketRules(catalog: Pick<Catalog, 'entities'>): ReadonlyMap<string, readonly BucketRule[]> {
  const found = new Map<string, readonly BucketRule[]>();
  for (const families of familiesByBucket(catalog).values()) {
    const rules = new Map<string, { readonly rule: LifecycleRule; readonly declaredBy: Set<string> }>();
    for (const { address, lifecycle } of families) {
      for (const rule of lifecycle) {
        const known = rules.get(keyOf(rule));
        if (known === undefined) rules.set(keyOf(rule), { rule, declaredBy: new Set([address]) });
        else known.declaredBy.add(address);
      }
    }
    for (const family of families) {
      const own = new Map(family.lifecycle.map((rule) => [keyOf(rule), rule]));
      const reaching = [...rules].flatMap(([key, { rule, declaredBy }]): readonly BucketRule[] => {
        const selects = rule.tag !== undefined && !own.has(key) ? 'none' : keysUnder(family, rule.prefix);
        // The family's own note says more about its objects than a neighbour's.
        return selects === 'none' ? [] : [{ rule: own.get(key) ?? rule, declaredBy: [...declaredBy], selects }];
      });
      const isOwn = ({ declaredBy }: BucketRule) => declaredBy.includes(family.address);
      found.set(family.address, [...reaching.filter(isOwn), ...reaching.filter((each) => !isOwn(each))]);
    }
  }
  return found;
}

/**
 * The rules that expire current versions whatever their tags, the earliest first: of several that overlap, S3 honors the shorter one.
 * Source: https://docs.aws.amazon.com/AmazonS3/latest/userguide/lifecycle-conflicts.html
 */
export function expiriesOf(rules: readonly BucketRule[]): readonly Expiry[] {
  const expiries = rules.flatMap((each) => {
    const { expireAfter: after, tag } = each.rule;
    const seconds = tag === undefined && after !== undefined ? parseDuration(after) : undefined;
    return after === undefined || seconds === undefined ? [] : [{ ...each, after, seconds }];
  });
  return expiries.sort((a, b) => a.seconds - b.seconds);
}

/** A rule that expires current versions. */
export interface Expiry extends BucketRule {
  /** Duration as written. */
  readonly after: string;
  readonly seconds: number;
}

/** What a rule does and to which objects; notes say nothing about either. */
function keyOf({ prefix, tag, expireAfter, transitions, expireOldVersionsAfter, oldVersionTransitions, abortUploadsAfter }: LifecycleRule): string {
  return JSON.stringify([prefix ?? '', tag?.key, tag?.value, expireAfter, transitions, expireOldVersionsAfter, oldVersionTransitions, abortUploadsAfter]);
}
