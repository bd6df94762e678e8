import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { acceptChanges } from '../../src/lib/drift/changes/accept-changes.ts';
import { compareCatalogs } from '../../src/lib/drift/changes/compare-catalogs.ts';
import { engineRules } from '../../src/lib/lint/engine-rules.ts';
import type { Catalog } from '../../src/lib/model/catalog.ts';
import { readConfig } from '../../src/lib/read/config/read-config.ts';
import { locateFiles } from '../../src/lib/read/locate/locate-file.ts';
import { parseBaseline } from '../../src/lib/read/parse-baseline.ts';
import { parseCatalog } from '../../src/lib/read/parse-catalog.ts';
import { rules } from '../../src/lib/rules/index.ts';
import { mutateJson, mutateText } from './mutate-text.ts';
import { createRandom, type Random } from './random.ts';
import type { FuzzTarget } from './fuzz-target.ts';
import { failuresOf, seededFuzzer, type CaseFailure } from './seeded-fuzzer.ts';

export const bytesTarget: FuzzTarget = {
  name: 'bytes',
  summary: 'changed bytes of every file that is read (schema, configuration, baseline, catalog, acceptances): nothing throws, and what is refused says why',
  unit: 'files',
  start: async () => seededFuzzer(tryBytes),
};

export function tryBytes(seed: number): readonly CaseFailure[] {
  const random = createRandom(seed);
  const reader = random.pick(READER_NAMES);
  const text = inputFor(reader, random);
  return failuresOf(seed, () => READERS[reader](text), `${reader}: ${JSON.stringify(text.slice(0, 2_000))}`);
}

/** Reads a text as what it is said to be: what does not hold of the result, one line each. */
export const READERS = {
  schema: (text: string) => {
    const located = locateFiles([{ path: '/schema/any.ts', file: 'schema/any.ts', text }, OTHER], ['/schema/any.ts']).get('/schema/any.ts');
    return located === undefined ? ['The file is not there.'] : located.syntaxErrors.flatMap(({ message, at }) => (message === '' || at.line < 1 || at.column < 1 ? ['A syntax error has no place.'] : []));
  },
  config: (text: string) => {
    const { findings } = readConfig(jsonOrText(text), () => ({ file: 'polyref.config.ts', line: 1, column: 1 }), [...rules, ...engineRules], import.meta.dirname);
    return findings.flatMap(({ message }) => tooLong(message));
  },
  baseline: (text: string) => {
    const parsed = parseBaseline(text, 'polyref.baseline.json');
    return parsed.kind === 'unreadable' ? tooLong(parsed.finding.message) : parsed.baseline.entries.flatMap(({ location }) => (location.line < 1 ? ['An entry has no place.'] : []));
  },
  catalog: (text: string) => {
    const parsed = parseCatalog(text);
    if (parsed.problem !== undefined) return tooLong(parsed.problem);
    // Whoever gets a catalog relies on it.
    for (const [base, head] of [[parsed.catalog, samples().catalog], [samples().catalog, parsed.catalog]] as const) {
      for (const { message } of compareCatalogs(base, head)) if (typeof message !== 'string') return ['A change has no message.'];
    }
    return [];
  },
  accepted: (text: string) => {
    const { changes } = samples();
    const [accepted = '', baseAccepted = ''] = text.split('\f');
    return acceptChanges(changes, { accepted, baseAccepted }).findings.flatMap(({ message, location }) => [...tooLong(message), ...(location === undefined ? ['A finding has no place.'] : [])]);
  },
} satisfies Readonly<Record<string, (text: string) => readonly string[]>>;

export type ReaderName = keyof typeof READERS;
const READER_NAMES = Object.keys(READERS) as readonly ReaderName[];

const OTHER = { path: '/schema/other.ts', file: 'schema/other.ts', text: "import { any } from './any.ts';\nexport * from './any.ts';\nexport const other = [any, other];\n" };

function tooLong(message: string): readonly string[] {
  return message.length > 3_000 ? [`A message is ${message.length} characters long: ${message.slice(0, 200)}`] : [];
}

function jsonOrText(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function inputFor(reader: ReaderName, random: Random): string {
  const { texts, catalog } = samples();
  const sample = random.pick(texts[reader]);
  if (random.chance(0.02)) return '';
  if (reader === 'schema' || reader === 'accepted' || random.chance(0.3)) return mutateText(sample, texts[reader], random);
  return JSON.stringify(mutateJson(reader === 'catalog' ? catalog : JSON.parse(sample), random), undefined, random.below(3));
}

interface Samples {
  readonly texts: Readonly<Record<ReaderName, readonly string[]>>;
  readonly catalog: Catalog;
  readonly changes: ReturnType<typeof compareCatalogs>;
}

let known: Samples | undefined;

/** What the repository itself holds of each kind. */
function samples(): Samples {
  if (known !== undefined) return known;
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const read = (file: string) => readFileSync(`${root}/${file}`, 'utf8');
  const parsed = parseCatalog(read('public/catalog.json'));
  if (parsed.problem !== undefined) throw new Error(parsed.problem);
  const catalog = smaller(parsed.catalog);
  const changes = compareCatalogs(catalog, { ...catalog, entities: catalog.entities.slice(1), references: [], processes: [] });
  known = {
    catalog,
    changes,
    texts: {
      schema: globSync('schema/**/*.ts', { cwd: root }).sort().map(read),
      config: CONFIGS.map((each) => JSON.stringify(each)),
      baseline: [JSON.stringify({ baselineVersion: 1, coverage: { fields: 80 }, findings: [{ rule: 'missing-owner', address: 'mongodb.logs' }, { rule: 'short-name', address: 'mongodb.logs.a', count: 2 }] })],
      catalog: [JSON.stringify(catalog)],
      accepted: [changes.slice(0, 5).map(({ kind, address }) => `${kind} ${address}: It is right.`).join('\n'), '# A remark.\nentity-removed mongodb.logs: Gone.\f'],
    },
  };
  return known;
}

/** A few entities of each kind, and what refers to them. */
function smaller(catalog: Catalog): Catalog {
  const kinds = ['collection', 'table', 'objects'];
  const entities = kinds.flatMap((kind) => catalog.entities.filter((entity) => entity.kind === kind).slice(0, 3)).sort((a, b) => (a.address < b.address ? -1 : 1));
  const addresses = new Set(entities.map(({ address }) => address));
  const references = catalog.references.filter(({ from }) => addresses.has(from.entity));
  return { ...catalog, entities, references, processes: catalog.processes.slice(0, 2), claims: catalog.claims.slice(0, 3) };
}

const CONFIGS = [
  { kind: 'polyref.config', config: { rules: { 'missing-owner': 'error', 'unindexed-reference': ['warning', {}] }, ignore: [{ addresses: 'mongodb.*', reason: 'Old.', rules: ['missing-owner'] }], coverage: { min: { fields: 80 } }, docs: { url: 'https://docs.example.com/', repository: { url: 'https://github.com/acme/shop', branch: 'main' }, editLinks: true, sidebar: [{ label: 'More', items: ['guides/a', { label: 'Status', link: 'https://status.example.com/' }] }] } } },
  { kind: 'polyref.config', config: { rules: { '*': 'off' }, own: [{ kind: 'polyref.rule', id: 'acme', family: 'documentation', severity: 'note', statement: 'So.', why: 'So.', mend: 'So.', options: { limit: { default: 3, description: 'It.' } } }], coverage: { min: 50 } } },
];
