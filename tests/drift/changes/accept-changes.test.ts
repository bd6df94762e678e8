import * as z from 'zod';
import { expect, test } from 'vitest';
import { collection, expires, objectId } from '../../../src/lib/dsl/index.ts';
import { acceptanceLine } from '../../../src/lib/drift/changes/accept-changes.ts';
import { review } from '../../../src/lib/pipeline/review.ts';
import { catalogFrom } from '../../rules/catalog-from.ts';

const events = (length: '90 days' | '30 days', fields: Readonly<Record<string, z.ZodType>> = {}) =>
  catalogFrom(collection('events', { document: z.object({ _id: objectId(), at: z.date(), ...fields }), retention: expires(length, { after: 'at' }) }));
const [base, head] = [events('90 days', { note: z.string().optional() }), events('30 days')];

function reviewed(accepted: string, baseAccepted = '') {
  const { findings, accepted: excused, changes } = review({ base, head, accepted, baseAccepted });
  return {
    counts: changes.length,
    open: findings.filter((finding) => finding.location?.file !== 'polyref.accepted.txt').map((finding) => `${finding.severity} ${finding.rule}`),
    wrong: findings.flatMap(({ rule, message, hint, location }) => (location?.file === 'polyref.accepted.txt' ? [`${location.line}:${location.column} ${rule}: ${message} ${hint}`] : [])),
    accepted: excused.map(({ finding, excuse }) => [finding.rule, excuse]),
  };
}

test('a line with a reason accepts one change', () => {
  expect(reviewed('# Asked support on Monday.\n\nretention-shortened mongodb.events: Nobody reads older ones: asked.\n')).toEqual({
    counts: 2,
    open: ['warning field-removed'],
    wrong: [],
    accepted: [['retention-shortened', { kind: 'acceptance', reason: 'Nobody reads older ones: asked.', location: { file: 'polyref.accepted.txt', line: 3, column: 1 } }]],
  });
});

test('the line that the report offers is such a line', () => {
  const [change] = review({ base, head }).changes;
  expect(acceptanceLine(change!)).toBe('retention-shortened mongodb.events: ');
  expect(reviewed(`${acceptanceLine(change!)}Why.`).wrong).toEqual([]);
});

test('a line that stands in the base accepts nothing, and is an error', () => {
  expect(reviewed('retention-shortened mongodb.events: Nobody reads older ones.\n', 'retention-shortened mongodb.events: Nobody reads older ones.\n')).toMatchObject({
    open: ['error retention-shortened', 'warning field-removed'],
    wrong: ['1:1 acceptance-outdated: `retention-shortened mongodb.events: Nobody reads older ones.` stands in the base already: what it accepted is done, and it accepts nothing more. Remove the line; what is new needs a line of its own.'],
    accepted: [],
  });
});

test('lines that accept nothing say why', () => {
  expect(
    reviewed(
      ['retention-shortened mongodb.events:', '  retention-shortend mongodb.events: Why.', 'retention-shortened mongodb.event: Why.', 'ttl-added mongodb.events: Why.', 'I accept it all.', 'field-removed mongodb.events.note: a', 'field-removed mongodb.events.note: b'].join('\r\n'),
    ).wrong,
  ).toEqual([
    '1:1 missing-reason: The acceptance of `retention-shortened mongodb.events` has no reason. Say why, in a sentence, behind the colon.',
    '2:3 bad-acceptance: `retention-shortend` is not a kind of change. Did you mean `retention-shortened`?',
    '3:1 acceptance-unused: There is no change `retention-shortened mongodb.event` to accept. Did you mean `mongodb.events`?',
    '4:1 acceptance-unused: There is no change `ttl-added mongodb.events` to accept. Remove the line: what it accepted is in the base by now, or was taken back.',
    '5:1 bad-acceptance: `I accept it all.` accepts no change. Write `retention-shortened mongodb.event_logs: why that is right`.',
    '7:1 acceptance-twice: `field-removed mongodb.events.note` is accepted twice. Take one of the two lines out.',
  ]);
});

test('a change tells in one finding what is different, what that does, and what to do', () => {
  expect(review({ base, head }).findings[0]).toEqual({
    rule: 'retention-shortened',
    severity: 'error',
    address: 'mongodb.events',
    entity: 'mongodb.events',
    message: '`mongodb.events` expires after 30 days instead of 90 days. MongoDB deletes every document whose `at` lies more than 30 days back within minutes of the deployment, whatever was promised when it was written.',
    hint: 'Before merging: Count the documents older than 30 days, and copy what anybody still needs of them first: it cannot be undone.',
    location: { file: 'schema/test.ts', line: 1, column: 1 },
  });
});
