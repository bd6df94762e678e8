import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { layOut, parseErDiagram, type Cardinality, type Graph } from '../../src/lib/diagram/index.ts';
import { checkGeometry } from './check-geometry.ts';

const CARDINALITIES: readonly Cardinality[] = ['zero-or-one', 'exactly-one', 'zero-or-more', 'one-or-more'];
const text = (maxLength: number): fc.Arbitrary<string> => fc.oneof(fc.stringMatching(/^[a-z][A-Za-z0-9_]{0,14}$/), fc.string({ unit: 'grapheme', minLength: 1, maxLength }));

const graphs: fc.Arbitrary<Graph> = fc.integer({ min: 1, max: 14 }).chain((size) => fc.record({
  entities: fc.tuple(...Array.from({ length: size }, (_, index) => fc.record({
    id: fc.constant(`s.e${index}`),
    name: text(60),
    store: fc.constantFrom('mongodb', 'postgresql', 's3', 'redis'),
    focus: fc.boolean(),
    kind: fc.constant('entity' as const),
    fields: fc.array(fc.record({ name: text(80), type: text(30), keys: fc.subarray(['PK', 'FK', 'UK']) }), { maxLength: 16 }),
  }))),
  relations: fc.array(fc.record({
    ends: fc.tuple(fc.nat(size - 1), fc.nat(size - 1), fc.nat(20), fc.nat(20)),
    cardinalities: fc.tuple(fc.constantFrom(...CARDINALITIES), fc.constantFrom(...CARDINALITIES)),
    enforced: fc.boolean(),
    label: fc.option(text(30), { nil: undefined }),
  }), { maxLength: size * 2 }),
}).map(({ entities, relations }): Graph => ({
  entities,
  relations: relations.map(({ ends: [from, to, a, b], cardinalities, enforced, label }) => {
    const end = (entity: number, field: number, cardinality: Cardinality) => ({ entity, ...(field < (entities[entity]?.fields.length ?? 0) ? { field } : {}), cardinality });
    return { from: end(from, a, cardinalities[0]), to: end(to, b, cardinalities[1]), enforced, namesFields: true, ...(label === undefined ? {} : { label }) };
  }),
})));

test('no graph gives a drawing with a fault', async () => {
  await fc.assert(fc.asyncProperty(graphs, async (graph) => {
    expect(checkGeometry(await layOut(graph))).toEqual([]);
  }), { numRuns: 60, seed: 20261123 });
}, 120_000);

test('the check sees a fault where there is one', async () => {
  const layout = await layOutText('erDiagram\n  a { string x }\n  b { string id }\n  a }o--|| b : "x → id"');
  const [first, second] = layout.boxes;
  if (first === undefined || second === undefined) throw new Error('Two boxes were expected.');
  expect(checkGeometry({ ...layout, boxes: [first, { ...second, x: first.x + 20, y: first.y }] })).toEqual(expect.arrayContaining(['boxes 0 and 1 overlap', 'a foot does not touch box 1']));
  expect(checkGeometry({ ...layout, boxes: [{ ...first, width: first.width - 80 }, second] })).toContain('text leaves its row in box 0: x');
});

async function layOutText(source: string) {
  return layOut(await parseErDiagram(source));
}

test('a line tells who keeps its reference, also in a part that nothing joins with the others', async () => {
  const entity = (id: string, store: string) => ({ id, name: id, store, focus: false, kind: 'entity' as const, fields: [{ name: 'key', type: 'string', keys: [] }] });
  const relation = (from: number, to: number) => ({ from: { entity: from, field: 0, cardinality: 'zero-or-more' as const }, to: { entity: to, field: 0, cardinality: 'exactly-one' as const }, enforced: false, namesFields: true });
  const { lines } = await layOut({ entities: [entity('a', 'mongodb'), entity('b', 'postgresql'), entity('c', 'mongodb'), entity('files', 's3')], relations: [relation(0, 1), relation(2, 3)] });
  expect(lines.map(({ style, branches }) => [branches[0]?.relation, style])).toEqual([[0, 'application'], [1, 'objects']]);
});

