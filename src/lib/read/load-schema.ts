import { dirname, resolve } from 'node:path';
import { sortFindings } from '../model/build-catalog.ts';
import type { Drafts } from '../model/draft.ts';
import type { Finding } from '../model/finding.ts';
import type { Purpose } from './describe-failure.ts';
import { buildDrafts } from './drafts/build-drafts.ts';
import { addressOf } from './drafts/check-definition.ts';
import { collectDefinitions, type FoundDefinition, type RunFile } from './drafts/collect-definitions.ts';
import { listSchemaFiles } from './list-schema-files.ts';
import type { LocatedCall, LocatedFile } from './locate/located.ts';
import { readFiles } from './read-files.ts';
import type { RunResult } from './run-files.ts';

/**
 * Reads a schema folder: runs its files, finds every exported definition and where it stands.
 * Mistakes are collected; a file with one does not hide the others. May be called again and again in one process: files
 * that did not change are neither run nor parsed again, and their definitions give the same drafts.
 */
export async function loadSchema(schemaDir: string, { timeout = 10_000, name }: LoadOptions = {}): Promise<LoadedSchema> {
  const folder = resolve(schemaDir);
  const { files, findings: listing } = await listSchemaFiles(folder, name);
  if (files.length === 0) return { drafts: buildDrafts([], []).drafts, findings: listing, files: [] };
  const root = dirname(folder);
  const read = await readFiles(files, { root, folder, purpose: PURPOSE, timeout });
  const paths = files.map((file) => file.path);
  const { located, results } = read;

  const found = collectDefinitions(files.flatMap(({ path, file }): RunFile[] => {
    const result = results.get(path);
    return result?.kind === 'done' ? [{ file, exports: result.exports, located: located.get(path) }] : [];
  }));
  const { drafts, findings } = buildDrafts(found, unreadableEntities(paths, located, results));
  const all = [...read.findings, ...unexported(found, paths, located, results), ...findings];
  return { drafts, findings: sortFindings(distinct(all)), files: read.files };
}

export interface LoadOptions {
  /** Milliseconds without any progress after which a file that is still loading counts as one that never finishes. */
  readonly timeout?: number;
  /** What messages call the folder; default: the last part of its path. */
  readonly name?: string;
}

export interface LoadedSchema {
  readonly drafts: Drafts;
  /** Sorted by place; all are errors. */
  readonly findings: readonly Finding[];
  /** Every file that was read, relative to the folder that holds the schema folder; those that the schema imports from elsewhere too. */
  readonly files: readonly string[];
}

const PURPOSE: Purpose = { subject: 'A schema file', duty: 'it should build definitions and do nothing else', noAwait: 'definitions need no await' };

/** Definitions that are made at the top level, but that nobody can see. */
function unexported(found: readonly FoundDefinition[], paths: readonly string[], located: ReadonlyMap<string, LocatedFile>, results: ReadonlyMap<string, RunResult>): readonly Finding[] {
  const seen = new Set(found.map(({ definition }) => nameOf(definition.kind, definition['name'] ?? definition['address'] ?? definition['sentence'] ?? definition['id'])));
  return paths.flatMap((path) => {
    const file = located.get(path);
    if (file === undefined || results.get(path)?.kind !== 'done') return [];
    return file.calls
      .filter((call) => call.name !== undefined && !seen.has(nameOf(`polyref.${call.word}`, call.name)))
      .map((call): Finding => {
        const subject = call.binding === undefined ? `${call.word}('${call.name}')` : call.binding;
        const hint = call.binding === undefined ? `Give it a name: export const … = ${call.word}('${call.name}', …).` : `Write export const ${call.binding} = ….`;
        return { rule: 'not-exported', severity: 'error', message: `\`${subject}\` is not exported, so it does not count.`, hint, location: call.at };
      });
  });
}

/** Addresses that files which could not be loaded would have had. */
function unreadableEntities(paths: readonly string[], located: ReadonlyMap<string, LocatedFile>, results: ReadonlyMap<string, RunResult>): readonly string[] {
  const calls = paths.flatMap((path): readonly LocatedCall[] => (results.get(path)?.kind === 'done' ? [] : (located.get(path)?.calls ?? [])));
  return [...new Set(calls.flatMap((call) => addressOf({ kind: `polyref.${call.word}`, name: call.name, schema: call.schema }).address ?? []))].sort();
}

function nameOf(kind: string, name: unknown): string {
  return `${kind} ${String(name)}`;
}

/** What several files fail with is one mistake. */
function distinct(findings: readonly Finding[]): readonly Finding[] {
  return [...new Map(findings.map((finding) => [JSON.stringify(finding), finding])).values()];
}
