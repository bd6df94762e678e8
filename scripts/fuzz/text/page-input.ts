import { fileURLToPath } from 'node:url';
import { lint } from '../../../src/lib/index.ts';
import type { Change } from '../../../src/lib/model/change.ts';
import type { PageInput } from './slots.ts';

/** A system that uses every word of the schema language, with what the rules say of it and a short history. */
export async function loadPageInput(): Promise<PageInput> {
  const linted = await lint({ schemaDir: fileURLToPath(new URL('../../../tests/fixtures/kitchen-sink/schema', import.meta.url)) });
  if (linted.kind !== 'linted') throw new Error(linted.findings.map(({ message }) => message).join('\n'));
  const { catalog, findings, suppressed, rules } = linted;
  const change = (level: Change['level']): Change => ({
    kind: 'index-removed', level, address: 'mongodb.orders', message: `A ${level} change.`, effect: `What it does (${level}).`, todo: 'What to do.', affected: { entities: [], processes: [], owners: [] },
  });
  // A page for each of 70 rules would be most of the work, and all of them are made alike.
  const some = rules.slice(0, 3).map((rule) => ({ ...rule, example: 'An example.', suppress: 'How to.', options: { ignore: { default: 3, description: 'What to leave out.' } } }));
  return {
    catalog,
    review: { findings, suppressed: [...suppressed, ...EXCUSES.flatMap((excuse) => findings.slice(0, 1).map((finding) => ({ finding, excuse })))], rules: some },
    changelog: {
      asked: 20,
      entries: [
        { date: '2027-03-01', commit: '0f0f0f0', subject: 'Take an index away', content: { kind: 'changes', changes: [change('breaking'), change('dangerous'), change('safe')] } },
        { date: '2027-02-01', commit: '1f1f1f1', subject: 'Break the catalog', content: { kind: 'unreadable', problem: 'it is no catalog' } },
        { date: '2027-01-01', commit: '2f2f2f2', subject: 'Begin', content: { kind: 'begin', entities: 3 } },
      ],
    },
  };
}

const EXCUSES = [
  { kind: 'definition', reason: 'It is on purpose.', until: '2030-01-01', issue: 'ISSUE-1', location: { file: 'schema/excuse.ts', line: 1, column: 1 } },
  { kind: 'configuration', reason: 'It was configured.' },
  { kind: 'acceptance', reason: 'It was accepted.', location: { file: 'schema/accept.ts', line: 1, column: 1 } },
] as const;
