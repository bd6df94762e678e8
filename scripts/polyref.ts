import { buildProgram, runProgram } from './program.ts';
import { printFailure } from './print-failure.ts';
import { takeTerminal } from './terminal.ts';

const terminal = takeTerminal();

// A reader that has seen enough (`polyref check | head`) is no error.
for (const stream of [process.stdout, process.stderr]) stream.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 2));

// Node would print the message as it is, and exit with 1, which means findings.
process.on('uncaughtException', (error) => {
  printFailure(error, terminal);
  process.stderr.write('', () => process.exit(2));
});

const code = await runProgram(buildProgram(terminal, process.cwd()), process.argv.slice(2), terminal);
// A schema file that left a timer running must not keep the command alive; what was printed must get out first.
process.stdout.write('', () => process.stderr.write('', () => process.exit(code)));
