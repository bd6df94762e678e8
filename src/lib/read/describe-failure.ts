import { relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ended } from '../model/ended.ts';
import type { Finding } from '../model/finding.ts';
import type { Location } from '../model/location.ts';
import { didYouMean } from '../model/suggest.ts';
import { describeUnresolved } from './describe-unresolved.ts';
import { findLaterImport, type LaterImport } from './find-later-import.ts';
import { findPackageImport } from './find-package-import.ts';
import { findUnknownWord } from './find-unknown-word.ts';
import { importIn } from './import-in.ts';
import { MARK, markedPath, type Build, type BuildFailure, type Position } from './modules/built-module.ts';
import { isInstalled, namedImports } from './modules/missing-exports.ts';
import { positionAt } from './modules/position-at.ts';
import { LINES_BEFORE } from './sandbox/module-store.ts';
import type { Death } from './sandbox/open-sandbox.ts';
import type { Incident, Thrown } from './sandbox/protocol.ts';

/** What messages need to know of the files. */
export interface Sources {
  /** Absolute path of the folder that holds the schema folder. */
  readonly root: string;
  readonly build: Build;
  /** What such a file must do, for hints. */
  readonly purpose: Purpose;
  /** Milliseconds without progress after which loading is given up. */
  readonly timeout: number;
  /** What Polyref exports, for suggestions. */
  readonly words: readonly string[];
}

export interface Purpose {
  /** `A schema file` */
  readonly subject: string;
  /** `it should build definitions and do nothing else` */
  readonly duty: string;
  /** `definitions need no await` */
  readonly noAwait: string;
}

/** Why a file cannot run, as the bundler found it; at the place that has to be fixed. */
export function describeBuildFailure(path: string, failure: BuildFailure, sources: Sources): Finding {
  const file = fileOf(path, sources);
  const text = sources.build.texts.get(path) ?? '';
  switch (failure.kind) {
    case 'syntax':
      return { rule: 'syntax-error', severity: 'error', message: ended(failure.message), location: { file, ...failure.at } };
    case 'unresolved': {
      const { problem, hint } = describeUnresolved(failure, path, sources.build.texts.keys());
      const message = `\`${file}\` imports \`${failure.specifier}\`, which ${problem}.`;
      return { rule: 'load-error', severity: 'error', message, hint, location: { file, ...importIn(text, failure.specifier) } };
    }
    case 'unknown-subpath': {
      const message = `Polyref has no \`${failure.specifier}\`.`;
      return { rule: 'load-error', severity: 'error', message, hint: didYouMean(failure.specifier, failure.known) || 'Import the words of the schema language from `polyref`.', location: { file, ...importIn(text, failure.specifier) } };
    }
    case 'foreign-subpath': {
      const message = `\`${file}\` imports \`${failure.specifier}\`, which code that Polyref runs cannot import.`;
      return { rule: 'load-error', severity: 'error', message, hint: 'Import the words of the schema language from `polyref`, or remove the import.', location: { file, ...importIn(text, failure.specifier) } };
    }
    case 'no-module': {
      const message = `\`${file}\` imports \`${failure.specifier}\`, which is not a module.`;
      return { rule: 'load-error', severity: 'error', message, hint: `Import it with \`?raw\` to get its text (\`${failure.specifier}?raw\`), or remove the import.`, location: { file, ...importIn(text, failure.specifier) } };
    }
    case 'unreadable-import':
      return { rule: 'load-error', severity: 'error', message: `\`${file}\` imports \`${failure.specifier}\`, which ${failure.problem}.`, hint: 'Import a module, or remove the import.', location: { file, ...importIn(text, failure.specifier) } };
    case 'missing-export': {
      const message = `\`${file}\` imports \`${failure.name}\` from \`${failure.specifier}\`, which does not export it.`;
      return { rule: 'load-error', severity: 'error', message, hint: didYouMean(failure.name, failure.exported) || (/\.txt$|\?raw$/.test(failure.specifier) ? 'It is text, which has no names: write `import text from`.' : '') || (failure.isOwn ? 'Export it there; if it is a type, write `import type`.' : CORRECT_NAME), location: { file, ...failure.at } };
    }
    case 'tsconfig': {
      const location = { file: fileOf(failure.path, sources), ...failure.at };
      return { rule: 'load-error', severity: 'error', message: ended(`\`${location.file}\` cannot be used: ${plain(failure.problem, sources)}`), hint: 'Correct it: the paths of imports in the schema follow from it.', location };
    }
    case 'other':
      return { rule: 'load-error', severity: 'error', message: ended(`\`${file}\` cannot be loaded: ${plain(failure.message, sources)}`), location: { file, line: 1, column: 1 } };
  }
}

/**
 * Why a file could not be loaded, at the place that has to be fixed, which may be in a file that it imports.
 * @param path the file that was running, or that started what failed
 */
