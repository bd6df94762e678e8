import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isWithin } from '../src/lib/disk/is-within.ts';
import { commandOf, type Runner } from '../src/lib/model/runner.ts';
import { findRunner } from '../src/lib/read/find-runner.ts';
import { UsageError } from './command.ts';
import { pathOption } from './path-option.ts';
import { quoteWord } from './quote-word.ts';

/** The folder of this package: absolute, without a slash at its end. */
export const packageRoot = dirname(fileURLToPath(new URL('.', import.meta.url)));

/** What a command works on. Folders are absolute. */
export interface Project {
  readonly schemaDir: string;
  /** As typed. */
  readonly schemaName: string;
  readonly outDir: string;
  readonly cwd: string;
  /** Of this package. */
  readonly version: string;
  /** Milliseconds without progress after which loading a file is given up; absent: the default. */
  readonly timeout?: number;
  /** The flags that say where the schema and the pages are, as typed. */
  readonly flags: readonly string[];
  /** What starts Polyref there. */
  readonly runner: Runner;
}

/**
 * Without flags: the schema of this package when called from within it, else `schema/` of the current folder. Pages go where the schema folder stands.
 */
export function resolveProject(flags: { readonly schema?: string; readonly out?: string; readonly loadTimeout?: string }, cwd: string): Project {
  const home = isWithin(cwd, packageRoot) ? packageRoot : cwd;
  const schemaDir = flags.schema === undefined ? join(home, 'schema') : resolve(cwd, pathOption('--schema', flags.schema));
  const outDir = flags.out === undefined ? dirname(schemaDir) : resolve(cwd, pathOption('--out', flags.out));
  const given = [...(flags.schema === undefined ? [] : ['--schema', flags.schema]), ...(flags.out === undefined ? [] : ['--out', flags.out])];
  return {
    schemaDir, schemaName: flags.schema ?? 'schema', outDir, cwd, version: packageVersion(), ...(flags.loadTimeout === undefined ? {} : { timeout: timeoutOf(flags.loadTimeout) }),
    flags: given, runner: findRunner(home),
  };
}

/** A command line that works on this project, quoted for a shell: `npm run generate`, `npx polyref lint --rule X`. */
export function commandLine({ flags, runner }: Pick<Project, 'flags' | 'runner'>, command: string, ...more: readonly string[]): string {
  return commandOf(runner, [command, ...[...flags, ...more].map(quoteWord)]);
}

/** The version of Polyref. */
export function packageVersion(): string {
  return (JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8')) as { readonly version: string }).version;
}

/** Seconds as typed, in milliseconds. */
function timeoutOf(text: string): number {
  const seconds = Number(text);
  if (!(seconds > 0 && seconds <= 3600)) throw new UsageError(`--load-timeout must be a number of seconds from 0.1 to 3600, not \`${text}\`.`);
  return Math.max(100, Math.round(seconds * 1000));
}
