import type { Catalog } from '../model/catalog.ts';
import { compareText } from '../model/compare-text.ts';
import { isMadeWithSite, REFERENCE_FOLDER } from '../model/page-path.ts';
import type { PageSet } from '../model/page-set.ts';
import type { Runner } from '../model/runner.ts';
import { planCatalogJson, planCatalogSchema } from './json/catalog-json.ts';
import { planEntitySchemas } from './json/entity-schemas.ts';
import { renderPage, type Page } from './mdx/page.ts';
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
import { renderSealedPage } from './mdx/seal.ts';
import { buildSite, type PageMaker, type Site } from './mdx/site.ts';
import type { PlannedFile } from './planned-file.ts';

/**
 * Makes the files that a team commits: what the schema says, to be reviewed beside it. Sorted by path; the same catalog gives the same bytes, and the manual of the rules and what
 * they find are not in them, so that a new version of a rule changes none.
 */
export function renderPages(catalog: Catalog): PageSet {
  return renderPlan(planPages(catalog));
}

/** Makes the files that the site shows: the same pages with what the rules find, and those that are made with the site alone. */
export function renderSite(catalog: Catalog, review: Review): PageSet {
  return renderPlan(planSite(catalog, review));
}

/**
 * The files of `renderPages`, each rendered on demand.
 * @param options.version of Polyref, to be named on the overview; with it, each page has a seal that tells an edit from the work of another version
 * @param options.runner what commands are called with
 */
export function planPages(catalog: Catalog, { version, runner }: { readonly version?: string | undefined; readonly runner?: Runner | undefined } = {}): PagePlan {
  const pages = planOf(buildSite(catalog, undefined, version), (page) => (version === undefined ? renderPage(page, runner) : renderSealedPage(page, runner))).filter(([path]) => !isMadeWithSite(path));
  return sortedPlan([...pages, ...planCatalogJson(catalog)]);
}

/** The files of `renderSite`, each rendered on demand: to show one, no other is rendered. */
export function planSite(catalog: Catalog, review: Review): PagePlan {
  const site = buildSite(catalog, review);
  return sortedPlan([...planOf(site, (page) => renderPage(page, review.runner)), ...planCatalogSchema(), ...planEntitySchemas(catalog, site.paths)]);
}

/** Path of each file, relative to the out folder, sorted → what makes its text. */
export type PagePlan = ReadonlyMap<string, () => string>;

export function renderPlan(plan: PagePlan): PageSet {
  return new Map([...plan].map(([path, render]) => [path, render()]));
}

function planOf(site: Site, render: (page: Page) => string): readonly PlannedFile[] {
  return PAGE_MAKERS.flatMap((make) => make(site)).map((page) => [`${REFERENCE_FOLDER}/${page.file}`, () => render(page)]);
}

function sortedPlan(files: readonly PlannedFile[]): PagePlan {
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
