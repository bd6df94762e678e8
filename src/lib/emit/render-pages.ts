import type { Catalog } from '../model/catalog.ts';
import { compareText } from '../model/compare-text.ts';
import { REFERENCE_FOLDER } from '../model/page-path.ts';
import type { PageSet } from '../model/page-set.ts';
import { planCatalogJson } from './json/catalog-json.ts';
import { planEntitySchemas } from './json/entity-schemas.ts';
import { renderPage } from './mdx/page.ts';
import { crossReferencesPage } from './mdx/pages/cross-references.ts';
import { domainPages } from './mdx/pages/domain-pages.ts';
import { entityPages } from './mdx/pages/entity-page.ts';
import { explorePage } from './mdx/pages/explore.ts';
import { findingsPage } from './mdx/pages/findings.ts';
import { glossaryPage } from './mdx/pages/glossary.ts';
import { overview } from './mdx/pages/overview.ts';
import { processesPage } from './mdx/pages/processes.ts';
import { retentionPage } from './mdx/pages/retention.ts';
import { rulePages } from './mdx/pages/rule-pages.ts';
import { startHerePage } from './mdx/pages/start-here.ts';
import { storePages } from './mdx/pages/store-pages.ts';
import { tenantScopingPage } from './mdx/pages/tenant-scoping.ts';
import { tombstonePages } from './mdx/pages/tombstone-pages.ts';
import { withinAStorePage } from './mdx/pages/within-a-store.ts';
import type { Review } from './mdx/review.ts';
import { buildSite, type PageMaker } from './mdx/site.ts';
import type { PlannedFile } from './planned-file.ts';

/**
 * Makes every generated file of a catalog, sorted by path: the same catalog gives the same bytes.
 * @param review what the rules say of it; without it there are no pages about rules and findings
 */
export function renderPages(catalog: Catalog, review?: Review): PageSet {
  return new Map([...planPages(catalog, review)].map(([path, render]) => [path, render()]));
}

/** The same files, each made when it is asked for: whoever shows one of them need not wait for the others. */
export function planPages(catalog: Catalog, review?: Review): ReadonlyMap<string, () => string> {
  const site = buildSite(catalog, review);
  const pages = PAGE_MAKERS.flatMap((make) => make(site)).map((page): PlannedFile => [`${REFERENCE_FOLDER}/${page.file}`, () => renderPage(page, review?.runner)]);
  const files = [...pages, ...planCatalogJson(catalog), ...planEntitySchemas(catalog, site.paths)];
  return new Map([...files].sort(([a], [b]) => compareText(a, b)));
}

/** A new page is a file in `mdx/pages/` and a line here. */
const PAGE_MAKERS: readonly PageMaker[] = [
  overview,
  explorePage,
  startHerePage,
  crossReferencesPage,
  withinAStorePage,
  retentionPage,
  tenantScopingPage,
  processesPage,
  findingsPage,
  rulePages,
  glossaryPage,
  domainPages,
  storePages,
  entityPages,
  tombstonePages,
];
