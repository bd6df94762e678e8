import { setImmediate as nextTurn } from 'node:timers/promises';
import { rememberTexts } from '../disk/remember-texts.ts';
import type { WriteCounts } from '../disk/write-pages.ts';
import type { PagePlan } from '../emit/render-pages.ts';
import { createPageGate } from '../gate/page-gate.ts';
import type { Catalog } from '../model/catalog.ts';
import { compareText } from '../model/compare-text.ts';
import type { DocsSettings } from '../model/docs-settings.ts';
import type { Finding } from '../model/finding.ts';
import type { PageSet } from '../model/page-set.ts';
import { asWarning } from './as-warning.ts';
import { withChangesPage } from './changes-page.ts';
import type { Folders } from './generate.ts';
import { gateFindings } from './gate-pages.ts';
import { planReviewed, planUnreviewed, type PlannedPages } from './make-pages.ts';
import { createSystemReader } from './read-system.ts';
import { writePageSet, type WriteResult } from './write-page-set.ts';

/**
 * Makes the pages of a schema again and again while it is edited, the same as `generate` makes them, but what somebody waits for first: the diagrams of
 * one page can be had before the rules are asked and the others are made, and these are given up when an edit overtakes them.
 * @param folders absolute paths
 * @param publish gets what the site shows, just before the pages are written
 */
export function createSession(folders: Folders, publish: (site: PagePlan) => void = () => undefined): Session {
  const readText = rememberTexts();
  const reader = createSystemReader(folders);
  const gate = createPageGate();
  let before: PageSet = new Map();
  return {
    close: () => reader.close(),
    files: () => reader.files(),
    async read() {
      const system = await reader.read();
      if (system.kind === 'unreadable') return system;
      const sketch = planUnreviewed(system);
      let planned: PlannedPages | undefined;
      return { kind: 'read', catalog: system.catalog, docs: system.docs, paths: [...sketch.keys()], sketchOf: (path) => sketch.get(path)?.(), review: () => (planned ??= planReviewed(system, folders.version)) };
    },
    async write({ catalog, review }, isOvertaken = () => false) {
      await nextTurn();
      if (isOvertaken()) return { kind: 'overtaken' };
      const planned = review();
      if (planned.kind === 'unreadable') return { kind: 'unwritable', findings: planned.findings };
      const pages = new Map<string, string>();
      for (const [path, render] of planned.plan) {
        // Between two pages whoever else has work in this process gets his turn.
        await nextTurn();
        if (isOvertaken()) return { kind: 'overtaken' };
        const page = render();
        pages.set(path, page);
        // Read here, between two pages, and remembered: below there is nothing left to read but the page of the changes.
        if (path.endsWith('.mdx')) gate(page);
      }
      const all = withChangesPage(pages, folders.outDir, catalog);
      const unsafe = gateFindings(all, catalog, gate);
      if (unsafe.length > 0) return { kind: 'unwritable', findings: unsafe };
      const written = await writePageSet(folders.outDir, all, {
        read: readText,
        beforeChange: () => {
          if (isOvertaken()) throw new Overtaken();
          publish(planned.site);
        },
      }).catch((error: unknown) => {
        if (error instanceof Overtaken) return { kind: 'overtaken' as const };
        throw error;
      });
      if (written.kind !== 'written') return written;
      const changed = changesBetween(before, pages);
      before = pages;
      return { ...written, changed, findings: planned.findings.map(asWarning) };
    },
  };
}

class Overtaken extends Error {}

export interface Session {
  /** Ends the threads in which the schema was loaded. */
  close(): Promise<void>;
  /** Absolute paths of every file that the last `read` read, the imported ones too. */
  files(): readonly string[];
  /** Reads the schema as it is now; only files that changed are run and parsed again. */
  read(): Promise<SessionRead>;
  /**
   * Makes the pages that were not asked for yet, and writes all. Nothing is written when an edit overtakes it before.
   * @param isOvertaken asked between two pages, and at last before the first change
   */
  write(read: ReadSchema, isOvertaken?: () => boolean): Promise<SessionWrite>;
}

export type SessionRead = ReadSchema | { readonly kind: 'unreadable'; /** Every mistake of the schema. */ readonly findings: readonly Finding[] };

export interface ReadSchema {
  readonly kind: 'read';
  readonly catalog: Catalog;
  readonly docs: DocsSettings;
  /** Of every generated file, sorted; relative to the out folder. */
  readonly paths: readonly string[];
  /** The text of one of them as it is before the rules are asked; undefined for any other path. */
  readonly sketchOf: (path: string) => string | undefined;
  /** Asks the rules, once; a rule that fails leaves no pages. */
  readonly review: () => PlannedPages;
}

export type SessionWrite =
  | { readonly kind: 'written'; readonly counts: WriteCounts; /** Paths of the files that are new, different or gone since the last time, sorted; all of them the first time. */ readonly changed: readonly string[]; /** Warnings: a claim that does not hold is one here, as its page tells the verdict. */ readonly findings: readonly Finding[] }
  | { readonly kind: 'overtaken' }
  | Exclude<WriteResult, { readonly kind: 'written' }>;

function changesBetween(before: PageSet, after: PageSet): readonly string[] {
  const changed = [...after].filter(([path, text]) => before.get(path) !== text).map(([path]) => path);
  const gone = [...before.keys()].filter((path) => !after.has(path));
  return [...changed, ...gone].sort(compareText);
}
