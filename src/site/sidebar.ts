import type { SidebarEntry, SidebarGroup } from '../lib/model/docs-settings.ts';
import type { DomainNode, EntityNode, SiteTree, StoreNode } from './site-tree.ts';

/** A line of the sidebar; `page` is a page's id. */
export type SidebarItem = SidebarPage | SidebarLink | SidebarSection;

export interface SidebarPage {
  readonly kind: 'page';
  readonly label: string;
  readonly page: string;
  /** What the label is: a word for people, a name from the schema, a folded part of the store above, or the way to the rest of a list. */
  readonly style: 'word' | 'name' | 'part' | 'more';
  /** Store whose colour the line takes. */
  readonly store?: string;
  readonly badge?: string;
}

/** A line that leads out of the site. */
export interface SidebarLink {
  readonly kind: 'link';
  readonly label: string;
  readonly link: string;
}

export interface SidebarSection {
  readonly kind: 'section';
  readonly label: string;
  readonly open: boolean;
  readonly items: readonly SidebarItem[];
}

/** A page as the collection knows it. */
export interface PageInfo {
  readonly id: string;
  readonly label: string;
  readonly order?: number;
}

/** So many entities are listed in one place; of more, those around the open page. */
const MOST_ENTITIES = 60;

/** Pages of the whole system, in the order in which one reads them. */
const WHOLE_SYSTEM = ['index', 'reference', 'explore', 'start-here', 'cross-references', 'retention', 'tenant-scoping', 'within-a-store', 'processes', 'findings', 'rules', 'changes', 'glossary'];

/**
 * The sidebar of one page: the pages of the whole system, the guides, the stores and the domains. Only the store (or domain) of the open page is unfolded,
 * so that its size does not grow with the number of entities: at most some sixty of them, beside one line a store and one a domain.
 * @param current id of the open page
 * @param groups those of the configuration: a page that they name stands in no other place
 */
export function buildSidebar(tree: SiteTree, pages: readonly PageInfo[], current: string, groups: readonly SidebarGroup[] = []): readonly SidebarItem[] {
  const others = ungrouped(pages, groups);
  return [
    ...wholeSystem(tree, others).map((page) => wordPage(page)),
    section('Stores', tree.stores.flatMap((store) => storeItems(store, current))),
    section('Domains', tree.domains.flatMap((domain) => domainItems(domain, current))),
    ...handWritten(others).map(([label, items]) => section(label, items.map((page) => wordPage(page)))),
    ...groups.map(({ label, items }) => section(label, items.map((item) => groupItem(item, pages)))),
  ].filter((item) => item.kind !== 'section' || item.items.length > 0);
}

/** The page before and the page after in reading order; within a store, its entities. */
export function findNeighbours(tree: SiteTree, pages: readonly PageInfo[], current: string, groups: readonly SidebarGroup[] = []): { readonly before?: SidebarPage; readonly after?: SidebarPage } {
  const store = tree.stores.find(({ page, groups }) => page === current || groups.some(({ entities }) => entities.some((entity) => entity.page === current)));
  const others = ungrouped(pages, groups);
  const lists: readonly (readonly SidebarPage[])[] = store
    ? [[storePage(store), ...store.groups.flatMap(({ entities }) => entities.map((entity) => entityPage(entity)))]]
    : [
        wholeSystem(tree, others).map((page) => wordPage(page)),
        tree.domains.map((domain) => domainPage(domain)),
        ...handWritten(others).map(([, items]) => items.map((page) => wordPage(page))),
        ...groups.map(({ items }) => items.map((item) => groupItem(item, pages)).filter((item) => item.kind === 'page')),
      ];
  const list = lists.find((candidates) => candidates.some(({ page }) => page === current)) ?? [];
  const at = list.findIndex(({ page }) => page === current);
  const before = at > 0 ? list[at - 1] : undefined;
  const after = at >= 0 ? list[at + 1] : undefined;
  return { ...(before ? { before } : {}), ...(after ? { after } : {}) };
}

/** The way down to a page: store, domain, the list of rules. Empty for pages of the whole system. */
export function findCrumbs(tree: SiteTree, current: string): readonly SidebarPage[] {
  for (const store of tree.stores) {
    for (const { domain, entities } of store.groups) {
      if (entities.some(({ page }) => page === current)) {
        return [{ ...storePage(store), store: store.id }, ...(domain ? [{ kind: 'page' as const, label: domain.name, page: domain.page, style: 'word' as const }] : [])];
      }
    }
  }
  // Rules are too many for the sidebar: their list is the way back.
  return current.startsWith('reference/rules/') ? [{ kind: 'page', label: 'Rules', page: 'reference/rules', style: 'word' }] : [];
}