export function describeThrown(path: string, thrown: Thrown, sources: Sources): Finding {
  const place = placeOf(thrown.stack, sources);
  const location = place ?? { file: fileOf(path, sources), ...(thrown.stack === '' ? throwIn(sources.build.texts.get(path) ?? '') : { line: 1, column: 1 }) };
  const text = plain(thrown.message, sources);
  const call = /^(process\.(?:exit|reallyExit|abort|kill)\(.*) was called$/.exec(text);
  if (call !== null) return { rule: 'load-error', severity: 'error', message: `\`${location.file}\` calls ${call[1]}.`, hint: `${sources.purpose.subject} only describes. Remove the call.`, location };
  const missing = /^The requested module '(.+)' does not provide an export named '(.+)'$/s.exec(text);
  if (missing !== null) return describeMissing(missing[1] ?? '', missing[2] ?? '', location, sources);
  const word = thrown.name === 'TypeError' && place !== undefined ? findUnknownWord(place, ...sourceAt(place.file, sources), sources.words) : undefined;
  if (word !== undefined) return describeNoWord(word.name, word.location, sources);
  const later = place === undefined ? findLaterImport(path, thrown, sources.build) : undefined;
  if (later !== undefined && 'failure' in later) return describeBuildFailure(later.path, later.failure, sources);
  const used = place === undefined ? findPackageImport(path, thrown, sources.build) : undefined;
  if (used !== undefined) return describePackage(used, text, sources);
  if (later !== undefined) return describeNotFound(later, text, sources);
  const name = thrown.name === '' || thrown.name === 'Error' ? '' : `${thrown.name}: `;
  const message = `\`${location.file}\` cannot be loaded: ${name}${thrown.stack === '' ? `it throws ${text}, which is not an error` : text}`;
  return { rule: 'load-error', severity: 'error', message: ended(message), hint: `${sources.purpose.subject} must load on its own: ${sources.purpose.duty}.`, location };
}

function describeNotFound({ path, at }: Extract<LaterImport, { readonly at: unknown }>, reason: string, sources: Sources): Finding {
  const location = { file: fileOf(path, sources), ...at };
  return { rule: 'load-error', severity: 'error', message: ended(`\`${location.file}\` cannot be loaded: ${reason.split('\n')[0] ?? ''}`), hint: 'Correct the path, or remove the import.', location };
}

function describePackage({ path, specifier }: { readonly path: string; readonly specifier: string }, reason: string, sources: Sources): Finding {
  const location = { file: fileOf(path, sources), ...importIn(sources.build.texts.get(path) ?? '', specifier) };
  const message = `\`${location.file}\` imports \`${specifier}\`, which cannot be loaded: ${reason}`;
  return { rule: 'load-error', severity: 'error', message: ended(message), hint: `${sources.purpose.subject} must load on its own: ${sources.purpose.duty}.`, location };
}

/** What a module did beside being loaded. */
export function describeIncident(path: string, incident: Incident, sources: Sources): Finding | undefined {
  switch (incident.kind) {
    case 'threw':
      return describeThrown(path, incident.thrown, sources);
    case 'printed': {
      const location = placeOf(incident.stack, sources);
      // What a package prints is caught all the same; its users cannot fix it.
      if (location === undefined || !isFirstFrame(incident.stack, sources)) return undefined;
      const hint = `Remove the call: ${sources.purpose.subject.toLowerCase()} only describes, and its output would mix with a report.`;
      return { rule: 'load-error', severity: 'error', message: `\`${location.file}\` prints ${quoted(incident.text)}.`, hint, location };
    }
    case 'changed-global': {
      const text = sources.build.texts.get(path) ?? '';
      const location = { file: fileOf(path, sources), ...positionAt(text, Math.max(0, text.indexOf(incident.name.split('.').at(-1) ?? ''))) };
      return { rule: 'load-error', severity: 'error', message: `\`${location.file}\` deletes or breaks the global \`${incident.name}\`.`, hint: 'Remove that statement: whatever runs later needs it.', location };
    }
  }
}

/** A file that waits for something at its top level. */
export function describeUnfinished(path: string, sources: Sources): Finding {
  const text = sources.build.texts.get(path) ?? '';
  const file = fileOf(path, sources);
  const at = text.search(/\bawait\b/);
  const location = { file, ...positionAt(text, Math.max(0, at)) };
  const cause = at === -1 ? 'Something that it imports waits' : 'It waits for something at its top level';
  return { rule: 'load-error', severity: 'error', message: `\`${file}\` did not finish loading within ${seconds(sources)}.`, hint: `${cause}; ${sources.purpose.noAwait}.`, location };
}

/** What ended the thread in which files run. */
export function describeDeath(path: string, death: Death, sources: Sources): Finding {
  const start: Location = { file: fileOf(path, sources), line: 1, column: 1 };
  switch (death.kind) {
    case 'busy': {
      const frame = death.frames.find(({ url }) => markedPath(url) !== undefined);
      const location = frame === undefined ? start : locate(frame.url, frame.line, frame.column, sources);
      const message = `\`${location.file}\` did not finish loading within ${seconds(sources)}: it is still running.`;
      // Where it is cannot be asked while the system holds it.
      if (death.isHeld) return { rule: 'load-error', severity: 'error', message, hint: HELD, location };
      return { rule: 'load-error', severity: 'error', message, hint: 'Remove the endless loop, or what takes so long. `--load-timeout` allows more time.', location };
    }
    case 'memory':
      return { rule: 'load-error', severity: 'error', message: `\`${start.file}\` used too much memory while loading.`, hint: `${sources.purpose.subject} must load on its own: ${sources.purpose.duty}.`, location: start };
    case 'ended':
      return { rule: 'load-error', severity: 'error', message: ended(`\`${start.file}\` could not be loaded: ${plain(death.reason, sources)}`), hint: `${sources.purpose.subject} must load on its own: ${sources.purpose.duty}.`, location: start };
  }
}

const CORRECT_NAME = 'Correct the name, or remove the import; if it is a type, write `import type`.';
const HELD = 'Remove what it waits for: input that does not come, a pipe, or a program that it started.';

function describeMissing(specifier: string, name: string, { file, ...start }: Location, sources: Sources): Finding {
  // Imports have no place in the map of the code that ran: they are looked up in the text.
  const written = namedImports(...sourceAt(file, sources)).find((each) => each.name === name);
  const location = { file, ...(written?.at ?? start) };
  if (/^polyref(?:\/|$)/.test(specifier)) return describeNoWord(name, location, sources);
  const message = `\`${file}\` imports \`${name}\` from \`${written?.specifier ?? specifier}\`, which does not export it.`;
  return { rule: 'load-error', severity: 'error', message, hint: CORRECT_NAME, location };
}

function describeNoWord(name: string, location: Location, { words }: Sources): Finding {
  return { rule: 'load-error', severity: 'error', message: `Polyref has no \`${name}\`.`, hint: didYouMean(name, words) || hintOfWords(name), location };
}

/** The path and the text of a file that a location names. */
function sourceAt(file: string, sources: Sources): readonly [path: string, text: string] {
  return [...sources.build.texts].find(([path]) => fileOf(path, sources) === file) ?? ['', ''];
}

function hintOfWords(name: string): string {
  if (name === 'default') return 'Import its words by name: `import { table } from \'polyref\'`.';
  return 'The guide “Write a schema” lists every word; if it is a type, write `import type`.';
}

const FRAME = new RegExp(`(file:[^\\s()]+\\?${MARK}=[^:\\s]+):(\\d+):(\\d+)`, 'g');

/** The first place on the error's way that lies in a file of the team. */
export function placeOf(stack: string, sources: Sources): Location | undefined {
  // Node shows the line of a wrong import and marks the place below it.
  const marked = new RegExp(`^(file:\\S+\\?${MARK}=[^:\\s]+):(\\d+)\\n.*\\n( *)\\^`).exec(stack);
  // Packages may have been bundled too; nobody corrects these.
  const frame = marked ?? [...stack.matchAll(FRAME)].find((each) => isOwnFrame(each, sources));
  if (frame === undefined) return undefined;
  return locate(frame[1] as string, Number(frame[2]), marked === null ? Number(frame[3]) : (frame[3] ?? '').length + 1, sources);
}

/** Whether it was a file of the team itself that called, and not a package that it uses. */
function isFirstFrame(stack: string, sources: Sources): boolean {
  const frames = stack.split('\n').filter((line) => /^\s+at /.test(line) && line.includes('file:'));
  return [...(frames[0] ?? '').matchAll(FRAME)].some((each) => isOwnFrame(each, sources));
}

function isOwnFrame([, url = '']: RegExpExecArray, sources: Sources): boolean {
  return !isInstalled(`/${fileOf(fileURLToPath(markedPath(url) ?? url), sources)}`);
}

function locate(url: string, line: number, column: number, sources: Sources): Location {
  return { file: fileOf(fileURLToPath(markedPath(url) ?? url), sources), ...sources.build.originOf(url, line - LINES_BEFORE, column) };
}

/** Without the marks, and without the folders of this machine. */
function plain(text: string, { root }: Sources): string {
  const unmarked = text.replace(new RegExp(`\\?${MARK}=[0-9-]+`, 'g'), '');
  const installed = unmarked.replace(/[^\s()'"]*[/\\]node_modules[/\\]/g, 'node_modules/');
  return installed.replaceAll(`file://${root}/`, '').replaceAll(`${root}${sep}`, '');
}

export function fileOf(path: string, { root }: Pick<Sources, 'root'>): string {
  return relative(root, path).split(sep).join('/');
}

/** What is no error carries no place: the first statement that throws is the likeliest. */
function throwIn(text: string): Position {
  return positionAt(text, Math.max(0, text.search(/\bthrow\b|\breject\(/)));
}

function seconds({ timeout }: Sources): string {
  return timeout === 1000 ? '1 second' : `${timeout / 1000} seconds`;
}

/** The first line of what was printed. */
function quoted(text: string): string {
  const line = text.split('\n').find((each) => each.trim() !== '')?.trim() ?? '';
  return line === '' ? 'an empty line' : `\`${line.length > 60 ? `${line.slice(0, 60)}…` : line}\``;
}
