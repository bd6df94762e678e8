import { isAtOrBelow, readPages, type PagesOnDisk } from '../disk/read-pages.ts';
import { comparePages } from '../drift/compare-pages.ts';
import type { Finding } from '../model/finding.ts';
import type { PageSet } from '../model/page-set.ts';
import { changesPageFindings, withChangesPage } from './changes-page.ts';
import type { Folders } from './generate.ts';
import { gateFindings } from './gate-pages.ts';
import { makePages } from './make-pages.ts';
import { OWNERSHIP } from './ownership.ts';

/** Makes all pages again, in memory, and says how the disk differs from them. Changes nothing. */
export async function check(folders: Folders): Promise<CheckResult> {
  const made = await makePages(folders);
  if (made.kind === 'unreadable') return made;
  const pages = withChangesPage(made.pages, folders.outDir, made.catalog);
  const unsafe = gateFindings(pages, made.catalog);
  if (unsafe.length > 0) return { kind: 'unreadable', findings: unsafe };
  const actual = await readPages(folders.outDir, { owned: OWNERSHIP.owned, files: pages.keys() });
  const foreign = foreignFindings(pages, actual);
  const inTheWay = foreign.map((finding) => finding.location?.file ?? '');
  const comparable = (pages: PageSet): PageSet => new Map([...pages].filter(([path]) => !inTheWay.some((other) => isAtOrBelow(path, other))));
  const drift = [...comparePages(comparable(pages), comparable(actual.pages)), ...changesPageFindings(actual.pages)];
  return { kind: 'checked', pages: made.pages.size, ofHistory: pages.size - made.pages.size, drift, foreign, findings: made.findings };
}

export type CheckResult =
  | {
      readonly kind: 'checked';
      /** How many pages the schema makes. */
      readonly pages: number;
      /** How many stand beside these that the history makes: none, or the one of changes. */
      readonly ofHistory: number;
      /** Pages that are missing, stale, orphaned or edited: `generate` mends these. */
      readonly drift: readonly Finding[];
      /** What stands in the folders of the pages and was not generated: `generate` stops until somebody moves it. */
      readonly foreign: readonly Finding[];
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

function foreignFinding(rule: string, path: string, what: string, hint: string): Finding {
  return { rule, severity: 'error', message: `\`${path}\` ${what}.`, hint: `${hint}: \`generate\` writes nothing until then.`, location: { file: path, line: 1, column: 1 } };
}
