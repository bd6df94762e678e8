import { namesObject, stemOf } from '../../src/lib/analysis/guess-target.ts';
import { lettersOf, pluralsOf } from '../../src/lib/model/alike-names.ts';
import type { CollectionDraft, Drafts, EntityDraft, FieldDraft, ObjectFamilyDraft, TableDraft } from '../../src/lib/model/draft.ts';
import type { Index } from '../../src/lib/model/entity.ts';
import type { ReferenceSpec } from '../../src/lib/model/reference-spec.ts';
import type { Retention } from '../../src/lib/model/retention.ts';

/** One way to break a clean schema. */
export interface Mutation {
  readonly name: string;
  /** Id of the rule that must find it. */
  readonly rule: string;
  /** Ids of rules that have reason to say something, too. */
  readonly also?: readonly string[];
  /** Breaks the schema in one place, in its copy; `pick` chooses the place. */
  readonly mutate: (drafts: Mutable<Drafts>, pick: Pick) => void;
}

/** One of some candidates; throws when there are none, because then nothing would be broken. */
export type Pick = <Item>(candidates: readonly Item[]) => Item;

export type Mutable<Value> = Value extends (...args: never[]) => unknown ? Value : { -readonly [Key in keyof Value]: Mutable<Value[Key]> };

type Draft = Mutable<EntityDraft>;
type Field = Mutable<FieldDraft>;
type Place = { readonly entity: Draft; readonly field: Field };
type Pointer = Place & { readonly field: Field & { reference: Mutable<ReferenceSpec> } };

const AT = { file: 'schema/mutant.ts', line: 1, column: 1 };

const tenantFieldOf = ({ tenancy }: Draft): string => (tenancy !== undefined && tenancy.kind !== 'shared' ? tenancy.field : '');
const collections = ({ entities }: Mutable<Drafts>) => entities.filter((entity): entity is Mutable<CollectionDraft> => entity.kind === 'collection');
const tables = ({ entities }: Mutable<Drafts>) => entities.filter((entity): entity is Mutable<TableDraft> => entity.kind === 'table');
const families = ({ entities }: Mutable<Drafts>) => entities.filter((entity): entity is Mutable<ObjectFamilyDraft> => entity.kind === 'objects');
const places = (entities: readonly Draft[]): readonly Place[] => entities.flatMap((entity) => entity.fields.map((field) => ({ entity, field })));
const pointers = ({ entities }: Mutable<Drafts>): readonly Pointer[] => places(entities).filter((place): place is Pointer => place.field.reference !== undefined && place.field.path !== tenantFieldOf(place.entity));
const keptPointers = (drafts: Mutable<Drafts>) => pointers(drafts).filter(({ field }) => field.reference.enforcedBy !== 'database');
export const addressOf = ({ kind, name }: EntityDraft | Draft): string => `${kind === 'collection' ? 'mongodb' : kind === 'table' ? 'postgresql' : 's3'}.${name}`;
const perTenant = ({ entities }: Mutable<Drafts>) => entities.flatMap((entity) => (entity.tenancy?.kind === 'perTenant' ? [{ entity, tenancy: entity.tenancy }] : []));
const clean = (drafts: Mutable<Drafts>) => perTenant(drafts).filter(({ tenancy }) => tenancy.exceptions.length === 0);
const tenantPlaces = (drafts: Mutable<Drafts>) => clean(drafts).flatMap(({ entity, tenancy }) => entity.fields.filter(({ path }) => path === tenancy.field).map((field) => ({ entity, field, tenancy })));
const dated = (drafts: Mutable<Drafts>) => collections(drafts).filter(({ fields }) => fields.some(({ path }) => path === 'createdAt'));
const expiring = (drafts: Mutable<Drafts>) => collections(drafts).filter(({ retention }) => retention?.kind === 'expires');
const isPointedAt = (drafts: Mutable<Drafts>, entity: Draft) => pointers(drafts).some(({ field: { reference } }) => JSON.stringify(reference).includes(`"${addressOf(entity)}`) || (reference.kind === 'any' && addressOf(entity).startsWith(`${reference.store}.`)));
const eraser = ({ processes }: Mutable<Drafts>) => processes.find(({ name }) => name === 'Tenant Eraser')!;
const days = (count: number): Retention => ({ kind: 'expires', after: `${count} days`, field: 'createdAt' });
const ttlIndex = (on: string, ttl: string): Mutable<Index> => ({ keys: [{ on, order: '1' }], unique: false, ttl });
const plainIndex = (on: string): Mutable<Index> => ({ keys: [{ on, order: '1' }], unique: false });
const plainField = (path: string, type: string, more: Partial<FieldDraft> = {}): Field => ({ path, name: path, depth: 0, type, nullable: false, optional: false, description: 'What a mutant adds.', location: AT, ...more }) as Field;

