import type { Entity } from '../../../src/lib/model/entity.ts';
import type { Field } from '../../../src/lib/model/field.ts';

/** One change of an entity of the synthetic schema, and what must be said of it: `level kind address`. Each of them can be combined with every other. */
export interface Mutation {
  readonly kind: Entity['kind'] | 'any';
  readonly apply: (entity: Entity) => Entity;
  readonly expected: (address: string) => string;
}

const withField = (entity: Entity, path: string, change: (field: Field) => Field | undefined): Entity => ({ ...entity, fields: entity.fields.flatMap((field) => (field.path === path ? (change(field) ?? []) : [field])) });

function only<Kind extends Entity['kind']>(kind: Kind, expected: (address: string) => string, change: (entity: Extract<Entity, { kind: Kind }>) => Entity): Mutation {
  return { kind, expected, apply: (entity) => change(entity as Extract<Entity, { kind: Kind }>) };
}

function any(expected: (address: string) => string, change: (entity: Entity) => Entity): Mutation {
  return { kind: 'any', expected, apply: change };
}

export const MUTATIONS: readonly Mutation[] = [
  only('collection', (at) => `breaking retention-shortened ${at}`, (entity) => ({
    ...entity, retention: { kind: 'expires', after: '30 days', field: 'createdAt' }, indexes: entity.indexes.map((index) => (index.ttl === undefined ? index : { ...index, ttl: '30 days' })),
  })),
  only('collection', (at) => `dangerous enum-value-added ${at}.status`, (entity) => withField(entity, 'status', (field) => ({ ...field, values: [...(field.values ?? []), 'gone'] }))),
  only('collection', (at) => `dangerous validator-added ${at}`, (entity) => ({ ...entity, validator: true })),
  only('collection', (at) => `dangerous field-removed ${at}.fact3`, (entity) => withField(entity, 'fact3', () => undefined)),
  only('collection', (at) => `breaking field-type-changed ${at}.fact1`, (entity) => withField(entity, 'fact1', (field) => ({ ...field, type: 'int' }))),
  only('collection', (at) => `safe classification-added ${at}.fact5`, (entity) => withField(entity, 'fact5', (field) => ({ ...field, classification: 'personal' }))),
  only('collection', (at) => `safe field-added ${at}.extra`, (entity) => ({ ...entity, fields: [...entity.fields, { ...entity.fields[0]!, path: 'extra', name: 'extra', type: 'string', keys: [], optional: true }] })),
  only('collection', (at) => `safe index-added ${at}`, (entity) => ({ ...entity, indexes: [...entity.indexes, { keys: [{ on: 'fact2', order: '1' }], unique: false }] })),
  only('table', (at) => `dangerous field-became-optional ${at}.fact_7`, (entity) => withField(entity, 'fact_7', (field) => ({ ...field, nullable: true }))),
  only('table', (at) => `breaking required-field-added ${at}.extra`, (entity) => ({ ...entity, fields: [...entity.fields, { ...entity.fields[0]!, path: 'extra', name: 'extra', type: 'text', keys: [] }] })),
  only('table', (at) => `dangerous check-added ${at}`, (entity) => ({ ...entity, checks: [{ name: 'positive', expression: 'id > 0' }] })),
  only('table', (at) => `dangerous unique-added ${at}`, (entity) => ({ ...entity, uniques: [...entity.uniques, { columns: ['tenant_id', 'fact_2'] }] })),
  only('objects', (at) => `breaking key-template-changed ${at}`, (entity) => ({ ...entity, key: { ...entity.key, parts: [{ kind: 'literal', text: 'v2/' }, ...entity.key.parts] } })),
  only('objects', (at) => `breaking bucket-changed ${at}`, (entity) => ({ ...entity, bucket: 'elsewhere' })),
  only('objects', (at) => `dangerous versioning-enabled ${at}`, (entity) => ({ ...entity, versioning: true })),
  only('objects', (at) => `dangerous lock-added ${at}`, (entity) => ({ ...entity, objectLock: { mode: 'governance', for: '1 year' } })),
  any((at) => `breaking tenancy-exception-added ${at}`, (entity) => (entity.tenancy?.kind === 'perTenant' ? { ...entity, tenancy: { ...entity.tenancy, exceptions: [{ value: 'global', reason: 'Defaults.' }] } } : entity)),
  any((at) => `safe owner-changed ${at}`, (entity) => ({ ...entity, owner: 'nobody' })),
  any((at) => `safe description-changed ${at}`, (entity) => ({ ...entity, description: 'Otherwise.' })),
  any((at) => `safe tags-changed ${at}`, (entity) => ({ ...entity, tags: ['new'] })),
  any((at) => `safe status-changed ${at}`, (entity) => ({ ...entity, status: { kind: 'deprecated', reason: 'Old.' } })),
];
