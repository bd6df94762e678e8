import { isAtOrBelow, readPages, type PagesOnDisk } from '../disk/read-pages.ts';
import { compareCatalogs } from '../drift/changes/compare-catalogs.ts';
import { saysTheSame } from '../drift/changes/says-the-same.ts';
import { comparePages } from '../drift/compare-pages.ts';
import { madeByOf } from '../emit/mdx/pages/overview.ts';
import type { Catalog } from '../model/catalog.ts';
import type { Finding } from '../model/finding.ts';
import { buildPagePaths, REFERENCE_FOLDER } from '../model/page-path.ts';
import type { PageSet } from '../model/page-set.ts';
import { parseCatalog } from '../read/parse-catalog.ts';
import { withChangesPage } from './changes-page.ts';
import { editedPageFindings } from './edited-pages.ts';
import type { Folders } from './generate.ts';
import { gateFindings } from './gate-pages.ts';
import { makePages } from './make-pages.ts';
import { OWNERSHIP } from './ownership.ts';
import { sidebarFindings } from './sidebar-findings.ts';
import { findWithdrawn } from './withdrawn-files.ts';

/** Makes all pages again, in memory, and says how the disk differs from them. Changes nothing. */
export async function check(folders: Folders): Promise<CheckResult> {
  const made = await makePages(folders);
  if (made.kind === 'unreadable') return made;
  const pages = withChangesPage(made.pages, folders.outDir, made.catalog);
  const unsafe = [...gateFindings(pages, made.catalog), ...(await sidebarFindings(made.docs, folders.outDir, [...pages.keys(), ...made.site.keys()]))];
  if (unsafe.length > 0) return { kind: 'unreadable', findings: unsafe };
  const { pages: onDisk, links } = await readPages(folders.outDir, { owned: OWNERSHIP.owned, files: pages.keys() });
  const withdrawn = await findWithdrawn(folders.outDir);
  const actual = { pages: new Map([...onDisk].filter(([path]) => !withdrawn.has(path))), links };
  const foreign = foreignFindings(pages, actual);
  const inTheWay = foreign.map((finding) => finding.location?.file ?? '');
  const comparable = (pages: PageSet): PageSet => new Map([...pages].filter(([path]) => !inTheWay.some((other) => isAtOrBelow(path, other))));
  const different = comparePages(comparable(pages), comparable(actual.pages));
  const isOutdated = different.length > 0 && isOfAnotherVersion(actual.pages, folders.version) && isOfThisSchema(actual.pages, made.catalog);
  const notMadeAgain = new Map([...comparable(actual.pages)].filter(([path]) => isOutdated || (pages.has(path) && !made.pages.has(path))));
  const lost = isOutdated ? lostEntityPages(different, made.catalog) : different;
  const drift = [...lost, ...editedPageFindings(notMadeAgain)];
  const notes = [...(isOutdated ? [outdatedFinding(different.length - lost.length, actual.pages, folders.version)] : []), ...withdrawnFindings([...withdrawn.keys()])];
  return { kind: 'checked', pages: made.pages.size, ofHistory: pages.size - made.pages.size, isOutdated, drift, foreign, notes, findings: made.findings };
}

export type CheckResult =
  | {
      readonly kind: 'checked';
      /** How many pages the schema makes. */
      readonly pages: number;
      /** How many stand beside these that the history makes: none, or the one of changes. */
      readonly ofHistory: number;
      /** Pages are as another version of Polyref made them from the same schema: `generate` makes them anew, and nobody need hurry. */
      readonly isOutdated: boolean;
      /** Pages that are missing, stale, orphaned or edited: `generate` mends these. */
      readonly drift: readonly Finding[];
      /** What stands in the folders of the pages and was not generated: `generate` stops until somebody moves it. */
      readonly foreign: readonly Finding[];
      /** What an update of Polyref leaves to be done: no reason to fail. */
      readonly notes: readonly Finding[];
      /** What only an edit of the schema mends. */
      readonly findings: readonly Finding[];
    }
  | { readonly kind: 'unreadable'; readonly findings: readonly Finding[] };

