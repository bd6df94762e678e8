import { expect, test } from 'vitest';
import { applyChoices, describeRelations, parseErDiagram, type Choices } from '../../src/lib/diagram/index.ts';

const TEXT = `erDiagram
  "postgresql.contracts"["contracts"]:::postgresql,focus {
    bigint id PK
    text pdf_s3_key FK
    ulid tenant_id FK
  }
  "postgresql.tenants"["tenants"]:::postgresql {
    ulid ref_id UK
  }
  "s3.contracts"["contracts"]:::s3 {
    template key "{tenantId}/contracts/{refId}.pdf"
  }
  "mongodb.skills"["skills"]:::mongodb {
    ulid tenantId FK
  }
  "mongodb.alone"["alone"]:::mongodb {
    objectId _id PK
  }
  "postgresql.contracts" }o--|| "postgresql.tenants" : "tenant_id → ref_id"
  "postgresql.contracts" |o..|| "s3.contracts" : "pdf_s3_key → key"
  "mongodb.skills" }o..|| "postgresql.tenants" : "tenantId → ref_id"`;

async function chosen(choices: Choices): Promise<{ readonly boxes: readonly string[]; readonly words: readonly string[] }> {
  const graph = applyChoices(await parseErDiagram(TEXT), choices);
  return {
    boxes: graph.entities.map((entity) => `${entity.id}: ${entity.fields.map(({ name }) => name).join(', ')}`),
    words: describeRelations(graph).map((parts) => parts.map(({ text }) => text).join('')),
  };
}

const CONTRACTS = 'postgresql.contracts: id, pdf_s3_key, tenant_id';
const TENANTS = 'postgresql.tenants: ref_id';
const TO_TENANTS = 'postgresql.contracts.tenant_id → postgresql.tenants.ref_id · many to exactly one · by the database';

test('a hidden store goes with its relations; what only it pointed at stays', async () => {
  expect(await chosen({ hiddenStores: ['s3', 'mongodb'] })).toEqual({ boxes: [CONTRACTS, TENANTS], words: [TO_TENANTS.replaceAll('postgresql.', '')] });
});

test('where a kind of relations is hidden, so is a box that has lost all of its own; one that never had any stays', async () => {
  expect(await chosen({ hiddenStyles: ['application'] })).toEqual({
    boxes: [CONTRACTS, TENANTS, 's3.contracts: key', 'mongodb.alone: _id'],
    words: [TO_TENANTS, 'postgresql.contracts.pdf_s3_key → s3.contracts.key · one to exactly one · by the application'],
  });
});

test('the entity in focus stays whatever is hidden', async () => {
  expect((await chosen({ hiddenStores: ['postgresql'], hiddenStyles: ['objects', 'application'] })).boxes).toEqual([CONTRACTS, 'mongodb.alone: _id']);
});

test('names alone leave the words of the relations as they are', async () => {
  const { boxes, words } = await chosen({ detail: 'names', hiddenStores: ['mongodb'] });
  expect(boxes).toEqual(['postgresql.contracts: ', 'postgresql.tenants: ', 's3.contracts: ']);
  expect(words[0]).toBe(TO_TENANTS);
});
