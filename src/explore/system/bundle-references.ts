import type { System, SystemReference } from './system.ts';

/** The references between each two groups as one line, those with most first. A reference that may mean several entities counts once for each group. */
export function bundleReferences({ entities, references }: Pick<System, 'entities' | 'references'>, wanted: (reference: SystemReference, at: number) => boolean = () => true): readonly Bundle[] {
  const bundles = new Map<string, { a: number; b: number; there: number; back: number }>();
  for (const [at, reference] of references.entries()) {
    if (!wanted(reference, at)) continue;
    const from = entities[reference.from]?.group ?? 0;
    for (const to of new Set(reference.targets.map(([entity]) => entities[entity]?.group ?? 0))) {
      if (to === from) continue;
      const [a, b] = [Math.min(from, to), Math.max(from, to)];
      const bundle = bundles.get(`${a} ${b}`) ?? { a, b, there: 0, back: 0 };
      bundles.set(`${a} ${b}`, from === a ? { ...bundle, there: bundle.there + 1 } : { ...bundle, back: bundle.back + 1 });
    }
  }
  return [...bundles.values()].sort((one, other) => other.there + other.back - one.there - one.back || one.a - other.a || one.b - other.b);
}

export interface Bundle {
  /** Two groups, `a` before `b`. */
  readonly a: number;
  readonly b: number;
  /** References from `a` to `b`. */
  readonly there: number;
  /** References from `b` to `a`. */
  readonly back: number;
}
