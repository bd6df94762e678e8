import { dirname, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Finding } from '../model/finding.ts';
import type { Location } from '../model/location.ts';
import { didYouMean } from '../model/suggest.ts';
import { UnparsableFile, UnresolvedImport, type OpenModules } from './module-hooks.ts';
import { STAMP } from './stamp-files.ts';

/** What messages need to know of the schema's files. */
export interface Sources {
  /** Absolute path of the folder that holds the schema folder. */
  readonly root: string;
  /** Absolute path → text. */
  readonly texts: ReadonlyMap<string, string>;
  /** Files whose own text cannot be parsed, which is reported at its place. */
  readonly unparsable: ReadonlySet<string>;
  /** What such a file must do, for hints. */
  readonly purpose: Purpose;
}

export interface Purpose {
  /** `A schema file` */
  readonly subject: string;
  /** `it should build definitions and do nothing else` */
  readonly duty: string;
  /** `definitions need no await` */
  readonly noAwait: string;
}

/**
 * Why a file could not be loaded, at the place that has to be mended, which may be in a file that it imports.
 * `undefined` when that is reported already.
 */
export function describeFailure(path: string, error: unknown, originOf: OpenModules['originOf'], sources: Sources): Finding | undefined {
  if (error instanceof UnparsableFile) {
    if (sources.unparsable.has(error.path)) return undefined;
    return { rule: 'syntax-error', severity: 'error', message: ended(error.message), location: { file: fileOf(error.path, sources), line: 1, column: 1 } };
  }
  if (error instanceof UnresolvedImport) return describeUnresolved(error, sources);
  const location = placeOf(error, originOf, sources) ?? { file: fileOf(path, sources), line: 1, column: 1 };
  const text = plain(error instanceof Error ? error.message : String(error), sources);
  const exit = /^process\.exit\((.*)\) was called$/.exec(text);
  if (exit !== null) {
    const message = `\`${location.file}\` calls process.exit(${exit[1]}).`;
    return { rule: 'load-error', severity: 'error', message, hint: `${sources.purpose.subject} only describes; take the call out.`, location };
  }
  const name = error instanceof Error && error.name !== 'Error' ? `${error.name}: ` : '';
  const hint = text.includes('does not provide an export named')
    ? 'Export it there; if it is a type, write `import type`.'
    : `${sources.purpose.subject} must load by itself: ${sources.purpose.duty}.`;
  return { rule: 'load-error', severity: 'error', message: ended(`\`${location.file}\` cannot be loaded: ${name}${text}`), hint, location };
}

/** A file that waits for something at its top level; `undefined` for one that only waits for a file which does. */
export function describeUnfinished(path: string, seconds: number, sources: Sources): Finding | undefined {
  const text = sources.texts.get(path) ?? '';
  const at = text.search(/\bawait\b/);
  if (at === -1) return undefined;
  const file = fileOf(path, sources);
  const message = `\`${file}\` did not finish loading within ${seconds} ${seconds === 1 ? 'second' : 'seconds'}.`;
  return { rule: 'load-error', severity: 'error', message, hint: `It waits for something at its top level; ${sources.purpose.noAwait}.`, location: { file, ...positionIn(text, at) } };
}

function describeUnresolved({ specifier, importer }: UnresolvedImport, sources: Sources): Finding {
  const text = sources.texts.get(importer) ?? '';
  const at = ["'", '"', '`'].map((quote) => text.indexOf(`${quote}${specifier}${quote}`)).find((index) => index !== -1) ?? 0;
  const file = fileOf(importer, sources);
  const isRelative = /^\.{1,2}\//.test(specifier);
  const near = isRelative ? didYouMean(specifier, [...sources.texts.keys()].filter((path) => path !== importer).map((path) => specifierOf(importer, path))) : '';
  return {
    rule: 'load-error',
    severity: 'error',
    message: `\`${file}\` imports \`${specifier}\`, and there is no such ${isRelative ? 'file' : 'package'}.`,
    hint: near || (isRelative ? 'Correct the path, or take the import out.' : 'Install it where the schema folder is, or take the import out.'),
    location: { file, ...positionIn(text, at) },
  };
}

function specifierOf(importer: string, path: string): string {
  const found = relative(dirname(importer), path).split(sep).join('/');
  return found.startsWith('.') ? found : `./${found}`;
}

/** The first place on the error's way that lies in a schema file. */
function placeOf(error: unknown, originOf: OpenModules['originOf'], sources: Sources): Location | undefined {
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  // Node shows the line of a wrong import and marks the place below it.
  const marked = new RegExp(`^(file:\\S+\\?${STAMP}=[^:\\s]+):(\\d+)\\n.*\\n( *)\\^`).exec(stack);
  const frame = marked ?? new RegExp(`(file:[^\\s()]+\\?${STAMP}=[^:\\s]+):(\\d+):(\\d+)`).exec(stack);
  if (frame === null) return undefined;
  const url = frame[1] as string;
  const column = marked === null ? Number(frame[3]) : (frame[3] ?? '').length + 1;
  const origin = originOf(url, Number(frame[2]), column);
  return { file: fileOf(fileURLToPath(url.slice(0, url.lastIndexOf(`?${STAMP}=`))), sources), line: origin.line, column: origin.column };
}

/** Without the stamps, and without the folders of this machine. */
function plain(text: string, { root }: Sources): string {
  const unstamped = text.replace(new RegExp(`\\?${STAMP}=[A-Za-z0-9_-]+(&retry=\\d+)?`, 'g'), '');
  return unstamped.replaceAll(`file://${root}/`, '').replaceAll(`${root}${sep}`, '');
}

function fileOf(path: string, { root }: Sources): string {
  return relative(root, path).split(sep).join('/');
}

function positionIn(text: string, offset: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, offset);
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') };
}

function ended(sentence: string): string {
  return /[.!?]$/.test(sentence) ? sentence : `${sentence}.`;
}
