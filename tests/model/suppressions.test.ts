import { expect, test } from 'vitest';
import { buildCatalog } from '../../src/lib/model/build-catalog.ts';
import type { Suppression } from '../../src/lib/model/suppression.ts';
import { at, collection, draftSchema, field, objects } from '../support/draft-schema.ts';

const suppression = (more: Partial<Suppression> = {}): Suppression => ({ rule: 'missing-owner', reason: 'It is going.', location: at('suppress'), ...more });

function said(...suppressions: readonly Suppression[]): readonly string[] {
  const { findings } = buildCatalog(draftSchema([collection('logs', [field('level', 'string')], { suppressions })]));
  return findings.map(({ rule, address, message, hint, location }) => `${address} ${location?.line} ${rule}: ${message} ${hint}`);
}

test('a suppression that says why is fine, with a day, an issue and a field', () => {
  expect(said(suppression(), suppression({ at: 'level', until: '2028-02-29', issue: 'ACME-7' }))).toEqual([]);
});

test('each mistake in one is told at its place', () => {
  expect(said(suppression({ reason: ' ' }))).toEqual(['mongodb.logs 8 missing-reason: The suppression of `missing-owner` in `mongodb.logs` has no reason. Say why it is tolerable, in a sentence.']);
  for (const until of ['2027-02-29', 'soon', '2027-3-1']) {
    expect(said(suppression({ until }))).toEqual([
      `mongodb.logs 8 bad-date: The suppression of \`missing-owner\` in \`mongodb.logs\` ends on \`${until}\`, which is no day. Write year, month and day, as in '2027-03-01'.`,
    ]);
  }
  expect(said(suppression({ at: 'levle' }))).toEqual([
    'mongodb.logs 8 unknown-field: The suppression of `missing-owner` in `mongodb.logs` names `levle`, and `mongodb.logs` has no such field. Did you mean `level`?',
  ]);
});

test('every kind of definition carries its own into the catalog, and its mistakes are found', () => {
  const location = at('x');
  const rest = { description: '', location, suppressions: [suppression()] };
  const schema = (more: Partial<Suppression>) => {
    const own = { ...rest, suppressions: [suppression(more)] };
    return draftSchema([objects('files', '{a}.txt', [field('a', 'string')], { domain: 'money', suppressions: [suppression({ at: 'a', ...more })] })], {
      system: { name: 'Shop', ...own },
      stores: [{ id: 's3', ...own }],
      domains: [{ name: 'money', ...own }],
      tombstones: [{ address: 'mongodb.gone', reason: 'Gone.', ...own }],
      processes: [{ name: 'Agent', reads: [], writes: [], deletes: [], copies: [], ...own }],
      claims: [{ sentence: 'So.', check: { kind: 'everyEntity', in: 's3', except: [] }, ...own }],
    });
  };
  const { catalog, findings } = buildCatalog(schema({}));
  expect(findings).toEqual([]);
  const holders = [catalog.system, ...catalog.stores, ...catalog.domains, ...catalog.entities, ...catalog.tombstones, ...catalog.processes, ...catalog.claims];
  // MongoDB is there for its tombstone alone, and nobody describes it.
  expect(holders.map((each) => each.suppressions?.length)).toEqual([1, undefined, 1, 1, 1, 1, 1, 1]);
  expect(buildCatalog(schema({ reason: '' })).findings.map((finding) => finding.message).sort()).toEqual([
    'The suppression of `missing-owner` in `mongodb.gone` has no reason.',
    'The suppression of `missing-owner` in `s3.files` has no reason.',
    'The suppression of `missing-owner` in the claim "So." has no reason.',
    'The suppression of `missing-owner` in the domain `money` has no reason.',
    'The suppression of `missing-owner` in the process "Agent" has no reason.',
    'The suppression of `missing-owner` in the store `s3` has no reason.',
    'The suppression of `missing-owner` in the system has no reason.',
  ]);
});
