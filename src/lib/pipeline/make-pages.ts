import { planPages, planSite, renderPlan, type PagePlan } from '../emit/render-pages.ts';
import { compareText } from '../model/compare-text.ts';
import type { DocsSettings } from '../model/docs-settings.ts';
import type { Finding } from '../model/finding.ts';
import type { PageSet } from '../model/page-set.ts';
import { claimDoesNotHold } from '../rules/documentation/claim-does-not-hold.ts';
import { makeCustomPages } from './custom-pages.ts';
import { lintSystem, type LintResult } from './lint.ts';
import { withSystem, type ReadSystem, type SystemInputs } from './read-system.ts';

/**
 * Runs a schema folder through the whole generator, in memory.
 * A schema with mistakes makes no pages: a page about half of a system would be a wrong page. So does a configuration with mistakes, as the pages tell what the rules find.
 */
export function makePages(inputs: PageInputs): Promise<MadePages> {
  return withSystem(inputs, (system): MadePages => {
    const planned = system.kind === 'unreadable' ? system : planReviewed(system, inputs.version);
    if (planned.kind === 'unreadable') return planned;
    const { plan, ...rest } = planned;
    return { ...rest, kind: 'made', pages: renderPlan(plan) };
  });
}

export interface PageInputs extends SystemInputs {
  /** Of Polyref; absent: no page names it. */
  readonly version?: string | undefined;
}

export type MadePages = (Reviewed & { readonly kind: 'made'; /** What a team commits. */ readonly pages: PageSet }) | Unreadable;

/** Asks the rules about a system that was read, and plans its pages. */
export function planReviewed(system: System, version?: string): PlannedPages {
  // Without a day: pages are the same whenever they are made.
  const linted = lintSystem(system);
  if (linted.kind === 'unreadable') return linted;
  const { catalog, findings } = linted;
  const site = planSite(catalog, { ...linted, runner: system.runner });
  const custom = makeCustomPages(system, site);
  if (custom.findings.length > 0) return { kind: 'unreadable', findings: custom.findings };
  return {
    kind: 'planned',
    catalog,
    docs: system.docs,
    plan: withPages(planPages(catalog, { version, runner: system.runner }), custom.pages),
    site: withPages(site, custom.pages),
    findings: findings.filter((finding) => finding.rule === claimDoesNotHold.id),
    linted,
  };
}

/** What the site shows before the rules have run: what does not depend on findings, such as diagrams, is final. */
export function planUnreviewed(system: System): PagePlan {
  const site = planSite(system.catalog, { findings: [], suppressed: [], rules: [...system.settings.rules.values()], runner: system.runner });
  // What is wrong with the team's own pages is told when they are written.
  return withPages(site, makeCustomPages(system, site).pages);
}

function withPages(plan: PagePlan, pages: PageSet): PagePlan {
  return new Map([...plan, ...[...pages].map(([path, page]) => [path, () => page] as const)].sort(([a], [b]) => compareText(a, b)));
}

type System = Extract<ReadSystem, { readonly kind: 'read' }>;

export type PlannedPages = (Reviewed & { readonly kind: 'planned'; /** What a team commits. */ readonly plan: PagePlan }) | Unreadable;

interface Reviewed {
  readonly catalog: LintedSystem['catalog'];
  /** What the site is to be like. */
  readonly docs: DocsSettings;
  /** Claims that do not hold: what makes the pages themselves untrue. */
  readonly findings: readonly Finding[];
  /** What the site shows. */
  readonly site: PagePlan;
  /** Everything that the rules say. */
  readonly linted: LintedSystem;
}

interface Unreadable {
  readonly kind: 'unreadable';
  /** Every mistake of the schema, not only the first. */
  readonly findings: readonly Finding[];
}

type LintedSystem = Extract<LintResult, { readonly kind: 'linted' }>;
