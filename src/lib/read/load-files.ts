import { ended } from '../model/ended.ts';
import type { Finding } from '../model/finding.ts';
import type { Location } from '../model/location.ts';
import { describeBuildFailure, describeDeath, describeIncident, describeThrown, describeUnfinished, fileOf, placeOf, type Purpose, type Sources } from './describe-failure.ts';
import type { SchemaFile } from './list-schema-files.ts';
import type { LocatedFile } from './locate/located.ts';
import { locateSources } from './locate/locate-sources.ts';
import { createModuleBuilder } from './modules/build-modules.ts';
import { markedPath, type Build } from './modules/built-module.ts';
import { openSandbox, type Death, type Sandbox } from './sandbox/open-sandbox.ts';
import type { Incident } from './sandbox/protocol.ts';
import { fileURLToPath } from 'node:url';
import { withImportChain } from './with-import-chain.ts';

/**
 * Loads files of a team again and again: what did not change since the last time is neither bundled, run nor parsed again. The files run in a thread of their own,
 * which they can end, but not this one.
 * @param options.folder absolute path of the folder that they stand in
 */
export function createFileLoader(options: FileLoaderOptions): FileLoader {
  const { root, folder, purpose, timeout, preload } = options;
  const builder = createModuleBuilder(folder);
  let sandbox: Sandbox | undefined;
  let ran = new Map<string, 'done' | 'failed'>();
  // After anything went wrong the thread cannot be trusted to say so again: the next load begins in a new one.
  let isTainted = false;
  let threads = 0;
  const closed = async () => {
    await sandbox?.close();
    sandbox = undefined;
    ran = new Map();
  };
  const opened = (build: Build): Sandbox => {
    if (sandbox !== undefined && sandbox.dead === undefined && !isTainted) {
      sandbox.add(build.fresh);
      return sandbox;
    }
    void sandbox?.close();
    ran = new Map();
    isTainted = false;
    threads += 1;
    sandbox = openSandbox({ timeout, preload });
    sandbox.add([...build.modules.values()]);
    return sandbox;
  };
  return {
    async load(files) {
      const paths = files.map((file) => file.path);
      const build = await builder.build(paths);
      const sources: Sources = { root, build, purpose, timeout, words: [] };
      const texts = [...build.texts].map(([path, text]) => ({ path, file: fileOf(path, sources), text, stamp: build.urls.get(path) ?? '' }));
      const [located, run] = await Promise.all([locateSources(texts, paths), runAll(paths, sources)]);
      const syntax = syntaxErrors(located);
      const failures = [...build.failures].filter(([path, failure]) => failure.kind !== 'syntax' || (located.get(path)?.syntaxErrors.length ?? 0) === 0);
      const ofFiles = [...failures.map(([path, failure]) => describeBuildFailure(path, failure, sources)), ...run.findings];
      const findings = [...syntax, ...ofFiles.map((finding) => withImportChain(finding, paths, sources))];
      return { located, thread: threads, done: run.done, urls: build.urls, hasAssets: build.hasAssets, findings, files: [...texts.map(({ file }) => file), ...build.rawFiles.map((path) => fileOf(path, sources))].sort(), placeOf: (stack) => placeOf(stack, sources), describeDeath: (death) => describeDeath(paths[0] ?? '', death, sources), describeIncident: (incident) => describeIncident(pathOfUrl(sandbox?.urlOf(incident.number) ?? '') ?? paths[0] ?? '', incident, sources) };
    },
    call: (task, input) => (sandbox === undefined ? Promise.reject(new Error('Nothing was loaded.')) : sandbox.call(task, input)),
    callNow: (task, input) => (sandbox === undefined ? { kind: 'ended', url: '', reason: 'nothing was loaded' } : sandbox.callNow(task, input)),
    close: closed,
  };

  /** Runs what did not run yet. A file that holds up or ends the thread is left out, and the others run in a new one. */
  async function runAll(paths: readonly string[], sources: Sources): Promise<{ readonly done: ReadonlySet<string>; readonly findings: readonly Finding[] }> {
    const { build } = sources;
    const findings: Finding[] = [];
    const fatal = new Set<string>();
    for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
      const doomed = (path: string) => [...build.reachedFrom(path)].some((each) => build.failures.has(each) || fatal.has(each));
      const runnable = paths.filter((path) => build.urls.has(path) && !doomed(path));
      const box = opened(build);
      const unknown = runnable.filter((path) => ran.get(build.urls.get(path) ?? '') !== 'done');
      const result = unknown.length === 0 ? undefined : await box.run(unknown.map((path) => build.urls.get(path) ?? ''));
      if (result !== undefined && result.kind !== 'ran') {
        const path = pathOfUrl(result.url) ?? unknown[0] ?? '';
        findings.push(describeDeath(path, result, sources));
        fatal.add(path);
        continue;
      }
      if (result !== undefined) {
        const found = await describeRun(unknown, result.run, box, sources);
        isTainted = found.length > 0;
        findings.push(...found);
      }
      const failed = new Set(findings.map((finding) => finding.location?.file));
      const done = new Set(runnable.filter((path) => ran.get(build.urls.get(path) ?? '') !== 'failed' && !failed.has(fileOf(path, sources))));
      return { done, findings };
    }
    return { done: new Set(), findings };
  }

  async function describeRun(paths: readonly string[], { outcomes, incidents, unfinished }: Extract<Awaited<ReturnType<Sandbox['run']>>, { kind: 'ran' }>['run'], box: Sandbox, without: Sources): Promise<readonly Finding[]> {
    const sources = { ...without, words: incidents.length + outcomes.filter(({ kind }) => kind === 'failed').length > 0 ? Object.keys(await import('../dsl/index.ts')) : [] };
    const running = new Set(unfinished.flatMap((number) => pathOfUrl(box.urlOf(number)) ?? []));
    const findings: (Finding | undefined)[] = [];
    for (const [at, outcome] of outcomes.entries()) {
      const path = paths[at] ?? '';
      ran.set(sources.build.urls.get(path) ?? '', outcome.kind === 'done' ? 'done' : 'failed');
      const reached = [...sources.build.reachedFrom(path)].filter((each) => running.has(each));
      if (outcome.kind === 'failed') findings.push(describeThrown(reached.at(-1) ?? path, outcome.thrown, sources));
      // What waits may be a package, of which nothing is known: then the file itself is named. No file is left out without a word.
      if (outcome.kind === 'unfinished') findings.push(...(reached.length === 0 ? [path] : reached).map((each) => describeUnfinished(each, sources)));
    }
    for (const incident of incidents) findings.push(describeIncident(pathOfUrl(box.urlOf(incident.number)) ?? paths[0] ?? '', incident, sources));
    return findings.flatMap((finding) => finding ?? []);
  }
}

