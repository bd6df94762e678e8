import type { CliCommand } from '../command.ts';

export const checkCommand: CliCommand = {
  name: 'check',
  summary: 'compare the pages with the schema; write nothing',
  description: "Makes all pages again, in memory, and compares them with the disk: what is missing, stale, orphaned or somebody's own fails, and so does a claim that does not hold.\nPages that another version of Polyref made from the same schema are a note, unless somebody edited them.\nThe page of changes is made of the history, not of the schema: of it only an edit by hand is found.\nFor CI: exit 0 clean, 1 findings or drift, 2 the schema could not be read.",
  options: [],
  examples: [
    ['check', 'this project, in CI'],
    ['check --schema ../shop/schema', "another repository's pages"],
  ],
  run: async (context) => (await import('../run/check.ts')).runCheck(context),
};
