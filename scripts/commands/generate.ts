import type { CliCommand } from '../command.ts';
import { historyFlag } from '../history-flag.ts';

export const generateCommand: CliCommand = {
  name: 'generate',
  summary: 'write the pages that the schema makes',
  description: 'Reads the definitions and writes their pages. Only what changed is written, and pages of what is gone are deleted.\nNothing is written, and the exit code is 2, when the schema has mistakes, when a text of it could run on a page, or when somebody\'s own files stand among the pages.',
  options: [historyFlag],
  examples: [
    ['generate', 'this project'],
    ['generate --schema ../shop/schema', "another repository's folder: its pages go to ../shop"],
    ['generate --history 20', 'also a page of what the last 20 commits of the catalog changed'],
    ['generate --schema ../shop/schema --out site', 'its pages go to site/'],
  ],
  run: async (context) => (await import('../run/generate.ts')).runGenerate(context),
};
