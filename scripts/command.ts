import type { Project } from './project.ts';
import type { Terminal } from './terminal.ts';

/** One command: a file in `commands/` and a line in `commands/index.ts`. */
export interface CliCommand {
  readonly name: string;
  /** One line in the list of commands. */
  readonly summary: string;
  /** What it does, for `--help`. */
  readonly description: string;
  readonly options: readonly CliOption[];
  /** What follows the name without a flag: `<subject>`, with what it is. */
  readonly arguments?: readonly (readonly [name: string, description: string])[];
  /** Command line (without `polyref `) and what it is for. */
  readonly examples: readonly (readonly [line: string, purpose: string])[];
  readonly run: (context: CommandContext) => Promise<ExitCode>;
}

export interface CliOption {
  /** As commander writes them: `--port <number>`. */
  readonly flags: string;
  readonly description: string;
  readonly default?: string;
  /** It may be given several times: its value is the list. */
  readonly many?: boolean;
}

export interface CommandContext {
  readonly project: Project;
  /** By camel-cased name: `{ port: '4321' }`. */
  readonly options: Readonly<Record<string, unknown>>;
  /** In the order of `CliCommand.arguments`. */
  readonly arguments: readonly string[];
  readonly terminal: Terminal;
}

/** 0: clean. 1: findings or drift. 2: the work could not be done. */
export type ExitCode = 0 | 1 | 2;

/** A command line that cannot be meant: printed as it is, exit 2. */
export class UsageError extends Error {}
