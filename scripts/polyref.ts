import { buildProgram, runProgram } from './program.ts';
import { processTerminal } from './terminal.ts';

// A reader that has seen enough (`polyref check | head`) is no error.
for (const stream of [process.stdout, process.stderr]) stream.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 2));

const code = await runProgram(buildProgram(processTerminal, process.cwd()), process.argv.slice(2), processTerminal);
// A schema file that left a timer running must not keep the command alive; what was printed must get out first.
process.stdout.write('', () => process.stderr.write('', () => process.exit(code)));
