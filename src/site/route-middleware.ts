import { resolve } from 'node:path';
import { getCollection } from 'astro:content';
import { defineRouteMiddleware, type StarlightRouteData } from '@astrojs/starlight/route-data';
import { edit, sidebar, tree } from 'virtual:polyref/tree';
import { editLink } from './edit-link.ts';
import { pageHref } from '../lib/model/page-id.ts';
import type { EntityNode } from './site-tree.ts';
import { buildSidebar, findCrumbs, findNeighbours, type PageInfo, type SidebarItem, type SidebarPage } from './sidebar.ts';

/** What the components of the site find beside Starlight's own route data, as `starlightRoute.polyref`. */
export interface PolyrefRoute {
  readonly sidebar: readonly SidebarItem[];
  readonly crumbs: readonly SidebarPage[];
  /** The entity that the page is about. */
  readonly entity?: EntityNode;
  readonly hrefOf: (page: string) => string;
}

/** Gives each page its own, pruned navigation. */
export const onRequest = defineRouteMiddleware(async ({ locals }) => {
  const route = locals.starlightRoute;
  const current = route.id === '' ? 'index' : route.id;
  const pages = await listPages();
  const { before, after } = findNeighbours(tree, pages, current, sidebar);
  const entity = tree.stores.flatMap(({ groups }) => groups).flatMap(({ entities }) => entities).find(({ page }) => page === current);
  route['polyref'] = { sidebar: buildSidebar(tree, pages, current, sidebar), crumbs: findCrumbs(tree, current), ...(entity ? { entity } : {}), hrefOf } satisfies PolyrefRoute;
  route.siteTitle = tree.title;
  route.pagination = { prev: linkTo(before), next: linkTo(after) };
  const link = editAddress(route, current);
  if (link !== undefined) route.editUrl = link;
  // A draft only so that it has no second route: see content.config.ts.
  if (current === '404') route.entry.data.draft = false;
  route.head = route.head.filter(({ attrs }) => !isNoise(attrs)).map((tag) => (tag.tag === 'title' ? { ...tag, content: escapeHtml(titleOf(route)) } : tag));
});

function titleOf({ entry, id }: StarlightRouteData): string {
  return id === '' || id === 'index' ? tree.title : `${entry.data.title} · ${tree.title}`;
}

/** What a page says itself wins. A page about the whole schema has no file to edit. */
function editAddress({ entry }: StarlightRouteData, id: string): URL | undefined {
  if (edit === undefined || entry.data.editUrl !== true || id === '404') return undefined;
  const isGenerated = entry.filePath !== undefined && /(^|\/)src\/content\/docs\/reference\//.test(entry.filePath);
  const file = isGenerated ? edit.sources[id] : entry.filePath === undefined ? undefined : resolve(edit.root, entry.filePath);
  const address = file === undefined ? undefined : editLink(edit, file);
  return address === undefined ? undefined : new URL(address);
}

let listed: Promise<readonly PageInfo[]> | undefined;

/** All pages, once in a build; afresh for each request while they may change. */
function listPages(): Promise<readonly PageInfo[]> {
  if (import.meta.env.PROD && listed) return listed;
  listed = getCollection('docs').then((entries) =>
    entries
      .filter(({ data }) => !data.sidebar.hidden)
      .map(({ id, data }) => ({ id, label: data.sidebar.label ?? data.title, ...(data.sidebar.order === undefined ? {} : { order: data.sidebar.order }) })),
  );
  return listed;
}

function linkTo(page: SidebarPage | undefined): StarlightRouteData['pagination']['prev'] {
  return page && { type: 'link', label: page.label, href: hrefOf(page.page), isCurrent: false, badge: undefined, attrs: { class: page.style } };
}

function hrefOf(page: string): string {
  return pageHref(import.meta.env.BASE_URL, page);
}

/** Tags for social networks and names of tools: bytes on every page that no reader of an internal site gains from. */
function isNoise(attrs: Readonly<Record<string, unknown>> | undefined): boolean {
  const key = String(attrs?.['name'] ?? attrs?.['property'] ?? '');
  return key === 'generator' || /^(og|twitter):/.test(key);
}

/** Starlight writes a title as it stands; names come from a schema and may hold anything. */
function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
