import fc from 'fast-check';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { renderSyntheticSchema } from '../../scripts/bench/synthetic-schema.ts';
import { buildCatalog, loadSchema, type Catalog } from '../../src/lib/index.ts';
import { compareCatalogs } from '../../src/lib/drift/changes/compare-catalogs.ts';
import { temporaryFolder } from '../disk/temporary-folder.ts';
import { put } from '../cli/run-polyref.ts';
import { MUTATIONS } from '../drift/changes/mutations.ts';
import { anySchema } from './any-schema.ts';
import { catalogFrom } from '../rules/catalog-from.ts';

/** The schema of the bench, read once for all tests of this file. */
async function readSynthetic(): Promise<Catalog> {
  const folder = await temporaryFolder();
  await put(folder, Object.fromEntries(renderSyntheticSchema(1000)));
  return buildCatalog((await loadSchema(join(folder, 'schema'))).drafts).catalog;
}

let reading: Promise<Catalog> | undefined;
const syntheticCatalog = () => (reading ??= readSynthetic());

test('a catalog is no different from itself, nor from itself after a journey through JSON', async () => {
  const synthetic = await syntheticCatalog();
  expect(synthetic.entities).toHaveLength(1000);
  expect(compareCatalogs(synthetic, synthetic)).toEqual([]);
  expect(compareCatalogs(JSON.parse(JSON.stringify(synthetic)), synthetic)).toEqual([]);
  fc.assert(
    fc.property(anySchema, (definitions) => {
      const catalog = catalogFrom(...definitions);
      expect(compareCatalogs(catalog, catalog)).toEqual([]);
    }),
    { numRuns: 40 },
  );
});

test('of any two catalogs the same addresses are named both ways, and nothing throws', () => {
  fc.assert(
    fc.property(anySchema, anySchema, (one, other) => {
      const [a, b] = [catalogFrom(...one), catalogFrom(...other)];
      const addresses = (from: Catalog, to: Catalog) => [...new Set(compareCatalogs(from, to).flatMap(({ address, was }) => [address, ...(was === undefined ? [] : [was])]))].sort();
      expect(addresses(b, a)).toEqual(addresses(a, b));
      expect(compareCatalogs(a, b).filter(({ level, effect, todo }) => effect === '' || (level !== 'safe' && todo === ''))).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

test('every mutation of a thousand entities is reported, and nothing else', async () => {
  const synthetic = await syntheticCatalog();
  const mutation = fc.record({ entity: fc.nat({ max: 999 }), mutation: fc.nat({ max: MUTATIONS.length - 1 }) });
  fc.assert(
    fc.property(fc.uniqueArray(mutation, { maxLength: 30, selector: ({ entity, mutation }) => `${entity} ${mutation}` }), (sequence) => {
      const entities = [...synthetic.entities];
      const expected: string[] = [];
      for (const { entity: at, mutation } of sequence) {
        const { kind, apply, expected: said } = MUTATIONS[mutation]!;
        const entity = entities[at]!;
        if (kind !== 'any' && kind !== entity.kind) continue;
        entities[at] = apply(entity);
        expected.push(said(entity.address));
      }
      const changes = compareCatalogs(synthetic, { ...synthetic, entities }).map(({ level, kind, address }) => `${level} ${kind} ${address}`);
      expect([...changes].sort()).toEqual(expected.sort());
    }),
    { numRuns: 20 },
  );
});
