import { Command, CommanderError } from 'commander';
import { DiskError } from '../src/lib/disk/disk-error.ts';
import { documentText } from '../src/lib/model/terminal-text.ts';
import type { CliCommand, ExitCode } from './command.ts';
import { commands } from './commands/index.ts';
import { printFailure } from './print-failure.ts';
import { packageVersion, resolveProject } from './project.ts';
import type { Terminal } from './terminal.ts';

/** The command line: every command of the list, with its help. `run.code` holds the exit code once a command has run. */
export function buildProgram(terminal: Terminal, cwd: string): Program {
  const run: { code: ExitCode } = { code: 0 };
  const program = new Command('polyref')
    .description('Living documentation for systems whose data is spread over several stores.')
    .option('--schema <dir>', 'folder of the definitions (default: schema/ of this project)')
    .option('--out <dir>', 'folder that gets src/content/docs/reference/ and public/ (default: where the schema folder is)')
    .option('--load-timeout <seconds>', 'give up on a definition that loads for this long without progress (default: 10)')
    .option('--verbose', 'print every finding in full, however many there are')
    .version(packageVersion(), '--version', 'print the version of Polyref')
    .helpOption('-h, --help', 'show this help')
    .helpCommand(false)
    .configureHelp({ showGlobalOptions: true })
    .configureOutput({ writeOut: (text) => terminal.outText(documentText(text)), writeErr: (text) => terminal.errText(documentText(text)), outputError: (text) => printUsageError(text, terminal) })
    .exitOverride()
    .showHelpAfterError('Run `polyref --help` to see what there is.')
    .addHelpText('after', '\nExit codes: 0 clean, 1 findings or drift, 2 the work could not be done.\n\nExamples:\n  polyref generate\n  polyref check --schema ../shop/schema\n  polyref start --port 8080');
  for (const command of commands) {
    const sub = program
      .command(command.name)
      .summary(command.summary)
      .description(command.description)
      .helpOption('-h, --help', 'show this help')
      .allowExcessArguments(false)
      .showHelpAfterError(`Run \`polyref ${command.name} --help\` to see what there is.`)
      .addHelpText('after', `\nExamples:\n${exampleLines(command)}`)
      .action(async (...given: readonly unknown[]) => {
        const parsed = given.at(-1) as Command;
        const { schema, out, loadTimeout, verbose = false, ...options } = parsed.optsWithGlobals<{ schema?: string; out?: string; loadTimeout?: string; verbose?: boolean }>();
        const project = resolveProject({ ...(schema === undefined ? {} : { schema }), ...(out === undefined ? {} : { out }), ...(loadTimeout === undefined ? {} : { loadTimeout }) }, cwd);
        run.code = await command.run({ project, options, arguments: parsed.args, terminal: { ...terminal, verbose } });
      });
    for (const [name, description] of command.arguments ?? []) sub.argument(name, description);
    for (const { flags, description, default: value, many } of command.options) {
      if (many === true) sub.option(flags, description, (text: string, before: readonly string[] = []) => [...before, text]);
      else sub.option(flags, description, value);
    }
  }
  return { program, run };
}

export interface Program {
  readonly program: Command;
  readonly run: { readonly code: ExitCode };
}

/** Runs the command that the arguments name. Never throws: what goes wrong is printed, and the exit code is 2. */
export async function runProgram({ program, run }: Program, args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  try {
    await program.parseAsync(args.length === 0 ? ['--help'] : [...args], { from: 'user' });
    return run.code;
  } catch (error) {
    // Commander has printed what it has to say; asking for help is no error.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (error instanceof DiskError) {
      terminal.progress('');
      // What draws a report is loaded when there is one.
      (await import('./print.ts')).printRefusal(error, terminal);
      return 2;
    }
    printFailure(error, terminal);
    return 2;
  }
}

/** What Commander has against a command line: a line with words of the user, then, it may be, one that suggests a word of ours. */
function printUsageError(text: string, terminal: Terminal): void {
  const suggestion = /\n(\(Did you mean [\w, -]+\?\))\n$/.exec(text);
  terminal.err(suggestion === null ? text : text.slice(0, suggestion.index));
  if (suggestion?.[1] !== undefined) terminal.err(suggestion[1]);
}

function exampleLines(command: CliCommand): string {
  const width = Math.max(...command.examples.map(([line]) => line.length));
  return command.examples.map(([line, purpose]) => `  polyref ${line.padEnd(width)}  ${purpose}`).join('\n');
}