describe('layouts', () => {
  test('the overview of a real system fits its page', async () => {
    const layout = await layOutText(readFileSync(new URL('overview.mmd', import.meta.url), 'utf8'));
    expect(checkGeometry(layout)).toEqual([]);
    expect(layout.width).toBeLessThanOrEqual(1150);
    expect(layout.height).toBeLessThanOrEqual(1400);
  });

  test('entities that nothing joins are packed, not strung out', async () => {
    const layout = await layOutText(`erDiagram\n${Array.from({ length: 24 }, (_, index) => `  e${index} { string name }`).join('\n')}`);
    expect(checkGeometry(layout)).toEqual([]);
    expect(layout.width / layout.height).toBeGreaterThan(0.8);
    expect(layout.width / layout.height).toBeLessThan(4);
  });

  test('sixty lines into one row arrive together, with one foot', async () => {
    const sources = Array.from({ length: 60 }, (_, index) => `  e${index} { string id FK }\n  e${index} }o..|| hub : "id → id"`);
    const layout = await layOutText(`erDiagram\n  hub { string id PK }\n${sources.join('\n')}`);
    expect(checkGeometry(layout)).toEqual([]);
    expect(layout.lines.length).toBeLessThanOrEqual(2);
    expect(layout.lines.flatMap((line) => line.feet).filter((foot) => foot.entity === 0).length).toBe(layout.lines.length);
  });

  test('a hundred entities', async () => {
    const lines = Array.from({ length: 100 }, (_, index) => `  e${index} { string id PK\n string other FK }\n  e${index} }o--|| e${(index * 7 + 3) % 100} : "other → id"`);
    const layout = await layOutText(`erDiagram\n${lines.join('\n')}`);
    expect(checkGeometry(layout)).toEqual([]);
  }, 30_000);

  test('lines of different styles or signs into one row keep apart', async () => {
    const layout = await layOutText(`erDiagram
  a { string x }
  b { string x }
  c { string x }
  t { string id PK }
  a }o--|| t : "x → id"
  b }o..|| t : "x → id"
  c }o..o| t : "x → id"`);
    expect(checkGeometry(layout)).toEqual([]);
    expect(layout.lines).toHaveLength(3);
  });

  test('lines to an object store are dotted, those of the database solid, those of the application dashed', async () => {
    const layout = await layOutText(`erDiagram
  "a":::mongodb
  "b":::s3
  "c":::postgresql
  "a" }o..|| "b" : "x → key"
  "a" }o..|| "c" : "x → id"
  "c" }o--|| "c" : "y → id"`);
    expect(layout.lines.map((line) => line.style).sort()).toEqual(['application', 'database', 'objects']);
  });

  test('a box of more than twelve rows keeps its key and the rows that take part', async () => {
    const fields = Array.from({ length: 20 }, (_, index) => `    string f${index}${index === 3 ? ' PK' : ''}`);
    const layout = await layOutText(`erDiagram\n  a {\n${fields.join('\n')}\n  }\n  b { string id }\n  a }o--|| b : "f17 → id"`);
    expect(layout.boxes[0]?.rows.map((row) => row.lines.join(''))).toEqual(['f3', 'f17', '+ 18 more']);
    expect((await layOutText(`erDiagram\n  a {\n${fields.slice(0, 12).join('\n')}\n  }`)).boxes[0]?.rows).toHaveLength(12);
  });

  test('key templates wrap after a slash', async () => {
    const layout = await layOutText('erDiagram\n  "s3.x"["x"]:::s3 {\n    template key "{tenantId}/activity-outputs/{activityId}/{refId}.{ext}"\n  }');
    expect(layout.boxes[0]?.rows[0]?.lines).toEqual(['{tenantId}/activity-outputs/', '{activityId}/{refId}.{ext}']);
  });
});