export interface FileLoaderOptions extends Pick<Sources, 'root' | 'purpose' | 'timeout'> {
  /** Whatever they import from this folder is theirs, even below `node_modules`. */
  readonly folder: string;
  /** The module that will be called with what they export. */
  readonly preload: URL;
}

export interface FileLoader {
  readonly load: (files: readonly SchemaFile[]) => Promise<FilesRead>;
  /** Calls one of Polyref's own modules in the thread where the files ran. */
  readonly call: Sandbox['call'];
  readonly callNow: Sandbox['callNow'];
  readonly close: () => Promise<void>;
}

export interface FilesRead {
  /** By absolute path. */
  readonly located: ReadonlyMap<string, LocatedFile>;
  /** Which thread the files ran in: another one knows nothing of what was given to the last. */
  readonly thread: number;
  /** Absolute paths of the files that ran to their end. */
  readonly done: ReadonlySet<string>;
  /** Absolute path → URL under which the thread knows its exports. */
  readonly urls: ReadonlyMap<string, string>;
  /** @see Build.hasAssets */
  readonly hasAssets: boolean;
  readonly findings: readonly Finding[];
  /** Every file that was read, those that were imported too, as locations call them. */
  readonly files: readonly string[];
  /** What ended the thread after the files ran: code of theirs that is called later, such as a getter. */
  readonly describeDeath: (death: Death) => Finding;
  /** What such code did beside answering; undefined of what is not the team's to fix. */
  readonly describeIncident: (incident: Incident) => Finding | undefined;
  /** The first place on the way of an error that lies in a file of the team. */
  readonly placeOf: (stack: string) => Location | undefined;
}

export type { Purpose };

/** Each takes the whole time limit: with more, a schema full of endless loops would keep CI busy for minutes. */
const MOST_ATTEMPTS = 4;

function pathOfUrl(url: string): string | undefined {
  const path = markedPath(url);
  return path === undefined ? undefined : fileURLToPath(path);
}

function syntaxErrors(located: ReadonlyMap<string, LocatedFile>): readonly Finding[] {
  return [...located.values()].flatMap((file) =>
    // The first one is the mistake; those after it are mostly its echo.
    file.syntaxErrors.slice(0, 1).map(({ message, at }): Finding => ({ rule: 'syntax-error', severity: 'error', message: ended(message), location: at })),
  );
}
