import { describe, expect, test } from 'vitest';
import { describeRelations, DiagramError, isErDiagram, parseErDiagram } from '../../src/lib/diagram/index.ts';

async function errorOf(text: string): Promise<DiagramError> {
  const error: unknown = await parseErDiagram(text).catch((thrown: unknown) => thrown);
  if (!(error instanceof DiagramError)) throw new Error('The text was read, or failed in another way.');
  return error;
}

describe('generated text', () => {
  test('ids, shown names, stores and focus', async () => {
    const { entities } = await parseErDiagram('erDiagram\n  "mongodb.skills"["skills"]:::mongodb,focus\n  "postgresql.*"["any PostgreSQL table"]:::postgresql');
    expect(entities).toEqual([
      { id: 'mongodb.skills', name: 'skills', store: 'mongodb', focus: true, kind: 'entity', fields: [] },
      { id: 'postgresql.*', name: 'any PostgreSQL table', store: 'postgresql', focus: false, kind: 'any', fields: [] },
    ]);
  });

  test('comments give back what the syntax could not hold', async () => {
    const { entities } = await parseErDiagram(`erDiagram
  "a.b"["b"]:::mongodb {
    ObjectId _id PK
    string meta_ownerId FK,UK "meta.ownerId"
    enum status "status : 'a' | #quot;b#quot;"
    string field "…"
    string note "said by the author"
    template key "{tenantId}/x/{id}.md"
  }`);
    expect(entities[0]?.fields).toEqual([
      { name: '_id', type: 'ObjectId', keys: ['PK'] },
      { name: 'meta.ownerId', type: 'string', keys: ['FK', 'UK'] },
      { name: 'status', type: '\'a\' | "b"', keys: [] },
      { name: '…', type: 'string', keys: [] },
      { name: 'note', type: 'string', keys: [], comment: 'said by the author' },
      { name: 'key', type: 'template', keys: [], template: '{tenantId}/x/{id}.md' },
    ]);
  });

  test('labels name the rows, and a note after a dot', async () => {
    const { relations } = await parseErDiagram(`erDiagram
  "a"["a"] { string x_y "x.y" }
  "b"["b"] { string z }
  "a" }o..o| "b" : "x.y → z · when #quot;p#quot;"`);
    expect(relations).toEqual([{
      from: { entity: 0, path: 'x.y', field: 0, cardinality: 'zero-or-more' },
      to: { entity: 1, path: 'z', field: 0, cardinality: 'zero-or-one' },
      enforced: false, namesFields: true, label: 'when "p"',
    }]);
  });

  test('a separator inside a name, written as an entity code, is part of the name', async () => {
    const { relations } = await parseErDiagram('erDiagram\n  "a" }o--|| "b" : "x #8594; y → z #183; w"');
    expect(relations[0]?.from.path).toBe('x → y');
    expect(relations[0]?.to.path).toBe('z · w');
    expect(relations[0]?.label).toBeUndefined();
  });
});

describe('hand-written text', () => {
  test('every way to write a relation', async () => {
    const graph = await parseErDiagram(`erDiagram
  A ||--o{ B : "symbols"
  A |o..|| B : x
  A }|--|{ B : ""
  A one or zero to many(1) B : words
  A only one optionally to zero or more B : words
  A 1 to 1+ B : numbers
  A u--o{ B : parent`);
    expect(graph.relations.map(({ from, to, enforced, label }) => [from.cardinality, enforced ? '--' : '..', to.cardinality, label])).toEqual([
      ['exactly-one', '--', 'zero-or-more', 'symbols'],
      ['zero-or-one', '..', 'exactly-one', 'x'],
      ['one-or-more', '--', 'one-or-more', undefined],
      ['zero-or-one', '--', 'one-or-more', 'words'],
      ['exactly-one', '..', 'zero-or-more', 'words'],
      ['exactly-one', '--', 'one-or-more', 'numbers'],
      ['exactly-one', '--', 'zero-or-more', 'parent'],
    ]);
  });

  test('a label that is the name of a field says where the line starts', async () => {
    const { relations } = await parseErDiagram('erDiagram\n  a { string s3Key }\n  a ||..|| b : "s3Key"');
    expect(relations[0]).toMatchObject({ from: { field: 0, path: 's3Key' }, namesFields: false });
    expect(relations[0]?.label).toBeUndefined();
  });

  test('front matter, directives, comments, titles, styles, groups and directions', async () => {
    const graph = await parseErDiagram(`---
title: "Of shops"
config:
  theme: dark
---
%%{init: {"theme": "forest"}}%%
erDiagram
  %% a remark
  direction LR
  accTitle: Shops
  accDescr {
    Who buys
    what
  }
  subgraph group
    A
  end
  B[Buyer] { type~x~ t }
  class A focus
  classDef loud fill:#f00,color:#fff;
  style A fill:#eee;
`);
    expect(graph).toEqual({
      title: 'Shops',
      description: 'Who buys what',
      entities: [
        { id: 'A', name: 'A', focus: true, kind: 'entity', fields: [] },
        { id: 'B', name: 'Buyer', focus: false, kind: 'entity', fields: [{ name: 't', type: 'type<x>', keys: [] }] },
      ],
      relations: [],
    });
  });

  test('entity codes become their characters; a code that nobody knows stays', async () => {
    const { entities } = await parseErDiagram('erDiagram\n  a["#quot;#35;#x41;#lt;b#gt;#nonsense;#0;"]');
    expect(entities[0]?.name).toBe('"#A<b>#nonsense;#0;');
  });

  test('texts read at the same time do not mix', async () => {
    const graphs = await Promise.all(['a', 'b', 'c', 'd'].map((name) => parseErDiagram(`erDiagram\n  ${name}1 ||--o{ ${name}2 : x`)));
    expect(graphs.map((graph) => graph.entities.map((entity) => entity.name))).toEqual([['a1', 'a2'], ['b1', 'b2'], ['c1', 'c2'], ['d1', 'd2']]);
  });
});

