import type { CliOption } from './command.ts';

/** Of every command that writes the pages. */
export const historyFlag: CliOption = { flags: '--history <number>', description: 'also write a page of what the last so many commits of the catalog changed; 0 removes it' };
