import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildCatalog } from '../../src/lib/model/build-catalog.ts';
import type { Drafts, EntityDraft } from '../../src/lib/model/draft.ts';
import type { Finding } from '../../src/lib/model/finding.ts';
import { loadSchema } from '../../src/lib/read/load-schema.ts';
import { rules } from '../../src/lib/rules/index.ts';
import { runRules } from '../../src/lib/rules/run-rules.ts';
import { addressOf, MUTATIONS, type Mutable, type Mutation, type Pick } from './mutations.ts';

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

/** The findings that a mutation brings, and the addresses of what it changed. */
function newFindings({ mutate }: Mutation, seed: number): { readonly findings: readonly Finding[]; readonly touched: readonly string[] } {
  const mutant = structuredClone(drafts) as Mutable<Drafts>;
  const numbers = fc.sample(fc.nat(), { seed, numRuns: 8 }).values();
  const pick: Pick = (candidates) => {
    if (candidates.length === 0) throw new Error('There is no place for this mutation.');
    return candidates[numbers.next().value! % candidates.length]!;
  };
  mutate(mutant, pick);
  const findings = lint(mutant).filter((finding) => !before.has(said(finding)));
  return { findings, touched: [...touchedIn(drafts.entities, mutant.entities, namesOf), ...touchedIn(drafts.processes, mutant.processes, ({ name }) => [`process:${name}`]), ...touchedIn(drafts.claims, mutant.claims, ({ sentence }) => [`claim:${sentence}`]), ...touchedIn(drafts.tombstones, mutant.tombstones, ({ address }) => [address])] };
}

/** An address, and the bucket that a family shares with others. */
function namesOf(entity: EntityDraft): readonly string[] {
  return [addressOf(entity), ...(entity.kind === 'objects' ? [entity.bucket] : [])];
}

/** Names of what is not as it was, and of what it no longer names. */
function touchedIn<Item>(before: readonly Item[], after: readonly Item[], names: (item: Item) => readonly string[]): readonly string[] {
  return after.flatMap((item, index) => {
    const [was, is] = [JSON.stringify(before[index] ?? {}), JSON.stringify(item)];
    return was === is ? [] : [...names(item), ...drafts.entities.map(addressOf).filter((address) => was.includes(`"${address}"`) && !is.includes(`"${address}"`))];
  });
}

/** Is it about one of these: found there, or named in what is said? */
function isAbout({ address = '', message }: Finding, touched: readonly string[]): boolean {
  return touched.some((each) => address === each || address.startsWith(`${each}.`) || message.includes(`\`${each}\``) || message.includes(`\`${each}.`) || (each.startsWith('process:') && message.includes(`“${each.slice('process:'.length)}”`)));
}

describe('a clean schema that is broken in one place', () => {
  test.each(MUTATIONS.map((mutation) => [mutation.name, mutation] as const))('%s', (_, mutation) => {
    for (let place = 0; place < PLACES; place += 1) {
      const { findings, touched } = newFindings(mutation, SEED + place);
      expect(findings.filter((finding) => isAbout(finding, touched)).map(({ rule }) => rule)).toContain(mutation.rule);
      expect(findings.filter((finding) => !isAbout(finding, touched)).map(said)).toEqual([]);
      expect(findings.filter(({ rule }) => rule !== mutation.rule && mutation.also?.includes(rule) !== true).map(said)).toEqual([]);
    }
  });
});

test('every rule that looks at the schema is tried', () => {
  const tried = new Set(MUTATIONS.map(({ rule }) => rule));
  expect(rules.map(({ id }) => id).filter((id) => !tried.has(id))).toEqual([]);
});
