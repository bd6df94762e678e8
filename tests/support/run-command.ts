import { createTerminal } from '../../scripts/terminal.ts';
import { buildProgram, runProgram } from '../../scripts/program.ts';

/** Runs a command in this process, with the terminal that every command has: many runs in the time of one process. */
export async function runCommand(args: readonly string[], { cwd, colour = false }: { readonly cwd: string; readonly colour?: boolean }): Promise<{ readonly code: number; readonly out: string; readonly err: string }> {
  const texts = { out: '', err: '' };
  const terminal = createTerminal({ out: (text) => (texts.out += text), err: (text) => (texts.err += text), colour, errColour: colour });
  const code = await runProgram(buildProgram(terminal, cwd), args, terminal);
  return { code, ...texts };
}
