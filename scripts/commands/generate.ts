import { generate } from '../../src/lib/index.ts';
import { type CliCommand } from '../command.ts';
import { describePages, printFindings } from '../print.ts';

export const generateCommand: CliCommand = {
  name: 'generate',
  summary: 'write the pages that the schema makes',
  description: 'Reads the definitions and writes their pages. Only what changed is written, and pages of what is gone are deleted.\nA schema with mistakes writes nothing: all of them are printed, and the exit code is 2.',
  options: [],
  examples: [
    ['generate', 'this project'],
    ['generate --schema ../shop/schema', "another repository's folder: its pages go to ../shop"],
    ['generate --schema ../shop/schema --out site', 'its pages go to site/'],
  ],
  async run({ project, terminal }) {
    terminal.progress('Reading the schema …');
    const result = await generate(project);
    terminal.progress('');
    printFindings(result.findings, terminal);
    if (result.kind !== 'generated') return 2;
    terminal.out(`${describePages(result.counts)}\n`);
    return 0;
  },
};