describe('errors', () => {
  test('say which line, counted in the whole text', async () => {
    const error = await errorOf('---\ntitle: x\n---\n\nerDiagram\n  a {\n    string\n  }\n');
    expect(error.line).toBe(8);
    expect(error.message).toBe('Parse error on line 8:\n...  a {    string  }\n--------------------^\nExpecting \'ATTRIBUTE_WORD\', \'?\', got \'BLOCK_STOP\'');
  });

  test('a relation without its label', async () => {
    expect((await errorOf('erDiagram\n a ||--o{ b')).line).toBe(2);
  });

  test('another kind of diagram', async () => {
    expect((await errorOf('\nflowchart LR\n a --> b')).message).toBe('The text is not an erDiagram: its first word must be `erDiagram`.');
    expect(isErDiagram('flowchart LR')).toBe(false);
    expect(isErDiagram('---\ntitle: x\n---\n%% remark\n\n  erDiagram')).toBe(true);
  });

  test('a text after an error is read as if nothing had happened', async () => {
    await errorOf('erDiagram\n a "x');
    expect((await parseErDiagram('erDiagram\n b')).entities.map((entity) => entity.name)).toEqual(['b']);
  });
});

describe('relations in words', () => {
  const wordsOf = async (text: string) => describeRelations(await parseErDiagram(text)).map((parts) => parts.map((part) => part.text).join(''));

  test('say what the tables say, with full addresses where there are several stores', async () => {
    expect(await wordsOf(`erDiagram
  "postgresql.activities"["activities"]:::postgresql { varchar output_ref }
  "mongodb.activity_outputs"["activity_outputs"]:::mongodb { ObjectId _id }
  "postgresql.*"["any PostgreSQL table"]:::postgresql
  "postgresql.activities" }o..o| "mongodb.activity_outputs" : "output_ref → _id"
  "postgresql.activities" |o--|| "postgresql.*" : "resource → ref_id · by kind"
  "postgresql.activities" }o..o{ "postgresql.activities" : "all → ref_id"
  CUSTOMER ||--|{ ORDER : places`)).toEqual([
      'postgresql.activities.output_ref → mongodb.activity_outputs._id · many to at most one · by the application',
      'postgresql.activities.resource → any PostgreSQL table · one to exactly one · by the database · by kind',
      'postgresql.activities.all → postgresql.activities.ref_id · many to many · by the application',
      'CUSTOMER → ORDER · exactly one to one or more · places',
    ]);
  });

  test('names do where there is one store and each is the only one of its name', async () => {
    expect(await wordsOf(`erDiagram
  "a.x"["x"]:::postgresql { int y_id }
  "a.y"["y"]:::postgresql { int id }
  "b.y"["y"]:::postgresql { int id }
  "a.x" }o--|| "a.y" : "y_id → id"
  "a.x" }o--|| "b.y" : "y_id → id"`)).toEqual(['x.y_id → a.y.id · many to exactly one · by the database', 'x.y_id → b.y.id · many to exactly one · by the database']);
  });

  test('between groups they say how many', async () => {
    expect(await wordsOf('erDiagram\n  "domain/a"["a"]:::group\n  "mongodb"["MongoDB"]:::mongodb,group\n  "domain/a" }o..o{ "mongodb" : "14 references"')).toEqual(['a → MongoDB: 14 references']);
  });

  test('each end tells its entity and its row', async () => {
    const [words] = describeRelations(await parseErDiagram(`erDiagram
  "m.x"["x"]:::mongodb { ulid meta_ownerId "meta.ownerId" }
  "postgresql.* by m.x.meta.ownerId"["one of 13 PostgreSQL tables"]:::postgresql { ulid id }
  "m.x" }o..|| "postgresql.* by m.x.meta.ownerId" : "meta.ownerId → id"`));
    expect(words).toEqual([
      { text: 'm.x.meta.ownerId', entity: 'm.x', field: 'meta.ownerId' },
      { text: ' → ' },
      { text: 'one of 13 PostgreSQL tables', entity: 'postgresql.* by m.x.meta.ownerId' },
      { text: ' · many to exactly one · by the application' },
    ]);
  });
});

test('the rows of a group are their numbers', async () => {
  const { entities } = await parseErDiagram('erDiagram\n  "domain/a"["a"]:::group {\n    MongoDB collections "14 collections"\n    string plain\n  }');
  expect(entities).toEqual([{ id: 'domain/a', name: 'a', kind: 'group', focus: false, fields: [{ name: '14 collections', type: 'MongoDB', keys: [] }, { name: 'plain', type: 'string', keys: [] }] }]);
});
