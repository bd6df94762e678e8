import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ACCEPTED_FILE, acceptanceLine, parseCatalog, review } from '../../src/lib/index.ts';
import { locateFiles } from '../../src/lib/read/locate/locate-file.ts';
import { parseBaseline } from '../../src/lib/read/parse-baseline.ts';
import type { FuzzTarget } from './fuzz-target.ts';
import { mutateJson, mutateText } from './mutate.ts';
import { createRandom, type Random } from './random.ts';
import { seededFuzzer, type CaseFailure } from './seeded-fuzzer.ts';

/** Files that a team commits, with bytes and values changed at random, through whatever reads them. */
export const bytesTarget: FuzzTarget = {
  name: 'bytes',
  summary: 'files of a team with damaged bytes (definitions, baseline, catalog.json, acceptances): whatever reads them says what is wrong, and never throws',
  unit: 'files',
  start: async () => seededFuzzer(tryBytes),
};

/** One damaged file. */
export function tryBytes(seed: number): readonly CaseFailure[] {
  const random = createRandom(seed);
  const { name, make, read } = random.pick(READERS);
  const text = make(random);
  try {
    read(text);
    return [];
  } catch (error) {
    return [{ seed, input: `${name}: ${JSON.stringify(text.length > 2_000 ? `${text.slice(0, 2_000)}…` : text)}`, message: `It throws: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}` }];
  }
}

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const CATALOG_TEXT = readFileSync(`${ROOT}public/catalog.json`, 'utf8');
const CATALOG_VALUE: unknown = JSON.parse(CATALOG_TEXT);
const DEFINITIONS = readdirSync(`${ROOT}schema`, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts')).sort().map((path) => readFileSync(`${ROOT}schema/${path}`, 'utf8'));
const BASELINE = { baselineVersion: 1, findings: [{ rule: 'missing-owner', address: 'mongodb.skills', count: 2 }, { rule: 'missing-description', address: 'system', count: 1 }], coverage: { fields: 80, owners: 12.5 } };

interface Reader {
  readonly name: string;
  readonly make: (random: Random) => string;
  readonly read: (text: string) => void;
}

const READERS: readonly Reader[] = [
  {
    name: 'definition',
    make: (random) => mutateText(random, random.pick(DEFINITIONS)),
    read: (text) => void locateFiles([{ path: '/schema/any.ts', file: 'schema/any.ts', text }], ['/schema/any.ts']),
  },
  {
    name: 'baseline',
    make: (random) => (random.chance(0.3) ? mutateText(random, JSON.stringify(BASELINE, null, 2)) : JSON.stringify(mutateJson(random, BASELINE))),
    read: (text) => void parseBaseline(text, 'polyref.baseline.json'),
  },
  {
    name: 'catalog.json',
    make: (random) => (random.chance(0.2) ? mutateText(random, CATALOG_TEXT) : JSON.stringify(mutateJson(random, CATALOG_VALUE))),
    read(text) {
      const parsed = parseCatalog(text);
      if (parsed.problem === undefined) review({ base: parsed.catalog, head: shipped(), accepted: '' });
    },
  },
  {
    name: ACCEPTED_FILE,
    make: (random) => mutateText(random, accepted()),
    read: (text) => void review({ ...changed(), accepted: text, baseAccepted: accepted() }),
  },
];

function shipped() {
  const parsed = parseCatalog(CATALOG_TEXT);
  if (parsed.problem !== undefined) throw new Error(`The committed catalog cannot be read: ${parsed.problem}.`);
  return parsed.catalog;
}

/** The shipped system, and the same without its first entities. */
function changed() {
  const base = shipped();
  return { base, head: { ...base, entities: base.entities.slice(3), references: base.references.filter(({ from }) => base.entities.slice(3).some(({ address }) => address === from.entity)) } };
}

function accepted(): string {
  return review(changed()).changes.map((change) => acceptanceLine(change)).join('\n');
}
