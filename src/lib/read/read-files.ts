import { relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Finding } from '../model/finding.ts';
import { describeFailure, describeUnfinished, type Sources } from './describe-failure.ts';
import type { SchemaFile } from './list-schema-files.ts';
import type { LocatedFile } from './locate/located.ts';
import { locateSources } from './locate/locate-sources.ts';
import { runFiles, type RunResult } from './run-files.ts';
import { stampFiles } from './stamp-files.ts';

/** Runs files and finds where things stand in them; what each of them is hindered by is a finding. */
export async function readFiles(files: readonly SchemaFile[], { root, folder, purpose, timeout }: ReadOptions): Promise<FilesRead> {
  const paths = files.map((file) => file.path);
  const stamped = stampFiles(paths, { owned: (path) => (folder !== undefined && path.startsWith(folder + sep)) || isTeamsOwn(path) });
  const sources = [...stamped.texts].map(([path, text]) => ({ path, file: relative(root, path).split(sep).join('/'), text, stamp: stamped.urls.get(path) ?? '' }));
  const [located, results] = await Promise.all([locateSources(sources, paths), runFiles(paths, stamped, timeout)]);
  const unparsable = new Set(paths.filter((path) => (located.get(path)?.syntaxErrors.length ?? 0) > 0));
  const failures = failuresOf(paths, results, { root, purpose, texts: stamped.texts, unparsable }, timeout);
  return { located, results, findings: [...syntaxErrors(located), ...failures], files: sources.map((source) => source.file).sort() };
}

export interface ReadOptions extends Pick<Sources, 'root' | 'purpose'> {
  /** Whatever they import from this folder is looked at anew each time, even below `node_modules`. */
  readonly folder?: string;
  /** Milliseconds without any progress after which a file counts as one that never finishes. */
  readonly timeout: number;
}

export interface FilesRead {
  /** By absolute path. */
  readonly located: ReadonlyMap<string, LocatedFile>;
  /** By absolute path. */
  readonly results: ReadonlyMap<string, RunResult>;
  readonly findings: readonly Finding[];
  /** Every file that was read, those that were imported too, as locations call them. */
  readonly files: readonly string[];
}

const POLYREF = fileURLToPath(new URL('..', import.meta.url));

/** Neither Polyref itself nor a package. */
function isTeamsOwn(path: string): boolean {
  return !path.startsWith(POLYREF) && !path.includes(`${sep}node_modules${sep}`);
}

function syntaxErrors(located: ReadonlyMap<string, LocatedFile>): readonly Finding[] {
  return [...located.values()].flatMap((file) =>
    // The first one is the mistake; those after it are mostly its echo.
    file.syntaxErrors.slice(0, 1).map(({ message, at }): Finding => ({ rule: 'syntax-error', severity: 'error', message: /[.!?]$/.test(message) ? message : `${message}.`, location: at })),
  );
}

function failuresOf(paths: readonly string[], results: ReadonlyMap<string, RunResult>, sources: Sources, timeout: number): readonly Finding[] {
  return paths.flatMap((path) => {
    const result = results.get(path);
    if (result?.kind === 'failed') return describeFailure(path, result.error, result.originOf, sources) ?? [];
    return result?.kind === 'unfinished' ? (describeUnfinished(path, timeout / 1000, sources) ?? []) : [];
  });
}
