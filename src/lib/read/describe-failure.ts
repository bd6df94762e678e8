import { dirname, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ended } from '../model/ended.ts';
import type { Finding } from '../model/finding.ts';
import type { Location } from '../model/location.ts';
import { didYouMean } from '../model/suggest.ts';
import { MARK, markedPath, type Build, type BuildFailure, type Position } from './modules/built-module.ts';
import { namedImports } from './modules/missing-exports.ts';
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
      const { specifier } = failure;
      const isRelative = /^\.{1,2}\//.test(specifier);
      const near = isRelative ? didYouMean(specifier, [...sources.build.texts.keys()].filter((other) => other !== path).map((other) => specifierOf(path, other))) : '';
      const message = `\`${file}\` imports \`${specifier}\`, which ${isRelative ? 'does not exist' : 'is not installed'}.`;
      const hint = near || (isRelative ? 'Correct the path, or remove the import.' : 'Install it where the schema folder is, or remove the import.');
      return { rule: 'load-error', severity: 'error', message, hint, location: { file, ...importIn(text, specifier) } };
    }
    case 'unreadable-import':
      return { rule: 'load-error', severity: 'error', message: `\`${file}\` imports \`${failure.specifier}\`, which ${failure.problem}.`, hint: 'Import a module, or remove the import.', location: { file, ...importIn(text, failure.specifier) } };
    case 'missing-export': {
      const message = `\`${file}\` imports \`${failure.name}\` from \`${failure.specifier}\`, which does not export it.`;
      return { rule: 'load-error', severity: 'error', message, hint: didYouMean(failure.name, failure.exported) || 'Export it there; if it is a type, write `import type`.', location: { file, ...failure.at } };
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
  const location = placeOf(thrown.stack, sources) ?? { file: fileOf(path, sources), ...(thrown.stack === '' ? throwIn(sources.build.texts.get(path) ?? '') : { line: 1, column: 1 }) };
  const text = plain(thrown.message, sources);
  const call = /^(process\.(?:exit|reallyExit|abort|kill)\(.*) was called$/.exec(text);
  if (call !== null) return { rule: 'load-error', severity: 'error', message: `\`${location.file}\` calls ${call[1]}.`, hint: `${sources.purpose.subject} only describes. Remove the call.`, location };
  const missing = /^The requested module '(.+)' does not provide an export named '(.+)'$/s.exec(text);
  if (missing !== null) return describeMissing(missing[1] ?? '', missing[2] ?? '', location, sources);
  const name = thrown.name === '' || thrown.name === 'Error' ? '' : `${thrown.name}: `;
  const message = `\`${location.file}\` cannot be loaded: ${name}${thrown.stack === '' ? `it throws ${text}, which is not an error` : text}`;
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
      if (location === undefined || !isFirstFrame(incident.stack)) return undefined;
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

const HELD = 'Remove what it waits for: input that does not come, a pipe, or a program that it started.';

function describeMissing(specifier: string, name: string, { file, ...start }: Location, sources: Sources): Finding {
  // Imports have no place in the map of the code that ran: they are looked up in the text.
  const text = [...sources.build.texts].find(([path]) => fileOf(path, sources) === file) ?? ['', ''];
  const written = namedImports(text[0], text[1]).find((each) => each.name === name);
  const location = { file, ...(written?.at ?? start) };
  if (/^polyref(?:\/|$)/.test(specifier)) {
    return { rule: 'load-error', severity: 'error', message: `Polyref has no \`${name}\`.`, hint: didYouMean(name, sources.words) || 'The guide “Write a schema” lists every word.', location };
  }
  const message = `\`${file}\` imports \`${name}\` from \`${written?.specifier ?? specifier}\`, which does not export it.`;
  return { rule: 'load-error', severity: 'error', message, hint: 'Correct the name, or remove the import; if it is a type, write `import type`.', location };
}

function specifierOf(importer: string, path: string): string {
  const found = relative(dirname(importer), path).split(sep).join('/');
  return found.startsWith('.') ? found : `./${found}`;
}

const FRAME = new RegExp(`(file:[^\\s()]+\\?${MARK}=[^:\\s]+):(\\d+):(\\d+)`);

/** The first place on the error's way that lies in a file of the team. */
export function placeOf(stack: string, sources: Sources): Location | undefined {
  // Node shows the line of a wrong import and marks the place below it.
  const marked = new RegExp(`^(file:\\S+\\?${MARK}=[^:\\s]+):(\\d+)\\n.*\\n( *)\\^`).exec(stack);
  const frame = marked ?? FRAME.exec(stack);
  if (frame === null) return undefined;
  return locate(frame[1] as string, Number(frame[2]), marked === null ? Number(frame[3]) : (frame[3] ?? '').length + 1, sources);
}

/** Whether it was a file of the team itself that called, and not a package that it uses. */
function isFirstFrame(stack: string): boolean {
  const frames = stack.split('\n').filter((line) => /^\s+at /.test(line) && line.includes('file:') && !line.includes('/read/sandbox/'));
  return frames[0] !== undefined && FRAME.test(frames[0]);
}

function locate(url: string, line: number, column: number, sources: Sources): Location {
  return { file: fileOf(fileURLToPath(markedPath(url) ?? url), sources), ...sources.build.originOf(url, line - LINES_BEFORE, column) };
}

/** Without the marks, and without the folders of this machine. */
function plain(text: string, { root }: Sources): string {
  const unmarked = text.replace(new RegExp(`\\?${MARK}=[0-9-]+`, 'g'), '');
  return unmarked.replaceAll(`file://${root}/`, '').replaceAll(`${root}${sep}`, '');
}

export function fileOf(path: string, { root }: Pick<Sources, 'root'>): string {
  return relative(root, path).split(sep).join('/');
}

function importIn(text: string, specifier: string): Position {
  return positionAt(text, ["'", '"', '`'].map((quote) => text.indexOf(`${quote}${specifier}${quote}`)).find((index) => index !== -1) ?? 0);
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
