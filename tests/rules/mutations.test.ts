import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildCatalog } from '../../src/lib/model/build-catalog.ts';
import type { Drafts } from '../../src/lib/model/draft.ts';
import type { Finding } from '../../src/lib/model/finding.ts';
import { loadSchema } from '../../src/lib/read/load-schema.ts';
import { rules } from '../../src/lib/rules/index.ts';
import { runRules } from '../../src/lib/rules/run-rules.ts';
import { MUTATIONS, type Mutable, type Mutation, type Pick } from './mutations.ts';

/** So many places of each mutation, always the same ones. */
const PLACES = 4;
const SEED = 20_261_124;

const { drafts } = await loadSchema(fileURLToPath(new URL('../../schema', import.meta.url)));

function lint(mutant: Drafts): readonly Finding[] {
  const { catalog, findings } = buildCatalog(mutant);
  // What stops the reading would be no work for a rule.
  expect(findings).toEqual([]);
  return runRules(catalog, rules.map((rule) => ({ rule })));
}

const said = ({ rule, address, message }: Finding) => `${rule} at ${address}: ${message}`;
const before = new Set(lint(drafts).map(said));

/** The findings that a mutation brings. */
function newFindings({ mutate }: Mutation, seed: number): readonly Finding[] {
  const mutant = structuredClone(drafts) as Mutable<Drafts>;
  const numbers = fc.sample(fc.nat(), { seed, numRuns: 8 }).values();
  const pick: Pick = (candidates) => {
    if (candidates.length === 0) throw new Error('There is no place for this mutation.');
    return candidates[numbers.next().value! % candidates.length]!;
  };
  mutate(mutant, pick);
  return lint(mutant).filter((finding) => !before.has(said(finding)));
}

describe('a clean schema that is broken in one place', () => {
  test.each(MUTATIONS.map((mutation) => [mutation.name, mutation] as const))('%s', (_, mutation) => {
    for (let place = 0; place < PLACES; place += 1) {
      const findings = newFindings(mutation, SEED + place);
      expect(findings.map(({ rule }) => rule)).toContain(mutation.rule);
      expect(findings.filter(({ rule }) => rule !== mutation.rule && mutation.also?.includes(rule) !== true).map(said)).toEqual([]);
    }
  });
});

test('every rule that looks at the schema is tried', () => {
  const tried = new Set(MUTATIONS.map(({ rule }) => rule));
  expect(rules.map(({ id }) => id).filter((id) => !tried.has(id))).toEqual([]);
});
