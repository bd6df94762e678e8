import type { Catalog } from '../lib/model/catalog.ts';
import { compareText } from '../lib/model/compare-text.ts';
import { buildPagePaths, routeOfPage } from '../lib/model/page-path.ts';

/** What the navigation needs to know of a catalog, and nothing else: small enough to be held by every build and dev server. */
export interface SiteTree {
  /** Name of the documented system. */
  readonly title: string;
  readonly stores: readonly StoreNode[];
  readonly domains: readonly DomainNode[];
}

export interface StoreNode {
  readonly id: string;
  readonly label: string;
  readonly page: string;
  /** Entities, without tombstones. */
  readonly count: number;
  /** Sorted by domain; those without a domain last. */
  readonly groups: readonly EntityGroup[];
}

export interface EntityGroup {
  /** Absent: entities without a domain. */
  readonly domain?: DomainLink;
  readonly entities: readonly EntityNode[];
}

export interface DomainNode extends DomainLink {
  readonly entities: readonly EntityNode[];
}

export interface DomainLink {
  readonly name: string;
  readonly page: string;
}

export interface EntityNode {
  /** Id of its page: `reference/mongodb/skills`. */
  readonly page: string;
  readonly name: string;
  readonly store: string;
  readonly mark?: 'deprecated' | 'experimental' | 'eliminated';
}

type TreeSource = Pick<Catalog, 'system' | 'stores' | 'domains' | 'entities' | 'tombstones'>;

export function buildSiteTree(catalog: TreeSource): SiteTree {
  const paths = buildPagePaths(catalog);
  const domainPages = new Map([...paths.domains].map(([name, file]) => [name, { name, page: routeOfPage(file) }]));
  const living = catalog.entities.map((entity) => ({
    domain: entity.domain,
    node: {
      page: routeOfPage(paths.entities.get(entity.address) ?? ''),
      name: entity.name,
      store: entity.store,
      ...(entity.status.kind === 'stable' ? {} : { mark: entity.status.kind }),
    },
  }));
  // A tombstone whose entity still lives is a fault that has no page of its own.
  const alive = new Set(catalog.entities.map(({ address }) => address));
  const gone = catalog.tombstones.filter(({ address }) => !alive.has(address)).map(({ address, name, store }) => ({
    domain: undefined,
    node: { page: routeOfPage(paths.entities.get(address) ?? ''), name, store, mark: 'eliminated' as const },
  }));
  const all: readonly Placed[] = [...living, ...gone];
  return {
    title: catalog.system.name,
    stores: catalog.stores.map(({ id, label }) => {
      const inStore = all.filter(({ node }) => node.store === id);
      return { id, label, page: `reference/${id}`, count: inStore.filter(({ node }) => node.mark !== 'eliminated').length, groups: groupByDomain(inStore, domainPages) };
    }),
    domains: [...domainPages.values()].map((domain) => ({ ...domain, entities: sorted(living.filter((entity) => entity.domain === domain.name)) })),
  };
}

interface Placed {
  readonly domain: string | undefined;
  readonly node: EntityNode;
}

function groupByDomain(placed: readonly Placed[], domains: ReadonlyMap<string, DomainLink>): readonly EntityGroup[] {
  const names = [...new Set(placed.map(({ domain }) => domain).filter((domain) => domain !== undefined))].sort(compareText);
  const groups = names.map((name): EntityGroup => {
    const domain = domains.get(name);
    return { ...(domain ? { domain } : {}), entities: sorted(placed.filter((entity) => entity.domain === name)) };
  });
  const rest = placed.filter(({ domain }) => domain === undefined);
  return rest.length === 0 ? groups : [...groups, { entities: sorted(rest) }];
}

function sorted(placed: readonly Placed[]): readonly EntityNode[] {
  return placed.map(({ node }) => node).sort((a, b) => compareText(a.name, b.name) || compareText(a.store, b.store));
}
