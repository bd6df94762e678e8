import type { CliOption } from './command.ts';

/** Options of every command that reports findings. */
export const reportFlags: readonly CliOption[] = [
  { flags: '--format <formats>', description: 'terminal, github, json, sarif or markdown; several with commas, format=file writes to a file (default: terminal)', many: true },
  { flags: '--output <file>', description: 'file for the one format that names none' },
  { flags: '--quiet', description: 'errors only' },
  { flags: '--max-warnings <number>', description: 'fail when there are more warnings than this' },
];
