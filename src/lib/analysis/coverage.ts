import type { Catalog, Domain } from '../model/catalog.ts';
import { compareText } from '../model/compare-text.ts';
import { COVERAGE_METRICS, type CoverageMetric } from '../model/coverage-metric.ts';
import type { Entity } from '../model/entity.ts';
import type { Reference } from '../model/reference.ts';
import { tenancyOf } from './declared.ts';

/** How much of a catalog is described and declared: as a whole, and by store, domain and owner. */
export function measureCoverage(catalog: Catalog): CoverageReport {
  const domains = new Map(catalog.domains.map((domain) => [domain.name, domain]));
  const references = Map.groupBy(catalog.references, (reference) => reference.from.entity);
  const tallies = catalog.entities.map((entity) => {
    const owner = ownerOf(entity, domains);
    return { entity, owner, coverage: tallyOf(entity, owner, references.get(entity.address) ?? [], tenancyOf(catalog) !== 'none') };
  });
  const by = (nameOf: (tally: (typeof tallies)[number]) => string | undefined): readonly CoverageOf[] =>
    [...Map.groupBy(tallies, (tally) => nameOf(tally) ?? '')]
      .filter(([name]) => name !== '')
      .map(([name, group]) => ({ name, coverage: sum(group.map((tally) => tally.coverage)) }))
      .sort((a, b) => compareText(a.name, b.name));
  return { total: sum(tallies.map((tally) => tally.coverage)), stores: by(({ entity }) => entity.store), domains: by(({ entity }) => entity.domain), owners: by(({ owner }) => owner) };
}

/** Per cent with one decimal, never rounded up: 100 means all. Of nothing, all is covered. */
export function percentOf({ covered, of }: Share): number {
  return of === 0 ? 100 : Math.floor((covered * 1000) / of) / 10;
}

export interface CoverageReport {
  readonly total: Coverage;
  /** By id, sorted, as are the others by name. */
  readonly stores: readonly CoverageOf[];
  readonly domains: readonly CoverageOf[];
  readonly owners: readonly CoverageOf[];
}

export interface CoverageOf {
  readonly name: string;
  readonly coverage: Coverage;
}

/**
 * `entities` and `fields`: with a description. `references`: with a note, or a description of the field that points.
 * `owners`: of the entity or of its domain. `retention`, `tenancy`: declared, whatever it is; in a system without tenants no entity counts for `tenancy`.
 */
export type Coverage = Readonly<Record<CoverageMetric, Share>>;

export interface Share {
  readonly covered: number;
  readonly of: number;
}

function ownerOf(entity: Entity, domains: ReadonlyMap<string, Domain>): string | undefined {
  return entity.owner ?? (entity.domain === undefined ? undefined : domains.get(entity.domain)?.owner);
}

function tallyOf(entity: Entity, owner: string | undefined, references: readonly Reference[], hasTenants: boolean): Coverage {
  const one = (holds: boolean): Share => ({ covered: holds ? 1 : 0, of: 1 });
  const fields = new Set(entity.fields.filter((field) => field.description !== '').map((field) => field.path));
  const described = references.filter((reference) => (reference.note ?? '') !== '' || fields.has(reference.from.field));
  return {
    entities: one(entity.summary !== ''),
    fields: { covered: fields.size, of: entity.fields.length },
    references: { covered: described.length, of: references.length },
    owners: one(owner !== undefined),
    retention: one(entity.retention !== undefined),
    tenancy: hasTenants ? one(entity.tenancy !== undefined) : { covered: 0, of: 0 },
  };
}

function sum(coverages: readonly Coverage[]): Coverage {
  const share = (metric: CoverageMetric): Share => ({
    covered: coverages.reduce((count, coverage) => count + coverage[metric].covered, 0),
    of: coverages.reduce((count, coverage) => count + coverage[metric].of, 0),
  });
  return Object.fromEntries(COVERAGE_METRICS.map((metric) => [metric, share(metric)])) as Record<CoverageMetric, Share>;
}