function foreignFindings(pages: PageSet, { pages: actual, links }: PagesOnDisk): readonly Finding[] {
  const foreign = [...actual].filter(([path, text]) => text !== pages.get(path) && !OWNERSHIP.isGenerated(path, text));
  return [
    ...links.map((path) => foreignFinding('symbolic-link', path, 'is a symbolic link, and pages are not written through links', 'Put a file or folder of its own in its place')),
    ...foreign.map(([path]) => foreignFinding('foreign-file', path, 'is not a generated file, and is where only generated files may be', 'Move it to another folder')),
  ];
}

function isOfAnotherVersion(actual: PageSet, version: string | undefined): boolean {
  return version !== undefined && madeByOf(actual.get(OVERVIEW) ?? '') !== version;
}

/** Whether the catalog on the disk means what the schema means. Its text may differ: another version may derive more from the same schema, or less. */
function isOfThisSchema(actual: PageSet, catalog: Catalog): boolean {
  const parsed = parseCatalog(actual.get('public/catalog.json') ?? '');
  return parsed.problem === undefined && compareCatalogs(parsed.catalog, catalog).length === 0 && saysTheSame(suppressionsIn(parsed.catalog), suppressionsIn(catalog));
}

/** Pages show them, and a comparison of schemas does not: they change no data. */
function suppressionsIn({ system, stores, domains, entities, tombstones, processes, claims }: Catalog): unknown {
  return [[system], stores, domains, entities, tombstones, processes, claims].map((definitions) => definitions.map(({ suppressions }) => suppressions ?? []));
}

/** What is missing because somebody deleted it: every version makes the page of an entity, and in the same place. */
function lostEntityPages(different: readonly Finding[], catalog: Catalog): readonly Finding[] {
  const entityPages = new Set([...buildPagePaths(catalog).entities.values()].map((page) => `${REFERENCE_FOLDER}/${page}`));
  return different.filter(({ rule, location }) => rule === 'page-missing' && entityPages.has(location?.file ?? ''));
}

function outdatedFinding(number: number, actual: PageSet, version = ''): Finding {
  const by = madeByOf(actual.get(OVERVIEW) ?? '');
  const [files, were] = number === 1 ? ['file', 'was'] : ['files', 'were'];
  return {
    rule: 'pages-outdated', severity: 'note', location: { file: OVERVIEW, line: 1, column: 1 },
    message: `${number} ${files} ${were} made by ${by === undefined ? 'an older version of Polyref' : `Polyref ${by}`}, and Polyref ${version} makes ${number === 1 ? 'it' : 'them'} differently. The schema has not changed since.`,
    hint: 'Run `generate`, and commit the pages together with the update.',
  };
}

const OVERVIEW = `${REFERENCE_FOLDER}/index.mdx`;

/** A note: whoever updates Polyref has done nothing wrong. */
function withdrawnFindings([first, ...others]: readonly string[]): readonly Finding[] {
  if (first === undefined) return [];
  const what = others.length === 0 ? `\`${first}\` is` : `${others.length + 1} generated files are`;
  const example = others.length === 0 ? '' : ` \`${first}\` is the first.`;
  return [{ rule: 'page-withdrawn', severity: 'note', message: `${what} no longer needed here: the site makes ${others.length === 0 ? 'it' : 'them'} when it is built.${example}`, hint: '`generate` deletes generated files that are not needed.', location: { file: first, line: 1, column: 1 } }];
}

function foreignFinding(rule: string, path: string, what: string, hint: string): Finding {
  return { rule, severity: 'error', message: `\`${path}\` ${what}.`, hint: `${hint}: \`generate\` writes nothing until then.`, location: { file: path, line: 1, column: 1 } };
}
