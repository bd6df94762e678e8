import type * as z from 'zod-own';
import type { Definition } from '../../dsl/definition.ts';
import { check } from './claim.ts';
import { checks, foreignKeys, partition, uniques } from './constraints.ts';
import { choice, flag, keysOf, listOf, name, names, namesByName, recordOf, shape, shapeSaying, text } from './expect.ts';
import { documentIndexes, tableIndexes } from './index-words.ts';
import { reference } from './reference.ts';
import { retention } from './retention.ts';
import { status } from './status.ts';
import { capped, lifecycle, objectLock, timeSeries } from './storage.ts';
import { suppressions, suppressionsAt } from './suppress.ts';
import { tenancy } from './tenancy.ts';

/** What each word that makes a definition takes: one schema an option. */
export interface DefinitionWord<Options extends z.ZodRawShape = z.ZodRawShape> {
  readonly word: string;
  /** `A collection` */
  readonly article: string;
  /** The property that its first argument becomes. */
  readonly name: string;
  readonly example: string;
  readonly options: Options;
  /** Options that it cannot be without, each with an example. */
  readonly required: Readonly<Record<string, string>>;
}

const FORMER_PATHS = { expected: 'an object of former paths', hint: "Write { 'meta.ownerId': 'meta.owner' }: the path that it has now, and the one that it had." };
const SCHEMAS = { expected: 'an object of Zod schemas', hint: 'Write { version: z.int() }.' };
const copy = keysOf(
  { from: name, to: name, note: text.exactOptional() },
  { expected: 'a copy', hint: "Write { from: 'mongodb.onboarding_research.text', to: 'mongodb.skills' }." },
  'a copy',
);

const retained = keysOf(
  { entity: name, reason: text },
  { expected: 'a retained entity with a reason', hint: "Write { entity: 'mongodb.audit_logs', reason: '…' }." },
  'a retained entity',
);

const entity = {
  tenancy,
  retention,
  references: recordOf(reference, { expected: 'an object of references', hint: "Write { 'meta.ownerId': to('postgresql.users.ref_id') }, or toByType(…), toOneOf(…), toAny(…), toObjects(…)." }),
  classification: recordOf(choice(['personal', 'secret']), { expected: 'an object of classifications', hint: "Write { 'contact.email': 'personal', token: 'secret' }." }),
  formerFields: namesByName(FORMER_PATHS),
  formerly: name,
  referencesNothing: text,
  owner: name,
  domain: name,
  tags: names(),
  status,
  suppress: suppressionsAt,
};

const collection = { document: shape, indexes: documentIndexes, validator: flag, capped, timeSeries, clustered: flag, ...entity };
const table = {
  columns: shape, schema: name, primaryKey: names(), unique: uniques, checks, foreignKeys, indexes: tableIndexes, partitionBy: partition, ...entity,
};
const objects = {
  bucket: name, key: name, parameters: recordOf(shapeSaying({ ...SCHEMAS, outwards: 1 }), SCHEMAS), contentType: name, versioning: flag, lifecycle, objectLock, ...entity,
};
const eliminated = { reason: text, since: name, replacedBy: name, suppress: suppressions };
const process = {
  reads: names(), writes: names(), deletes: names(),
  copies: listOf(copy, { expected: 'a list of copies', hint: "Write [{ from: 'mongodb.onboarding_research.text', to: 'mongodb.skills' }]." }),
  retains: listOf(retained, { expected: 'a list of entities', hint: "Write [{ entity: 'mongodb.audit_logs', reason: '…' }]." }),
  erasesTenants: flag,
  because: text, code: name, owner: name, suppress: suppressions,
};
const claim = { holds: check, because: text, suppress: suppressions };
const domain = { owner: name, suppress: suppressions };
const store = { suppress: suppressions };
const system = { tenancy: choice(['none']), suppress: suppressions };

export const DEFINITION_WORDS: Readonly<Record<Definition['kind'], DefinitionWord>> = {
  'polyref.collection': { word: 'collection', article: 'A collection', name: 'name', example: "collection('event_logs', { … })", options: collection, required: { document: 'z.object({ … })' } },
  'polyref.table': { word: 'table', article: 'A table', name: 'name', example: "table('activities', { … })", options: table, required: { columns: 'z.object({ … })' } },
  'polyref.objects': {
    word: 'objects', article: 'An object family', name: 'name', example: "objects('strategies', { … })", options: objects,
    required: { bucket: "'tenant-content'", key: "'{tenantId}/reports/{reportId}.pdf'" },
  },
  'polyref.eliminated': { word: 'eliminated', article: 'A tombstone', name: 'address', example: "eliminated('mongodb.contract_pdfs', { … })", options: eliminated, required: { reason: "'…'" } },
  'polyref.process': { word: 'process', article: 'A process', name: 'name', example: "process('Onboarding Agent', { … })", options: process, required: {} },
  'polyref.claim': { word: 'claim', article: 'A claim', name: 'sentence', example: "claim('…', { holds: … })", options: claim, required: { holds: 'noReferences({ … })' } },
  'polyref.domain': { word: 'domain', article: 'A domain', name: 'name', example: "domain('billing')", options: domain, required: {} },
  'polyref.store': { word: 'store', article: 'A store', name: 'id', example: "store('mongodb')", options: store, required: {} },
  'polyref.system': { word: 'system', article: 'A system', name: 'name', example: "system('Acme')", options: system, required: {} },
};

/** Of a definition, the options that are right; what is wrong or was not said is absent. */
type Read<Options extends z.ZodRawShape> = { readonly [Name in keyof Options]?: z.output<Options[Name]> };

export type ReadEntity =
  | { readonly kind: 'polyref.collection'; readonly name: string; readonly options: Read<typeof collection> }
  | { readonly kind: 'polyref.table'; readonly name: string; readonly options: Read<typeof table> }
  | { readonly kind: 'polyref.objects'; readonly name: string; readonly options: Read<typeof objects> };

export type ReadDefinition =
  | ReadEntity
  | { readonly kind: 'polyref.eliminated'; readonly name: string; readonly options: Read<typeof eliminated> }
  | { readonly kind: 'polyref.process'; readonly name: string; readonly options: Read<typeof process> }
  | { readonly kind: 'polyref.claim'; readonly name: string; readonly options: Read<typeof claim> }
  | { readonly kind: 'polyref.domain'; readonly name: string; readonly options: Read<typeof domain> }
  | { readonly kind: 'polyref.store'; readonly name: string; readonly options: Read<typeof store> }
  | { readonly kind: 'polyref.system'; readonly name: string; readonly options: Read<typeof system> };