function storeItems(store: StoreNode, current: string): readonly SidebarItem[] {
  const here = store.groups.some(({ entities }) => entities.some(({ page }) => page === current));
  if (!here && store.page !== current) return [storePage(store)];
  const small = store.groups.reduce((sum, { entities }) => sum + entities.length, 0) <= MOST_ENTITIES;
  const items = store.groups.map(({ domain, entities }): SidebarItem => {
    const living = entities.filter(({ mark }) => mark !== 'eliminated').length;
    const label = domain?.name ?? (living > 0 ? 'Without a domain' : 'Eliminated');
    const page = domain?.page ?? store.page;
    const unfolded = small || entities.some((entity) => entity.page === current);
    if (unfolded) return { kind: 'section', label, open: true, items: nearby(entities, current, page) };
    return { kind: 'page', label, page, style: 'part', badge: String(living || entities.length) };
  });
  // One group needs no heading of its own.
  const [only] = items;
  return [storePage(store), ...(items.length === 1 && only?.kind === 'section' ? only.items : items)];
}

function domainItems(domain: DomainNode, current: string): readonly SidebarItem[] {
  const page = { ...domainPage(domain), badge: String(domain.entities.length) };
  return domain.page === current ? [page, ...nearby(domain.entities, current, domain.page)] : [page];
}

/** All of a short list; of a long one a window around the open page, and a line that leads to the rest. */
function nearby(entities: readonly EntityNode[], current: string, whole: string): readonly SidebarPage[] {
  if (entities.length <= MOST_ENTITIES) return entities.map((entity) => entityPage(entity));
  const at = Math.max(0, entities.findIndex(({ page }) => page === current));
  const first = Math.min(Math.max(0, at - MOST_ENTITIES / 2), entities.length - MOST_ENTITIES);
  const shown = entities.slice(first, first + MOST_ENTITIES).map((entity) => entityPage(entity));
  return [...shown, { kind: 'page', label: `All ${entities.length}`, page: whole, style: 'more' }];
}

function wholeSystem(tree: SiteTree, pages: readonly PageInfo[]): readonly PageInfo[] {
  const stores = new Set(tree.stores.map(({ page }) => page));
  const own = pages.filter(({ id }) => (id === 'index' || /^reference(\/[^/]+)?$/.test(id)) && !stores.has(id));
  const rank = ({ id }: PageInfo): number => {
    const known = WHOLE_SYSTEM.indexOf(id.replace(/^reference\//, ''));
    return known === -1 ? WHOLE_SYSTEM.length : known;
  };
  return [...own].sort((a, b) => rank(a) - rank(b) || byOrder(a, b));
}

/** Pages that people wrote, by their first folder. */
function handWritten(pages: readonly PageInfo[]): readonly (readonly [string, readonly PageInfo[]])[] {
  const folders = new Map<string, PageInfo[]>();
  for (const page of [...pages].sort(byOrder)) {
    if (page.id === 'index' || page.id === '404' || /^reference(\/|$)/.test(page.id)) continue;
    const folder = page.id.includes('/') ? page.id.slice(0, page.id.indexOf('/')) : 'pages';
    const label = folder.charAt(0).toUpperCase() + folder.slice(1).replaceAll('-', ' ');
    folders.set(label, [...(folders.get(label) ?? []), page]);
  }
  return [...folders].sort(([a], [b]) => (a < b ? -1 : 1));
}

function ungrouped(pages: readonly PageInfo[], groups: readonly SidebarGroup[]): readonly PageInfo[] {
  const grouped = new Set(groups.flatMap(({ items }) => items.flatMap((item) => (item.kind === 'page' ? [item.page] : []))));
  return pages.filter(({ id }) => !grouped.has(id));
}

function groupItem(item: SidebarEntry, pages: readonly PageInfo[]): SidebarPage | SidebarLink {
  if (item.kind === 'link') return item;
  // `generate` refuses a page that is not there.
  return wordPage({ id: item.page, label: item.label ?? pages.find(({ id }) => id === item.page)?.label ?? item.page });
}

function byOrder(a: PageInfo, b: PageInfo): number {
  return (a.order ?? Infinity) - (b.order ?? Infinity) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

function section(label: string, items: readonly SidebarItem[]): SidebarSection {
  return { kind: 'section', label, open: true, items };
}

function wordPage({ id, label }: PageInfo): SidebarPage {
  return { kind: 'page', label, page: id, style: 'word' };
}

function storePage({ id, label, page, count }: StoreNode): SidebarPage {
  return { kind: 'page', label, page, style: 'word', store: id, badge: String(count) };
}

function domainPage({ name, page }: { readonly name: string; readonly page: string }): SidebarPage {
  return { kind: 'page', label: name, page, style: 'word' };
}

function entityPage({ name, page, store, mark }: EntityNode): SidebarPage {
  return { kind: 'page', label: name, page, style: 'name', store, ...(mark ? { badge: mark } : {}) };
}
