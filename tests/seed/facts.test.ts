import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { judgeClaims } from '../../src/lib/analysis/claims.ts';
import { REFERENCE_FOLDER } from '../../src/lib/model/page-path.ts';
import { buildCatalog } from '../../src/lib/model/build-catalog.ts';
import type { Catalog } from '../../src/lib/model/catalog.ts';
import type { Finding } from '../../src/lib/model/finding.ts';
import { loadSchema } from '../../src/lib/read/load-schema.ts';
import { renderPages } from '../../src/lib/emit/render-pages.ts';
import { SEED_FACTS } from './facts.ts';
import { missingInCatalog } from './find-in-catalog.ts';
import { pageLines } from './page-lines.ts';

let catalog: Catalog;
let findings: readonly Finding[];
let pages: ReadonlyMap<string, string>;

beforeAll(async () => {
  const read = await loadSchema(fileURLToPath(new URL('../../schema', import.meta.url)));
  const built = buildCatalog(read.drafts);
  catalog = built.catalog;
  findings = [...read.findings, ...built.findings];
  pages = renderPages(catalog);
});

test('the schema has no findings', () => {
  expect(findings).toEqual([]);
});

test('every claim holds', () => {
  expect(judgeClaims(catalog).filter((verdict) => !verdict.holds).map((verdict) => [verdict.claim.sentence, verdict.counterexamples])).toEqual([]);
});

test('no fact is listed twice', () => {
  const ids = SEED_FACTS.map((fact) => fact.id);
  expect([...new Set(ids)]).toEqual(ids);
});

describe('each fact of the page it replaces is in the catalog', () => {
  test.each(SEED_FACTS.map((fact) => [fact.id, fact] as const))('%s', (_, fact) => {
    expect(missingInCatalog(catalog, fact.inCatalog), fact.wording).toEqual([]);
  });
});

describe('each fact of the page it replaces is on the generated pages', () => {
  const probes = SEED_FACTS.flatMap((fact) => fact.onPages.map((probe) => [`${fact.id}: ${probe.page}`, fact.wording, probe] as const));
  test.each(probes)('%s', (_, wording, { page, together }) => {
    const mdx = pages.get(`${REFERENCE_FOLDER}/${page}`);
    expect(mdx, `${page} is generated`).toBeDefined();
    const words = together.map((word) => word.toLowerCase());
    const found = pageLines(mdx ?? '').some((line) => words.every((word) => line.toLowerCase().includes(word)));
    expect(found, `${page} shows ${together.map((word) => `"${word}"`).join(' and ')} together, for: ${wording}`).toBe(true);
  });
});

test('the diagram that the page promised is there, with every collection in it', () => {
  const [, fence = ''] = /```mermaid[^\n]*\n([\s\S]*?)```/.exec(pages.get(`${REFERENCE_FOLDER}/mongodb/index.mdx`) ?? '') ?? [];
  expect(fence).toMatch(/^erDiagram\n/);
  for (const { address, kind } of catalog.entities) if (kind === 'collection') expect(fence).toContain(`"${address}"`);
});

describe('nothing is documented without being described', () => {
  test('every entity and domain has a description, an owner, a lifetime and a tenancy', () => {
    const isBare = (value: unknown) => value === undefined || value === '';
    const bare = catalog.entities.filter((each) => [each.description, each.owner, each.domain, each.retention, each.tenancy].some(isBare));
    expect(bare.map((entity) => entity.address)).toEqual([]);
    expect(catalog.domains.filter((domain) => domain.description === '' || domain.owner === undefined).map((domain) => domain.name)).toEqual([]);
    expect(catalog.stores.filter((store) => store.description === '').map((store) => store.id)).toEqual([]);
  });

  test('every reference that the application keeps says by what, and what happens when its target goes', () => {
    const silent = catalog.references.filter(({ enforcement: by }) => by.by === 'application' && (by.keptBy === undefined || by.whenTargetGoes === undefined));
    expect(silent.map((reference) => reference.id)).toEqual([]);
  });

  test('every reference that the application keeps is kept by a process that is described', () => {
    const names = catalog.processes.map((process) => process.name);
    const keepers = catalog.references.flatMap(({ id, enforcement: by }) => (by.by === 'application' ? [{ id, keptBy: by.keptBy ?? '' }] : []));
    expect(keepers.filter(({ keptBy }) => !names.includes(keptBy))).toEqual([]);
  });
});
