import { buildProgram, runProgram } from './program.ts';
import { isThreadHeld } from '../src/lib/read/sandbox/end-thread.ts';
import { endAtOnce } from './end-at-once.ts';
import { printFailure } from './print-failure.ts';
import { takeTerminal } from './terminal.ts';

const terminal = takeTerminal();

// Only a command that reached its own end may be clean: whatever else ends the process leaves 2.
const outcome: { code: number } = { code: 2 };
process.exitCode = outcome.code;
process.on('exit', () => {
  process.exitCode = outcome.code;
  if (isThreadHeld()) endAtOnce(outcome.code);
});

// A reader that has seen enough (`polyref check | head`) changes nothing about the answer.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE' && error.code !== 'ERR_STREAM_DESTROYED') process.exit();
  });
}

// Node would print the message as it is.
process.on('uncaughtException', (error) => {
  printFailure(error, terminal);
  process.stderr.write('', () => process.exit());
});

const code = await runProgram(buildProgram(terminal, process.cwd()), process.argv.slice(2), terminal);
// What was printed must get out first.
process.stdout.write('', () =>
  process.stderr.write('', () => {
    outcome.code = code;
    process.exit();
  }),
);
