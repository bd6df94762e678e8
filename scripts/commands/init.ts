import type { CliCommand } from '../command.ts';

export const initCommand: CliCommand = {
  name: 'init',
  summary: 'begin a schema in this repository',
  description: `Writes a first schema, with one documented entity for each store that you have, and what a repository needs around it: polyref.config.ts, a GitHub workflow, .gitattributes, .gitignore, and scripts in package.json.
Files that are there stay as they are, and are named; package.json gets only the scripts that it lacks. Nothing is written before everything is planned.
Exit 0 when everything is there, 2 when it could not be written.`,
  options: [{ flags: '--stores <names>', description: 'postgresql, mongodb, s3, with commas (default: asks on a terminal; otherwise all three)' }],
  examples: [
    ['init', 'in the root of a repository, or in a package of a workspace'],
    ['init --stores postgresql,s3', 'without a question'],
    ['init --schema docs/schema', 'the schema, its configuration and its pages go to docs/'],
  ],
  run: async (context) => (await import('../run/init.ts')).runInit(context),
};
