import { ACCEPTED_FILE } from '../../src/lib/drift/changes/accepted-file.ts';
import type { CliCommand } from '../command.ts';
import { reportFlags } from '../report-flags.ts';

export const diffCommand: CliCommand = {
  name: 'diff',
  summary: 'say what a change of the schema does to the data that exists',
  description: `Compares the schema as it is in the working tree with a base, and says of each change what it does to data that exists, whom it affects and what to do before merging.
BASE is a branch, a tag or a commit (as it is committed there: public/catalog.json, or else the schema folder), a catalog.json, or a folder. With ... behind a branch: where HEAD left it.
Without BASE: where HEAD left the main branch (${['origin/HEAD', 'origin/main', 'origin/master', 'main', 'master'].join(', ')}).
breaking: data is lost, cannot be found, is shown to others or is no longer what it is said to be. dangerous: that depends on the data and the software. safe: neither.
A change is accepted by a line in ${ACCEPTED_FILE} beside the schema folder: its kind, its address, a colon, the reason. In the next pull request that line is an error.
A rename is one when it is declared with \`formerly\`.
For CI: exit 0 nothing that fails, 1 a change that fails or a wrong acceptance, 2 something could not be read.`,
  arguments: [['[base]', 'branch, tag, commit, branch..., catalog.json or folder to compare with']],
  options: [
    { flags: '--fail-on <level>', description: 'breaking or dangerous: the least level that fails', default: 'breaking' },
    ...reportFlags.filter((option) => !option.flags.startsWith('--max-warnings')),
    { flags: '--pictures <dir>', description: 'write before.svg and after.svg of what changed to this folder' },
    { flags: '--base-schema <dir>', description: 'where the definitions were in BASE, if the folder was renamed since' },
  ],
  examples: [
    ['diff', 'against where this branch left the main one'],
    ['diff HEAD', 'what is not committed yet'],
    ['diff v1.4.0 --fail-on dangerous', 'against a release'],
    ['diff --format markdown=comment.md,terminal', 'a comment for the pull request, and to read'],
    ['diff --format sarif --output polyref.sarif', 'for code scanning'],
    ['diff ../main/public/catalog.json', 'against a catalog, without git'],
  ],
  run: async (context) => (await import('../run/diff.ts')).runDiff(context),
};
