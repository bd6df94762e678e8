import type { CliOption } from './command.ts';

/** Of every command that writes the pages. */
export const historyFlag: CliOption = { flags: '--history <number>', description: 'also write a page of the changes in the last <number> commits of the catalog; 0 removes it' };
