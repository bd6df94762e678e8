import { bucketRules, type BucketRule } from '../../analysis/bucket-rules.ts';
import { catalogIndexOf, type CatalogIndex } from '../../analysis/catalog-index.ts';
import { declaresRetention, tenancyOf } from '../../analysis/declared.ts';
import { buildLifetimes } from '../../analysis/lifetime.ts';
import { judgeLifetimes, type LifetimeOf, type LifetimeVerdict } from '../../analysis/lifetimes.ts';
import type { Catalog } from '../../model/catalog.ts';
import { FEW_INSTANCES, type Finding } from '../../model/finding.ts';
import { buildPagePaths, type PagePaths } from '../../model/page-path.ts';
import type { FieldAddress } from '../../model/reference.ts';
import { buildNames, type Named } from './names.ts';
import type { Page } from './page.ts';
import { processAnchors } from './process-anchors.ts';
import { NO_REVIEW, type Review } from './review.ts';
import { ruleFiles } from './rule-files.ts';

/**
 * What all pages need to know, worked out once.
 * @param reviewed what the rules say, for pages of the site; without it they are those that a team commits
 * @param version of Polyref
 */
export function buildSite(catalog: Catalog, reviewed?: Review, version?: string): Site {
  const review = reviewed === undefined ? NO_REVIEW : tenancyOf(catalog) === 'none' ? withoutTenancy(reviewed) : reviewed;
  const lifetimeOf = buildLifetimes(catalog);
  const index = catalogIndexOf(catalog);
  const tenantKeys = catalog.entities.flatMap(({ address, tenancy }) => (tenancy?.kind === 'tenant' ? [{ entity: address, field: tenancy.field }] : []));
  return {
    index,
    isWhole: reviewed !== undefined,
    version,
    paths: buildPagePaths(catalog),
    names: buildNames(index),
    tenancy: tenancyOf(catalog),
    hasRetention: declaresRetention(catalog),
    processAnchors: processAnchors(catalog),
    ...(tenantKeys.length === 1 && tenantKeys[0] !== undefined ? { tenantKey: tenantKeys[0] } : {}),
    bucketRules: bucketRules(catalog),
    lifetimeOf,
    lifetimes: new Map(judgeLifetimes(catalog, lifetimeOf).map((verdict) => [verdict.reference, verdict])),
    review,
    ruleFiles: ruleFiles(review.rules),
    findings: Map.groupBy(review.findings.flatMap(forEntities), ({ entity = '' }) => entity),
    suppressed: Map.groupBy(review.suppressed, ({ finding: { entity = '' } }) => entity),
  };
}

function forEntities(finding: Finding): readonly Finding[] {
  return finding.instances !== undefined && finding.instances.length <= FEW_INSTANCES ? finding.instances : [finding];
}

/** Rules about tenants have nothing to look at, and so no pages; one of a team's own that finds something keeps its page. */
function withoutTenancy(review: Review): Review {
  const found = new Set([...review.findings, ...review.suppressed.map(({ finding }) => finding)].map(({ rule }) => rule));
  return { ...review, rules: review.rules.filter(({ id, family }) => family !== 'tenancy' || found.has(id)) };
}

export interface Site {
  readonly index: CatalogIndex;
  /** Whether all pages are there; else those that are made with the site are not, and nothing leads to them. */
  readonly isWhole: boolean;
  /** Of Polyref: stands on one page, so that those of another version are told from those of another schema. */
  readonly version: string | undefined;
  readonly paths: PagePaths;
  readonly names: ReadonlyMap<string, Named>;
  /** Whether pages speak of tenants: not at all, that nobody declared any, or of each entity. */
  readonly tenancy: ReturnType<typeof tenancyOf>;
  /** Whether any entity declares how long its records live. */
  readonly hasRetention: boolean;
  /** Fragment of each process on the page of processes, by name. */
  readonly processAnchors: ReadonlyMap<string, string>;
  /** What names a tenant, where there is one such key in the whole system. */
  readonly tenantKey?: FieldAddress;
  /** The lifecycle rules that select keys of an object family, by its address. */
  readonly bucketRules: ReadonlyMap<string, readonly BucketRule[]>;
  readonly lifetimeOf: LifetimeOf;
  /** By id of the reference. */
  readonly lifetimes: ReadonlyMap<string, LifetimeVerdict>;
  readonly review: Review;
  /** File of each rule's page, by its id. */
  readonly ruleFiles: ReadonlyMap<string, string>;
  /** Active findings by address of the entity that they are about. What is said of many entities of a store is not repeated on the page of each. */
  readonly findings: ReadonlyMap<string, Review['findings']>;
  /** What does not count, by address of the entity. */
  readonly suppressed: ReadonlyMap<string, Review['suppressed']>;
}

/** Makes one page, or one for each entity, store or domain. */
export type PageMaker = (site: Site) => readonly Page[];
