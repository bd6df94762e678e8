import { dirname, resolve } from 'node:path';
import { sortFindings } from '../model/build-catalog.ts';
import type { Drafts, EntityDraft } from '../model/draft.ts';
import type { Finding } from '../model/finding.ts';
import type { StrayComment } from '../model/stray-comment.ts';
import { nameOf, type DraftInput, type DraftOutput } from './draft-task.ts';
import { assetTexts } from './drafts/asset-texts.ts';
import { addressOf } from './drafts/check-definition.ts';
import { listSchemaFiles } from './list-schema-files.ts';
import { createFileLoader, type FilesRead, type Purpose } from './load-files.ts';
import type { LocatedCall } from './locate/located.ts';

/**
 * Reads a schema folder: runs its files, finds every exported definition and where it stands.
 * Mistakes are collected; a file with one does not hide the others.
 */
export async function loadSchema(schemaDir: string, options: LoadOptions = {}): Promise<LoadedSchema> {
  const loader = createSchemaLoader(schemaDir, options);
  try {
    return await loader.load();
  } finally {
    await loader.close();
  }
}

/** As `loadSchema`, again and again: files that did not change are neither run nor parsed again, and their definitions give the very same drafts. */
export function createSchemaLoader(schemaDir: string, { timeout = 10_000, name }: LoadOptions = {}): SchemaLoader {
  const folder = resolve(schemaDir);
  const loader = createFileLoader({ root: dirname(folder), folder, purpose: PURPOSE, timeout, preload: TASK });
  const entities = new Map<number, EntityDraft>();
  let sent = new Set<string>();
  let thread = 0;
  return {
    async load() {
      const { files, findings: listing } = await listSchemaFiles(folder, name);
      if (files.length === 0) return { drafts: NOTHING, findings: listing, strays: [], files: [] };
      const read = await loader.load(files);
      if (read.thread !== thread) {
        thread = read.thread;
        sent = new Set();
        entities.clear();
      }
      const done = files.filter(({ path }) => read.done.has(path));
      const input: DraftInput = {
        files: done.map(({ path, file }) => {
          const url = read.urls.get(path) ?? '';
          const located = read.located.get(path);
          return { url, file, ...(sent.has(url) || located === undefined ? {} : { located }) };
        }),
        unreadable: unreadableEntities(files.map(({ path }) => path), read),
      };
      const answer = await loader.call<DraftOutput>(TASK, input);
      if (answer.kind !== 'called') {
        return { drafts: NOTHING, findings: sortFindings(distinct([...read.findings, answer.kind === 'threw' ? undrafted(answer.thrown.message) : read.describeDeath(answer)])), strays: [], files: read.files };
      }
      sent = new Set(input.files.map(({ url }) => url));
      const { drafts, entities: numbers, fresh, findings, defined } = answer.result;
      // Reading calls code of the team: getters, defaults that are functions. What that starts and does not wait for fails only afterwards.
      const late = answer.incidents.flatMap((incident) => (incident.kind === 'threw' ? (read.describeIncident(incident) ?? []) : []));
      for (const [number, entity] of fresh) entities.set(number, entity);
      const wanted = new Set(numbers);
      for (const number of entities.keys()) if (!wanted.has(number)) entities.delete(number);
      const made: Drafts = { ...drafts, entities: numbers.flatMap((number) => entities.get(number) ?? []) };
      const all = [...listing, ...read.findings, ...unexported(new Set(defined), done.map(({ path }) => path), read), ...findings, ...late, ...(read.hasAssets ? assetTexts(made) : [])];
      return { drafts: made, findings: sortFindings(distinct(all)), strays: done.flatMap(({ path }) => read.located.get(path)?.strays ?? []), files: read.files };
    },
    close: () => loader.close(),
  };
}

export interface SchemaLoader {
  readonly load: () => Promise<LoadedSchema>;
  /** Ends the thread in which the files ran. */
  readonly close: () => Promise<void>;
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
  readonly strays: readonly StrayComment[];
  /** Every file that was read, relative to the folder that holds the schema folder; those that the schema imports from elsewhere too. */
  readonly files: readonly string[];
}

const PURPOSE: Purpose = { subject: 'A schema file', duty: 'it should build definitions and do nothing else', noAwait: 'definitions need no await' };
const TASK = new URL('./draft-task.ts', import.meta.url);
const NOTHING: Drafts = { stores: [], domains: [], entities: [], tombstones: [], processes: [], claims: [], unreadable: [] };

/** Definitions that are made at the top level, but that nobody can see. */
function unexported(defined: ReadonlySet<string>, done: readonly string[], { located }: FilesRead): readonly Finding[] {
  return done.flatMap((path) =>
    (located.get(path)?.calls ?? [])
      .filter((call) => call.name !== undefined && !defined.has(nameOf(`polyref.${call.word}`, call.name)))
      .map((call): Finding => {
        const subject = call.binding === undefined ? `${call.word}('${call.name}')` : call.binding;
        const hint = call.binding === undefined ? `Give it a name: export const … = ${call.word}('${call.name}', …).` : `Write export const ${call.binding} = ….`;
        return { rule: 'not-exported', severity: 'error', message: `\`${subject}\` is not exported, so it does not count.`, hint, location: call.at };
      }),
  );
}

/** Addresses that files which could not be loaded would have had. */
function unreadableEntities(paths: readonly string[], { located, done }: FilesRead): readonly string[] {
  const calls = paths.flatMap((path): readonly LocatedCall[] => (done.has(path) ? [] : (located.get(path)?.calls ?? [])));
  return [...new Set(calls.flatMap((call) => addressOf({ kind: `polyref.${call.word}`, name: call.name, schema: call.schema }).address ?? []))].sort();
}

/** Definitions that break whoever reads them: a fault of Polyref, as anything may be exported. */
function undrafted(reason: string): Finding {
  return { rule: 'load-error', severity: 'error', message: `The schema cannot be read: ${reason.replace(/\.$/, '')}.`, hint: 'Look for definitions whose options are computed when they are read: getters, proxies.' };
}

/** What several files fail with is one mistake. */
function distinct(findings: readonly Finding[]): readonly Finding[] {
  return [...new Map(findings.map((finding) => [JSON.stringify(finding), finding])).values()];
}
