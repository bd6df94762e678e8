import { joinLines } from '../src/lib/model/terminal-text.ts';
import { UsageError } from './command.ts';
import type { Terminal } from './terminal.ts';

/** Prints why a command could not do its work: what the user or the system can change in one line, a fault of Polyref with the way to it. */
export function printFailure(error: unknown, terminal: Terminal): void {
  terminal.progress('');
  // What the system refuses (a folder that may not be read) is said in its own words; a stack would help nobody.
  if (error instanceof UsageError || (error instanceof Error && 'syscall' in error)) terminal.err(`error: ${error.message}`);
  else terminal.errText(joinLines([`polyref failed: ${String(error)}`, ...framesOf(error)]));
}

/** The frames of a stack, without the message that stands above them. */
function framesOf(error: unknown): readonly string[] {
  const stack = error instanceof Error ? String(error.stack ?? '') : '';
  return stack.split('\n').filter((line) => /^\s+at /.test(line));
}
