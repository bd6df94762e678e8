import { buildProgram, runProgram } from './program.ts';
import { processTerminal } from './terminal.ts';

// Only a command that reached its own end may be clean: whatever else ends the process leaves 2.
const outcome: { code: number } = { code: 2 };
process.exitCode = outcome.code;
process.on('exit', () => {
  process.exitCode = outcome.code;
});

// A reader that has seen enough (`polyref check | head`) changes nothing about the answer.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE' && error.code !== 'ERR_STREAM_DESTROYED') process.exit();
  });
}

const code = await runProgram(buildProgram(processTerminal, process.cwd()), process.argv.slice(2), processTerminal);
// What was printed must get out first.
process.stdout.write('', () =>
  process.stderr.write('', () => {
    outcome.code = code;
    process.exit();
  }),
);
