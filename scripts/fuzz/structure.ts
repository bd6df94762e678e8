import { isDeepStrictEqual } from 'node:util';
import { engineRules } from '../../src/lib/lint/engine-rules.ts';
import { lintCatalog } from '../../src/lib/lint/lint-catalog.ts';
import { resolveConfig } from '../../src/lib/lint/resolve-config.ts';
import { renderPages } from '../../src/lib/emit/render-pages.ts';
import { buildCatalog } from '../../src/lib/model/build-catalog.ts';
import type { Catalog } from '../../src/lib/model/catalog.ts';
import type { Finding } from '../../src/lib/model/finding.ts';
import { readConfig } from '../../src/lib/read/config/read-config.ts';
import { buildDrafts } from '../../src/lib/read/drafts/build-drafts.ts';
import { collectDefinitions } from '../../src/lib/read/drafts/collect-definitions.ts';
import { rules } from '../../src/lib/rules/index.ts';
import { RuleFailure } from '../../src/lib/rules/run-rules.ts';
import { anyConfig, anyExports } from './any-definitions.ts';
import { createRandom } from './random.ts';
import type { FuzzTarget } from './fuzz-target.ts';
import { failuresOf, seededFuzzer, type CaseFailure } from './seeded-fuzzer.ts';

export const structureTarget: FuzzTarget = {
  name: 'structure',
  summary: 'definitions and configurations with anything at all in the place of any option: nothing throws, each mistake has a place, the same input gives the same',
  unit: 'schemas',
  start: async () => seededFuzzer(tryStructure),
};

/** One input, from definitions to pages. */
export function tryStructure(seed: number): readonly CaseFailure[] {
  return failuresOf(seed, () => judgeExports(() => anyExports(createRandom(seed)), () => anyConfig(createRandom(seed ^ 0x5bd1e995)), seed % 10 === 0));
}

/**
 * What does not hold of a file's exports, one line each.
 * @param make gives the same exports each time, of objects that nobody has looked at yet
 */
export function judgeExports(make: () => Readonly<Record<string, unknown>>, makeConfig: () => unknown, always: boolean): readonly string[] {
  const faults: string[] = [];
  const first = read(make());
  const second = read(make());
  if (!isDeepStrictEqual(first, second)) faults.push('The same definitions give something else the second time.');
  if (!isDeepStrictEqual(structuredClone(first.drafts), first.drafts)) faults.push('The drafts are not plain data.');
  const { catalog, findings } = buildCatalog(first.drafts);
  for (const finding of [...first.findings, ...findings]) faults.push(...faultsOf(finding));
  if (!isDeepStrictEqual(JSON.parse(JSON.stringify(catalog)), catalog)) faults.push('The catalog does not survive JSON.');
  faults.push(...judgeConfig(makeConfig(), catalog));
  if (always || first.findings.length + findings.length === 0) for (const [path, page] of renderPages(catalog)) if (typeof page !== 'string') faults.push(`The page ${path} is no text.`);
  return faults;
}

function read(exports: Readonly<Record<string, unknown>>) {
  return buildDrafts(collectDefinitions([{ file: 'schema/any.ts', exports, located: undefined }]), []);
}

function judgeConfig(exported: unknown, catalog: Catalog): readonly string[] {
  const placeOf = () => ({ file: 'polyref.config.ts', line: 1, column: 1 });
  const { config, findings } = readConfig(exported, placeOf, [...rules, ...engineRules], import.meta.dirname);
  try {
    lintCatalog(catalog, resolveConfig(config, placeOf, rules), { today: '2027-03-01' });
  } catch (error) {
    // A team's own rule that does not keep to its contract is reported so.
    if (!(error instanceof RuleFailure)) throw error;
  }
  return findings.flatMap(faultsOf);
}

/** A message that a reader can use: it has a place or a subject, and holds no trace of the program. */
function faultsOf({ rule, message, hint = '', location, address }: Finding): readonly string[] {
  const faults: string[] = [];
  if (location === undefined && address === undefined) faults.push(`${rule} has neither a place nor an address: ${message.slice(0, 200)}`);
  if (message.length > 3_000 || hint.length > 3_000) faults.push(`${rule} is ${message.length} characters long: ${message.slice(0, 200)}`);
  if (/\n\s+at |\[object |undefined is not|is not a function|Cannot read prop|Cannot destructure/.test(message)) faults.push(`${rule} shows the program: ${message.slice(0, 300)}`);
  return faults;
}