/** Takes out every way to look records up that begins with a field. */
function dropLookUps(entity: Draft, path: string): void {
  if (entity.kind === 'objects') return;
  entity.indexes = entity.indexes.filter(({ keys }) => keys.find(({ on }) => on !== tenantFieldOf(entity))?.on !== path && keys[0]?.on !== path);
  if (entity.kind === 'table') entity.uniques = entity.uniques.filter(({ columns }) => columns[0] !== path);
}

const hasOtherIndexes = (entity: Draft, path: string) => entity.kind !== 'objects' && entity.indexes.some(({ keys }) => keys[0]?.on !== path && keys[1]?.on !== path);

export const MUTATIONS: readonly Mutation[] = [
  // references
  {
    name: 'a pointer is too short', rule: 'incompatible-reference-type',
    mutate: (drafts, pick) => void (pick(pointers(drafts).filter(({ field }) => field.reference.kind === 'field' && field.reference.to.endsWith('.ref_id'))).field.type = 'varchar(24)'),
  },
  {
    name: 'a pointer at a document is a ULID', rule: 'incompatible-reference-type', also: ['claim-does-not-hold'],
    mutate: (drafts, pick) => void (pick(pointers(drafts).filter(({ field }) => field.reference.kind === 'field' && field.reference.to.endsWith('._id'))).field.type = 'ulid'),
  },
  {
    name: 'the discriminator is forgotten', rule: 'missing-discriminator', also: ['unindexed-reference'],
    mutate: (drafts, pick) => {
      const { reference } = pick(pointers(drafts).filter(({ field }) => field.reference.kind === 'any')).field;
      if (reference.kind === 'any') delete reference.discriminator;
    },
  },
  {
    name: 'a pointer gets a second target', rule: 'ambiguous-target',
    mutate: (drafts, pick) => {
      const { field } = pick(keptPointers(drafts).filter(({ field: { reference } }) => reference.kind === 'field' && reference.to.endsWith('.ref_id')));
      const { reference } = field;
      if (reference.kind !== 'field') return;
      const { to, kind: _, ...rest } = reference;
      field.reference = { ...rest, kind: 'oneOf', targets: [to, to === 'postgresql.goals.ref_id' ? 'postgresql.strategies.ref_id' : 'postgresql.goals.ref_id'] };
    },
  },
  {
    name: 'a value of a discriminator is misspelt', rule: 'discriminator-values-differ',
    mutate: (drafts, pick) => {
      const { values } = pick(places(collections(drafts)).filter(({ field }) => field.path === 'resourceType')).field;
      values![values!.indexOf(pick(values!))] = 'contractz';
    },
  },
  {
    name: 'nobody says which of two pointers is right', rule: 'two-way-reference-without-authority',
    mutate: (drafts, pick) => void delete pick(pointers(drafts).filter(({ field }) => field.reference.mirrorOf !== undefined)).field.reference.mirrorOf,
  },
  {
    name: 'the authority is a field that points nowhere', rule: 'mirror-of-nothing',
    mutate: (drafts, pick) => {
      const { reference } = pick(pointers(drafts).filter(({ field }) => field.reference.mirrorOf !== undefined)).field;
      reference.mirrorOf = `mongodb.activity_outputs.${pick(['title', 'kind', 'version', 'createdAt'])}`;
    },
  },
  { name: 'nobody keeps a reference', rule: 'unkept-reference', mutate: (drafts, pick) => void delete pick(keptPointers(drafts)).field.reference.keptBy },
  { name: 'nobody says what happens when a target goes', rule: 'unhandled-target-loss', also: ['dangling-reference'], mutate: (drafts, pick) => void delete pick(keptPointers(drafts)).field.reference.whenTargetGoes },
  {
    name: 'a pointer that must be there is set to null', rule: 'null-on-required', also: ['dangling-reference'],
    mutate: (drafts, pick) => void (pick(keptPointers(drafts).filter(({ field }) => field.reference.kind === 'field' && !field.nullable && !field.optional)).field.reference.whenTargetGoes = { action: 'nullify' }),
  },
  {
    name: 'something that is pointed at is deprecated', rule: 'reference-to-deprecated',
    mutate: (drafts, pick) => {
      const { reference } = pick(pointers(drafts).filter(({ field }) => field.reference.kind === 'field' || field.reference.kind === 'objects')).field;
      const target = drafts.entities.find((entity) => ('to' in reference ? reference.to : '').startsWith(addressOf(entity)))!;
      target.status = { kind: 'deprecated', reason: 'Too slow.', useInstead: 'mongodb.skills' };
    },
  },
  {
    name: 'something that is pointed at is eliminated', rule: 'reference-to-eliminated', also: ['tombstone-still-living', 'dangling-reference', 'orphaned-bytes'],
    mutate: (drafts, pick) => {
      const { reference } = pick(keptPointers(drafts).filter(({ field }) => field.reference.kind === 'field')).field;
      const target = drafts.entities.find((entity) => reference.kind === 'field' && reference.to.startsWith(`${addressOf(entity)}.`))!;
      drafts.tombstones.push({ address: addressOf(target), reason: 'Gone.', description: '', location: AT });
    },
  },
  {
    name: 'a pointer is plain text', rule: 'undeclared-reference',
    also: ['mirror-of-nothing', 'claim-does-not-hold', 'isolated-entity', 'unique-across-tenants', 'orphaned-bytes', 'unsafe-placeholder', 'unbound-placeholder'],
    mutate: (drafts, pick) => {
      const place: Place = pick(pointers(drafts).filter(({ entity, field }) => field.depth === 0 && /(?:Id|Ref|S3Key|_id|_ref|_s3_key)$/.test(field.name) && !field.name.startsWith('tenant') && namesItsTarget(field, entity, drafts)));
      delete place.field.reference;
      place.field.type = place.entity.kind === 'table' ? 'varchar(26)' : 'string';
    },
  },
  {
    name: 'an index on a pointer is dropped', rule: 'unindexed-reference',
    mutate: (drafts, pick) => {
      const { entity, field } = pick(keptPointers(drafts).filter((place) => place.field.reference.kind === 'field' && place.field.depth === 0 && hasOtherIndexes(place.entity, place.field.path)));
      dropLookUps(entity, field.path);
    },
  },
  {
    name: 'what is pointed at must point back', rule: 'required-reference-cycle',
    also: ['two-way-reference-without-authority', 'unindexed-foreign-key', 'unlisted-indexes', 'shared-reference-to-tenant', 'claim-does-not-hold'],
    mutate: (drafts, pick) => {
      const { entity, field } = pick(
        pointers(drafts).filter((place) => place.entity.kind === 'table' && place.field.reference.enforcedBy === 'database' && !place.field.nullable && place.entity.tenancy?.kind === 'perTenant'),
      );
      const target = drafts.entities.find((each) => field.reference.kind === 'field' && field.reference.to.startsWith(`${addressOf(each)}.`))!;
      target.fields.push({ ...plainField('newest', ''), type: { pointer: 'newest' }, reference: { kind: 'field', to: `${addressOf(entity)}.ref_id`, enforcedBy: 'database' } } as Field);
    },
  },
  {
    name: 'an entity stands alone', rule: 'isolated-entity',
    mutate: (drafts, pick) => {
      const like = pick(tables(drafts));
      drafts.entities.push({
        ...like, name: 'rates', fields: [plainField('id', 'bigint')], primaryKey: ['id'], uniques: [], indexes: [], checks: [], foreignKeys: [], tenancy: { kind: 'shared', reason: 'The same for everybody.' },
        suppress: [], location: AT,
      } as Draft);
      delete (drafts.entities.at(-1) as { referencesNothing?: string }).referencesNothing;
      for (const claim of drafts.claims) if (claim.check.kind === 'everyEntity' && claim.check.in === 'postgresql') claim.check.except.push({ address: 'postgresql.rates', reason: 'The same for everybody.' });
    },
  },
  // lifetimes
  { name: 'nobody says how long', rule: 'missing-retention', also: ['claim-does-not-hold', 'personal-data-without-end'], mutate: (drafts, pick) => void delete pick(drafts.entities).retention },
  {
    name: 'permanent, and two years', rule: 'contradictory-retention', also: ['tenant-erasure-conflict'],
    mutate: (drafts, pick) => void (pick(drafts.entities.filter(({ retention }) => retention?.kind === 'permanent')).alsoRetention = [{ kind: 'atLeast', for: '2 years', reason: 'Compliance.' }]),
  },
  {
    name: 'a TTL index on what is to be kept', rule: 'contradictory-retention', also: ['dangling-reference', 'orphaned-bytes', 'over-retained-bytes'],
    mutate: (drafts, pick) => void pick(dated(drafts).filter(({ retention }) => retention?.kind === 'permanent' || retention?.kind === 'atLeast')).indexes.push(ttlIndex('createdAt', '30 days')),
  },
  {
    name: 'a TTL that is too short for what is promised', rule: 'contradictory-retention', also: ['dangling-reference', 'tenant-erasure-conflict'],
    mutate: (drafts, pick) => void (pick(expiring(drafts)).alsoRetention = [{ kind: 'atLeast', for: '1 year', reason: 'Compliance.' }]),
  },
  {
    name: 'an entity lives as long as itself', rule: 'circular-retention', also: ['personal-data-without-end', 'claim-does-not-hold'],
    mutate: (drafts, pick) => {
      const entity = pick(drafts.entities);
      entity.retention = { kind: 'withParent', parent: addressOf(entity) };
    },
  },
  {
    name: 'a target expires and nobody says what then', rule: 'dangling-reference', also: ['unhandled-target-loss', 'orphaned-bytes', 'claim-does-not-hold'],
    mutate: (drafts, pick) => {
      const place = pick(keptPointers(drafts).filter(({ entity, field: { reference } }) => entity.retention?.kind === 'permanent' && reference.kind === 'field' && /\.(activity_outputs|skills)\./.test(reference.to)));
      const { reference } = place.field;
      const target = drafts.entities.find((entity) => reference.kind === 'field' && reference.to.startsWith(`${addressOf(entity)}.`))!;
      delete reference.whenTargetGoes;
      target.retention = days(1);
    },
  },
  {
    name: 'a record with a key expires', rule: 'orphaned-bytes',
    mutate: (drafts, pick) => void (pick(dated(drafts).filter(({ fields }) => fields.some(({ reference }) => reference?.kind === 'objects'))).retention = days(30)),
  },
  {
    name: 'bytes expire after their record', rule: 'over-retained-bytes', also: ['claim-does-not-hold', 'old-versions-without-end', 'orphaned-bytes'],
    mutate: (drafts, pick) => {
      const { entity, field } = pick(keptPointers(drafts).filter((place) => place.entity.kind === 'collection' && place.field.reference.kind === 'objects'));
      const family = families(drafts).find((each) => field.reference.kind === 'objects' && field.reference.to === addressOf(each))!;
      entity.retention = days(30);
      family.retention = { kind: 'expires', after: '90 days' };
    },
  },
  {
    name: 'a TTL counts from something that is no date', rule: 'ttl-field-not-a-date',
    mutate: (drafts, pick) => void (pick(expiring(drafts)).fields.find(({ path }) => path === 'createdAt')!.type = pick(['string', 'long', 'double'])),
  },
  { name: 'a TTL counts from a date that may be absent', rule: 'ttl-field-optional', mutate: (drafts, pick) => void (pick(expiring(drafts)).fields.find(({ path }) => path === 'createdAt')!.optional = true) },
  {
    name: 'a TTL index has two fields', rule: 'compound-ttl-index',
    mutate: (drafts, pick) => void pick(dated(drafts)).indexes.push({ keys: [{ on: 'tenantId', order: '1' }, { on: 'createdAt', order: '1' }], unique: false, ttl: '90 days' }),
  },
  {
    name: 'the condition of an index is refused', rule: 'illegal-partial-filter', also: ['index-on-unknown-field'],
    mutate: (drafts, pick) => void (pick(collections(drafts).flatMap(({ indexes }) => indexes.filter(({ where }) => where !== undefined))).where = pick(['{"status":{"$ne":"x"}}', '{"closedAt":{"$exists":false}}', '{"a":{"$nin":[1]}}'])),
  },
  {
    name: 'the length of a TTL is none', rule: 'unusable-ttl', also: ['contradictory-retention'],
    mutate: (drafts, pick) => void pick(dated(drafts).filter(({ retention }) => retention?.kind !== 'expires')).indexes.push(ttlIndex('createdAt', pick(['NaN seconds', '-1 seconds', '100 years']))),
  },
  {
    name: 'a lifecycle rule counts hours', rule: 'expiry-not-in-days',
    mutate: (drafts, pick) => void (pick(families(drafts).flatMap(({ lifecycle }) => lifecycle)).abortUploadsAfter = pick(['36 hours', '90 minutes'])),
  },
  { name: 'a TTL index is written a second time', rule: 'two-ttls-on-one-field', mutate: (drafts, pick) => void pick(expiring(drafts)).indexes.push(ttlIndex('createdAt', pick(['1 day', '30 days']))) },
  {
    name: 'the process that erases forgets personal data', rule: 'personal-data-without-end',
    mutate: (drafts, pick) => {
      const process = eraser(drafts);
      const forgotten = pick(['mongodb.skills', 'mongodb.onboarding_research', 'postgresql.tenants']);
      process.deletes = process.deletes.filter((address) => address !== forgotten);
    },
  },
  {
    name: 'what is locked is to expire', rule: 'lock-outlives-retention', also: ['claim-does-not-hold', 'old-versions-without-end'],
    mutate: (drafts, pick) => void (pick(families(drafts).filter(({ objectLock }) => objectLock !== undefined)).retention = { kind: 'expires', after: pick(['30 days', '1 year']) }),
  },
  { name: 'what is locked is to be erased', rule: 'erasure-of-locked-data', also: ['tenant-erasure-conflict', 'dangling-reference'], mutate: (drafts) => void eraser(drafts).deletes.push('s3.contracts') },
  { name: 'what is left is to be deleted', rule: 'tenant-erasure-conflict', mutate: (drafts) => void eraser(drafts).deletes.push('mongodb.audit_logs') },
  { name: 'what was deleted is forgotten', rule: 'tenant-erasure-gap', also: ['dangling-reference', 'personal-data-without-end'], mutate: (drafts) => void eraser(drafts).deletes.splice(eraser(drafts).deletes.indexOf('mongodb.skills'), 1) },
  // keys
  {
    name: 'a placeholder is bound to nothing', rule: 'unbound-placeholder',
    mutate: (drafts, pick) => {
      const family = pick(families(drafts));
      const name = pick([...family.key.matchAll(/\{(\w+)\}/g)].map(([, each]) => each!).filter((each) => each !== 'tenantId'));
      family.key = family.key.replace(`{${name}}`, '{whatever}');
      family.fields = family.fields.filter(({ path }) => path !== name);
      for (const { field: { reference } } of pointers(drafts)) if (reference.kind === 'objects' && reference.to === addressOf(family)) delete reference.bind[name];
    },
  },
  {
    name: 'a placeholder is free text', rule: 'unsafe-placeholder',
    mutate: (drafts, pick) => {
      const { entity, field } = pick(places(families(drafts)).filter((place) => place.entity.kind === 'objects' && place.entity.key.includes(`{${place.field.path}}`)));
      field.type = 'string';
      delete field.values;
      entity.jsonSchema = {};
    },
  },
  {
    name: 'what a key is made of may be null', rule: 'nullable-placeholder', also: ['unique-with-null'],
    mutate: (drafts, pick) => void (pick(places(collections(drafts)).filter(({ entity, field }) => entity.fields.some(({ reference }) => reference?.kind === 'objects') && ['activityId', 'refId', 'runId', 'strategyId'].includes(field.path))).field.nullable = true),
  },
  {
    name: 'the tenant comes second', rule: 'tenant-not-first',
    mutate: (drafts, pick) => {
      const family = pick(families(drafts));
      family.key = `${pick(['files/', 'a/b/', 'x-'])}${family.key}`;
    },
  },
  {
    name: 'a family makes the keys of another', rule: 'overlapping-keys', also: ['isolated-entity', 'old-versions-kept-forever', 'tenant-erasure-gap'],
    mutate: (drafts, pick) => void drafts.entities.push({ ...structuredClone(pick(families(drafts))), name: 'mutants', location: AT } as Draft),
  },
  {
    name: 'keys begin the keys of another family', rule: 'key-begins-another', also: ['isolated-entity', 'old-versions-kept-forever', 'tenant-erasure-gap'],
    mutate: (drafts, pick) => {
      const family = structuredClone(pick(families(drafts)));
      drafts.entities.push({ ...family, name: 'mutants', key: `${family.key}/thumbnail.png`, location: AT } as Draft);
    },
  },
  {
    name: 'a lifecycle rule selects nothing', rule: 'unreachable-lifecycle-prefix',
    mutate: (drafts, pick) => void pick(families(drafts)).lifecycle.push({ prefix: pick(['exports/', 'contracts/', 'tmp']), abortUploadsAfter: '30 days' }),
  },
  { name: 'a lock is asked for a prefix', rule: 'object-lock-by-prefix', mutate: (drafts, pick) => void (pick(families(drafts).filter(({ objectLock }) => objectLock !== undefined)).objectLock!.prefix = pick(['contracts/', 'x'])) },
  {
    name: 'old versions stay', rule: 'old-versions-without-end', also: ['contradictory-retention'],
    mutate: (drafts, pick) => void families(drafts).find(({ objectLock }) => objectLock !== undefined)!.lifecycle.push({ expireAfter: pick(['400 days', '10 years']) }),
  },
  {
    name: 'a rule of one family expires the objects of others', rule: 'expired-by-another-family', also: ['contradictory-retention'],
    mutate: (drafts, pick) => void pick(families(drafts).filter(({ bucket }) => bucket === 'leadmetrics-content')).lifecycle.push({ expireAfter: pick(['30 days', '2 years']) }),
  },
  { name: 'a lock without versioning', rule: 'object-lock-without-versioning', mutate: (drafts, pick) => void (pick(families(drafts).filter(({ objectLock }) => objectLock !== undefined)).versioning = false) },
  {
    name: 'S3 refuses a lifecycle rule', rule: 'illegal-lifecycle-rule',
    mutate: (drafts, pick) => void pick(families(drafts)).lifecycle.push(pick([{}, { tag: { key: 'tmp', value: 'yes' }, abortUploadsAfter: '1 day' }, { transitions: [{ to: 'GLACIER', after: '30 days' }, { to: 'GLACIER_IR', after: '120 days' }] }, { transitions: [{ to: 'STANDARD_IA', after: '7 days' }] }, { transitions: [{ to: 'GLACIER', after: '30 days' }, { to: 'DEEP_ARCHIVE', after: '60 days' }] }])),
  },
  {
    name: 'objects leave a storage class before it is paid off', rule: 'storage-class-minimum',
    mutate: (drafts, pick) => void pick(families(drafts).filter(({ versioning }) => versioning)).lifecycle.push({ oldVersionTransitions: [{ to: pick(['GLACIER', 'GLACIER_IR']), after: '1 day' }], expireOldVersionsAfter: '60 days' }),
  },
  {
    name: 'a bucket keeps all old versions', rule: 'old-versions-kept-forever',
    mutate: (drafts) => families(drafts).forEach((family) => void (family.lifecycle = family.lifecycle.filter(({ expireOldVersionsAfter }) => expireOldVersionsAfter === undefined))),
  },
  {
    name: 'a rule for old versions that there are not', rule: 'old-version-rule-without-versioning', also: ['bucket-settings-differ'],
    mutate: (drafts) => families(drafts).forEach((family) => void (family.versioning = family.lifecycle.every(({ expireOldVersionsAfter }) => expireOldVersionsAfter === undefined))),
  },
  {
    name: 'a rule for each tenant', rule: 'too-many-lifecycle-rules', also: ['old-versions-kept-forever'],
    mutate: (drafts, pick) => {
      const family = pick(families(drafts));
      family.lifecycle = Array.from({ length: 1001 }, () => ({ abortUploadsAfter: '7 days' }));
    },
  },
  { name: 'families of one bucket disagree', rule: 'bucket-settings-differ', also: ['old-version-rule-without-versioning'], mutate: (drafts, pick) => void (pick(families(drafts).filter(({ bucket }) => bucket === 'leadmetrics-content')).versioning = false) },
  // tenancy
  {
    name: 'nobody says whose it is', rule: 'missing-tenancy', also: ['claim-does-not-hold', 'unindexed-reference', 'unindexed-foreign-key'],
    mutate: (drafts, pick) => void delete pick(drafts.entities.filter(({ tenancy }) => tenancy?.kind !== 'tenant')).tenancy,
  },
  { name: 'a tenant may be missing', rule: 'optional-tenant-field', also: ['nullable-placeholder', 'unique-with-null'], mutate: (drafts, pick) => void (pick(tenantPlaces(drafts)).field[pick(['nullable', 'optional'] as const)] = true) },
  {
    name: 'records that are pointed at may belong to nobody', rule: 'reference-to-tenantless-record', also: ['claim-does-not-hold', 'nullable-placeholder'],
    mutate: (drafts, pick) => {
      const { field, tenancy } = pick(tenantPlaces(drafts).filter(({ entity }) => /activities|activity_outputs|goals|strategies$/.test(entity.name) && entity.kind !== 'objects'));
      field.nullable = true;
      tenancy.exceptions.push({ value: null, reason: 'Examples of the platform.' });
    },
  },
  {
    name: 'null where nothing can be null', rule: 'impossible-tenant-exception', also: ['claim-does-not-hold', 'reference-to-tenantless-record'],
    mutate: (drafts, pick) => void pick(tenantPlaces(drafts)).tenancy.exceptions.push({ value: null, reason: 'The platform.' }),
  },
  {
    name: 'a value without a reason', rule: 'tenant-exception-without-reason', also: ['claim-does-not-hold', 'reference-to-tenantless-record', 'impossible-tenant-exception'],
    mutate: (drafts, pick) => void pick(tenantPlaces(drafts)).tenancy.exceptions.push({ value: 'global' } as never),
  },
  {
    name: 'the tenant is called otherwise', rule: 'tenant-field-points-elsewhere', also: ['claim-does-not-hold'],
    mutate: (drafts, pick) => {
      const { reference } = pick(tenantPlaces(drafts).filter(({ field }) => field.reference?.kind === 'field')).field;
      if (reference?.kind === 'field') reference.to = 'postgresql.tenants.id';
    },
  },
  {
    name: 'the tenant in a key is something else', rule: 'key-under-another-tenant', also: ['unsafe-placeholder', 'nullable-placeholder', 'orphaned-bytes'],
    mutate: (drafts, pick) => {
      const { entity, field } = pick(keptPointers(drafts).filter((place) => place.field.reference.kind === 'objects'));
      if (field.reference.kind === 'objects') field.reference.bind['tenantId'] = pick(entity.fields.filter(({ path, type, reference }) => path !== tenantFieldOf(entity) && (type === 'ulid' || reference?.kind === 'field'))).path;
    },
  },
  {
    name: 'no index begins with the tenant', rule: 'no-index-by-tenant', also: ['unindexed-foreign-key', 'unindexed-reference'],
    mutate: (drafts, pick) => {
      const { entity, tenancy } = pick(clean(drafts).filter((each) => each.entity.kind !== 'objects' && each.entity.indexes.some(({ keys }) => keys[0]?.on !== each.tenancy.field)));
      if (entity.kind === 'objects') return;
      entity.indexes = entity.indexes.filter(({ keys }) => keys[0]?.on !== tenancy.field);
      if (entity.kind === 'table') entity.uniques = entity.uniques.filter(({ columns }) => columns[0] !== tenancy.field);
    },
  },
  {
    name: 'a name is unique in the whole system', rule: 'unique-across-tenants',
    mutate: (drafts, pick) => {
      const { entity, field } = pick(places(tables(drafts)).filter((place) => place.entity.tenancy?.kind === 'perTenant' && place.field.depth === 0 && place.field.type === 'text' && place.field.classification !== 'secret'));
      if (entity.kind === 'table') entity.uniques.push({ columns: [field.path] });
    },
  },
  {
    name: 'something shared points at what is not', rule: 'shared-reference-to-tenant', also: ['claim-does-not-hold', 'unindexed-reference', 'unindexed-foreign-key'],
    mutate: (drafts, pick) => {
      const tenants = new Set(perTenant(drafts).filter(({ tenancy }) => tenancy.exceptions.length === 0).map(({ entity }) => addressOf(entity)));
      const { entity } = pick(pointers(drafts).filter(({ field: { reference } }) => reference.kind === 'field' && tenants.has(reference.to.slice(0, reference.to.lastIndexOf('.')))));
      entity.tenancy = { kind: 'shared', reason: 'The same for everybody.' };
    },
  },
  // stores
  {
    name: 'a table has no primary key', rule: 'missing-primary-key', also: ['unindexed-foreign-key', 'unindexed-reference', 'unique-with-null', 'nullable-placeholder'],
    mutate: (drafts, pick) => {
      const table = pick(tables(drafts));
      table.primaryKey = [];
      const last = new Set(table.uniques.map(({ columns }) => columns.at(-1)));
      for (const field of table.fields) if (last.has(field.path)) field.nullable = true;
    },
  },
  {
    name: 'the index of a foreign key is dropped', rule: 'unindexed-foreign-key',
    mutate: (drafts, pick) => {
      const { entity, field } = pick(pointers(drafts).filter((place) => place.field.reference.enforcedBy === 'database' && hasOtherIndexes(place.entity, place.field.path)));
      dropLookUps(entity, field.path);
    },
  },
  {
    name: 'an index is there twice', rule: 'redundant-index', also: ['refused-index'],
    mutate: (drafts, pick) => {
      const plain = [...collections(drafts), ...tables(drafts)].flatMap((entity) => entity.indexes.filter(({ where, method, unique }) => where === undefined && method === undefined && !unique).map((index) => ({ entity, index })));
      const { entity, index } = pick(plain);
      entity.indexes.push({ ...structuredClone(index), name: 'again' });
    },
  },
  {
    name: 'its indexes are forgotten', rule: 'unlisted-indexes',
    mutate: (drafts, pick) => {
      const collection = pick(collections(drafts).filter(({ indexes, tenancy }) => tenancy?.kind === 'perTenant' && indexes.length > 0));
      collection.indexes = [];
      collection.indexesOmitted = true;
    },
  },
  { name: 'an index that is not possible', rule: 'refused-index', mutate: (drafts, pick) => void pick(collections(drafts)).indexes.push({ ...plainIndex('_id'), sparse: true }) },
  { name: 'an option without effect', rule: 'ignored-index-option', also: ['redundant-index'], mutate: (drafts, pick) => void pick(tables(drafts)).indexes.push({ keys: [{ on: 'created_at' }, { on: 'id' }], unique: false, nullsNotDistinct: true }) },
  { name: 'an index on what is not there', rule: 'index-on-unknown-field', mutate: (drafts, pick) => void pick(collections(drafts)).indexes.push(plainIndex('creatdAt')) },
  {
    name: 'what is unique may be absent', rule: 'unique-with-null', also: ['unique-across-tenants'],
    mutate: (drafts, pick) => {
      const { indexes, fields } = pick(collections(drafts));
      fields.push({ ...plainField('extra', 'string'), optional: true });
      indexes.push({ ...plainIndex('extra'), unique: true });
    },
  },
  {
    name: 'a list has no end', rule: 'unbounded-array',
    mutate: (drafts, pick) => {
      const lists = (shape: unknown): readonly Record<string, unknown>[] =>
        typeof shape !== 'object' || shape === null ? [] : [...('maxItems' in shape ? [shape as Record<string, unknown>] : []), ...Object.values(shape).flatMap(lists)];
      delete pick(collections(drafts).flatMap(({ jsonSchema }) => lists(jsonSchema)).filter((list) => JSON.stringify(list).includes('date-time')))['maxItems'];
    },
  },
  { name: 'a name that its store does not take', rule: 'awkward-field-name', mutate: (drafts, pick) => void pick(collections(drafts)).fields.push(plainField(pick(['$kind', '$']), 'string')) },
  { name: 'a name that SQL must quote', rule: 'quoted-column-name', mutate: (drafts, pick) => void pick(tables(drafts)).fields.push(plainField(pick(['sentTo', 'sent to', '2nd']), 'text')) },
  { name: 'a column drops its zone', rule: 'lossy-column-type', mutate: (drafts, pick) => void (pick(places(tables(drafts)).filter(({ field }) => field.type === 'timestamptz')).field.type = 'timestamp') },
  { name: 'a name of another style', rule: 'mixed-naming', mutate: (drafts, pick) => void pick(collections(drafts)).fields.push(plainField(pick(['content_type', 'sent_at']), 'string')) },
  {
    name: 'one of two equal lists changes', rule: 'enum-values-differ',
    mutate: (drafts, pick) => void pick(places(tables(drafts)).filter(({ field }) => field.type === 'post_status')).field.values!.push('archived'),
  },
  // documentation
  { name: 'nobody says what it is', rule: 'missing-description', mutate: (drafts, pick) => void (pick(drafts.entities).description = '') },
  {
    name: 'fields lose their descriptions', rule: 'undescribed-fields',
    mutate: (drafts, pick) => {
      for (const field of pick([...collections(drafts), ...tables(drafts)].filter(({ fields }) => fields.length > 12)).fields) field.description = '';
    },
  },
  {
    name: 'nobody answers for it', rule: 'missing-owner',
    mutate: (drafts, pick) => {
      const entity = pick(drafts.entities);
      delete entity.owner;
      delete entity.domain;
    },
  },
  {
    name: 'a deprecation leads nowhere', rule: 'deprecated-without-replacement', also: ['reference-to-deprecated'],
    mutate: (drafts, pick) => void (pick(drafts.entities).status = { kind: 'deprecated', reason: 'Too slow.' }),
  },
  {
    name: 'a tombstone of what still lives', rule: 'tombstone-still-living',
    mutate: (drafts, pick) => void drafts.tombstones.push({ address: addressOf(pick(drafts.entities.filter((entity) => !isPointedAt(drafts, entity)))), reason: 'Gone.', description: '', location: AT }),
  },
  {
    name: 'a claim is not true', rule: 'claim-does-not-hold',
    mutate: (drafts, pick) => {
      const [from, to] = pick([['mongodb', 'postgresql'], ['postgresql', 's3'], ['mongodb', 's3'], ['postgresql', 'mongodb']] as const);
      drafts.claims.push({ sentence: 'Nothing points there.', check: { kind: 'noReferences', from, to, except: [] }, location: AT });
    },
  },
];

/** Can the target be guessed by the name alone? */
function namesItsTarget({ name, reference }: FieldDraft, entity: EntityDraft, drafts: Drafts): boolean {
  const targets = drafts.entities.filter((each) => each !== entity && (reference?.kind === 'field' ? reference.to.startsWith(`${addressOf(each)}.`) : reference?.kind === 'objects' && reference.to === addressOf(each)));
  return namesObject(name) || targets.some((target) => pluralsOf(lettersOf(stemOf(name))).includes(lettersOf(target.name)));
}
