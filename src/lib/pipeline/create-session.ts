import { setImmediate as nextTurn } from 'node:timers/promises';
import { rememberTexts } from '../disk/remember-texts.ts';
import type { WriteCounts } from '../disk/write-pages.ts';
import type { Catalog } from '../model/catalog.ts';
import { compareText } from '../model/compare-text.ts';
import type { Finding } from '../model/finding.ts';
import type { PageSet } from '../model/page-set.ts';
import { asWarning } from './as-warning.ts';
import { withChangesPage } from './changes-page.ts';
import type { Folders } from './generate.ts';
import { planSchema } from './make-pages.ts';
import { writePageSet, type WriteResult } from './write-page-set.ts';

/**
 * Makes the pages of a schema again and again while it is edited, the same as `generate` makes them, but what somebody waits for first: one page can be had
 * before the others are made, and these are given up when an edit overtakes them.
 * @param folders absolute paths
 */
export function createSession(folders: Folders): Session {
  const readText = rememberTexts();
  let before: PageSet = new Map();
  return {
    async read() {
      const planned = await planSchema(folders.schemaDir, folders.schemaName);
      if (planned.kind === 'unreadable') return planned;
      const texts = new Map<string, string>();
      const textOf = (path: string): string | undefined => {
        const text = texts.get(path) ?? planned.plan.get(path)?.();
        if (text !== undefined) texts.set(path, text);
        return text;
      };
      return { kind: 'read', catalog: planned.catalog, findings: planned.findings.map(asWarning), paths: [...planned.plan.keys()], textOf };
    },
    async write({ catalog, paths, textOf }, isOvertaken = () => false) {
      const pages = new Map<string, string>();
      for (const path of paths) {
        // Between two pages whoever else has work in this process gets his turn.
        await nextTurn();
        if (isOvertaken()) return { kind: 'overtaken' };
        pages.set(path, textOf(path) ?? '');
      }
      const written = await writePageSet(folders.outDir, withChangesPage(pages, folders.outDir, catalog), readText);
      if (written.kind === 'unwritable') return written;
      const changed = changesBetween(before, pages);
      before = pages;
      return { ...written, changed };
    },
  };
}

export interface Session {
  /** Reads the schema as it is now; only files that changed are run and parsed again. */
  read(): Promise<SessionRead>;
  /**
   * Makes the pages that were not asked for yet, and writes all. Nothing is written when an edit overtakes it before.
   * @param isOvertaken asked between two pages
   */
  write(read: ReadSchema, isOvertaken?: () => boolean): Promise<SessionWrite>;
}

export type SessionRead = ReadSchema | { readonly kind: 'unreadable'; /** Every mistake of the schema. */ readonly findings: readonly Finding[] };

export interface ReadSchema {
  readonly kind: 'read';
  readonly catalog: Catalog;
  /** Warnings: a claim that does not hold is one here, as its page tells the verdict. */
  readonly findings: readonly Finding[];
  /** Of every generated file, sorted; relative to the out folder. */
  readonly paths: readonly string[];
  /** The text of one of them; undefined for any other path. */
  readonly textOf: (path: string) => string | undefined;
}

export type SessionWrite =
  | { readonly kind: 'written'; readonly counts: WriteCounts; /** Paths of the files that are new, different or gone since the last time, sorted; all of them the first time. */ readonly changed: readonly string[] }
  | { readonly kind: 'overtaken' }
  | Exclude<WriteResult, { readonly kind: 'written' }>;

function changesBetween(before: PageSet, after: PageSet): readonly string[] {
  const changed = [...after].filter(([path, text]) => before.get(path) !== text).map(([path]) => path);
  const gone = [...before.keys()].filter((path) => !after.has(path));
  return [...changed, ...gone].sort(compareText);
}
