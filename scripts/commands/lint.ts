import type { CliCommand } from '../command.ts';
import { reportFlags } from '../report-flags.ts';
import { systemFlags } from '../system-options.ts';

export const lintCommand: CliCommand = {
  name: 'lint',
  summary: 'run the rules on the schema',
  description: `Finds what only shows when all stores are looked at together: references that outlive their target, bytes that nobody can find again, keys that cross tenants.
Severities, options and rules of your own: polyref.config.ts. A single finding is excused with suppress('rule', { reason }) in the definition.
polyref.baseline.json holds what was there when you began. --update-baseline writes it: the first time with all that is found, later only without what is gone. To begin anew, delete the file first.
For CI: exit 0 clean, 1 an error (or more warnings than --max-warnings), 2 the schema or the configuration could not be read.`,
  options: [
    ...reportFlags,
    { flags: '--rule <id>', description: 'run only this rule and print all that it finds; may be given several times', many: true },
    ...systemFlags,
    { flags: '--update-baseline', description: 'write what is found, or what is left of it, to the baseline' },
    { flags: '--coverage', description: 'show how much is described and declared, by store, domain and owner' },
    { flags: '--min <percent>', description: 'least coverage: 80, or fields=80,owners=100', many: true },
  ],
  examples: [
    ['lint', 'this project'],
    ['lint --quiet --format github', 'errors only, as annotations of a GitHub Actions run'],
    ['lint --format sarif=polyref.sarif,terminal', 'for code scanning, and to read'],
    ['lint --format markdown --output comment.md', 'a comment for the pull request'],
    ['lint --rule missing-retention', 'only one rule, with all that it finds'],
    ['lint --verbose', 'every finding in full, however many there are'],
    ['lint --update-baseline', 'adopt the rules in an old system'],
    ['lint --coverage --min fields=80', 'at least 80 % of all fields described'],
  ],
  run: async (context) => (await import('../run/lint.ts')).runLint(context),
};
