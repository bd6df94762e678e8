import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareLifetimes } from '../../src/lib/analysis/compare-lifetimes.ts';
import { buildLifetimes } from '../../src/lib/analysis/lifetime.ts';
import { buildCatalog } from '../../src/lib/model/build-catalog.ts';
import type { Retention } from '../../src/lib/model/retention.ts';
import { collection, draftSchema, field } from '../support/draft-schema.ts';

/** Days; what has no end ends after the last of them. */
const END = 9;
const DAY = 86_400;

type Plan = { readonly kind: 'permanent' } | { readonly kind: 'expires' | 'atLeast' | 'locked'; readonly days: number } | { readonly kind: 'withParent'; readonly parent: number; readonly late: number };

const length = fc.integer({ min: 1, max: 4 });
const own: fc.Arbitrary<Plan> = fc.oneof(
  fc.constant<Plan>({ kind: 'permanent' }),
  fc.record({ kind: fc.constantFrom('expires' as const, 'atLeast' as const, 'locked' as const), days: length }),
);
/** Three entities; one may go with an entity before it. */
const plans: fc.Arbitrary<readonly Plan[]> = fc.tuple(
  own,
  fc.oneof(own, fc.record({ kind: fc.constant('withParent' as const), parent: fc.constant(0), late: fc.integer({ min: 0, max: 2 }) })),
  fc.oneof(own, fc.record({ kind: fc.constant('withParent' as const), parent: fc.integer({ min: 0, max: 1 }), late: fc.integer({ min: 0, max: 2 }) })),
);

function retentionOf(plan: Plan): Retention {
  switch (plan.kind) {
    case 'permanent':
      return { kind: 'permanent' };
    case 'expires':
      return { kind: 'expires', after: `${plan.days} days`, field: 'at' };
    case 'atLeast':
      return { kind: 'atLeast', for: `${plan.days} days`, reason: 'x' };
    case 'locked':
      return { kind: 'locked', for: `${plan.days} days` };
    case 'withParent':
      return { kind: 'withParent', parent: `mongodb.e${plan.parent}`, within: `${plan.late} days` };
  }
}

/** Every way in which the three can end: the day on which each goes. Nothing that is permanent goes by itself. */
function* lives(all: readonly Plan[]): Iterable<readonly number[]> {
  function* ends(at: number, before: readonly number[]): Iterable<readonly number[]> {
    const plan = all[at];
    if (plan === undefined) return yield before;
    for (const end of endsOf(plan, before)) yield* ends(at + 1, [...before, end]);
  }
  yield* ends(0, []);
}

function endsOf(plan: Plan, before: readonly number[]): readonly number[] {
  const from = (first: number) => Array.from({ length: END - first + 1 }, (_, at) => first + at);
  switch (plan.kind) {
    case 'permanent':
      return [END];
    case 'expires':
      return [plan.days];
    case 'atLeast':
    case 'locked':
      return from(plan.days);
    case 'withParent': {
      const parent = before[plan.parent] ?? END;
      return parent === END ? [END] : Array.from({ length: plan.late + 1 }, (_, late) => Math.min(END, parent + late));
    }
  }
}

test('of two that begin together, the comparison is what all concrete lives show', () => {
  fc.assert(
    fc.property(plans, fc.constantFrom([0, 1], [1, 0], [0, 2], [2, 0], [1, 2], [2, 1]), (all, [record = 0, target = 0]) => {
      const entities = all.map((plan, at) => collection(`e${at}`, [field('at', 'date')], { retention: retentionOf(plan) }));
      const lifetimeOf = buildLifetimes(buildCatalog(draftSchema(entities)).catalog);
      const [a, b] = [lifetimeOf(`mongodb.e${record}`), lifetimeOf(`mongodb.e${target}`)];
      if (a.kind !== 'known' || b.kind !== 'known') throw new Error('Each of them is declared.');
      const { gap, surplus } = compareLifetimes(a, b, 'together');
      const seen = [...lives(all)].map((ends) => ({ record: ends[record]!, target: ends[target]! }));
      const lastOfRecord = Math.max(...seen.map((life) => life.record));
      const seenGap = Math.max(...seen.map((life) => (life.target < life.record ? (life.record === END ? Infinity : life.record - life.target) : 0)));
      const seenSurplus = Math.max(0, ...seen.filter((life) => life.record === lastOfRecord && lastOfRecord < END).map((life) => (life.target === END ? Infinity : life.target - life.record)));
      // A gap that is open at the end of the watch may close later: what goes with a parent does.
      const isOpen = seen.some((life) => life.record === END && life.target < END);
      if (isOpen && gap !== Infinity) expect(gap / DAY).toBeGreaterThanOrEqual(Math.max(0, ...seen.filter((life) => life.record < END).map((life) => life.record - life.target)));
      else expect(gap / DAY).toBe(seenGap);
      expect(surplus / DAY).toBe(seenSurplus);
    }),
    { numRuns: 2000 },
  );
});

test('of a target of any age, too', () => {
  fc.assert(
    fc.property(own, own, (recordPlan, targetPlan) => {
      const entities = [recordPlan, targetPlan].map((plan, at) => collection(`e${at}`, [field('at', 'date')], { retention: retentionOf(plan) }));
      const lifetimeOf = buildLifetimes(buildCatalog(draftSchema(entities)).catalog);
      const [a, b] = [lifetimeOf('mongodb.e0'), lifetimeOf('mongodb.e1')];
      if (a.kind !== 'known' || b.kind !== 'known') throw new Error('Both are declared.');
      // The target is written on day 0; the pointer on any day on which it is still there.
      const gaps = endsOf(targetPlan, []).flatMap((targetEnd) => endsOf(recordPlan, []).flatMap((life) =>
        Array.from({ length: targetEnd === END ? 1 : targetEnd + 1 }, (_, begin) => (targetEnd === END ? 0 : life === END ? Infinity : Math.max(0, begin + life - targetEnd)))));
      expect(compareLifetimes(a, b, 'apart').gap / DAY).toBe(Math.max(...gaps));
    }),
    { numRuns: 500 },
  );
});
