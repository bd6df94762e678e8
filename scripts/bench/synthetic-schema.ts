import type { PageSet } from '../../src/lib/index.ts';

/**
 * A schema of `count` entities as files: of five, two are collections, two tables, one an object family; they have 15 fields on average (a key has five placeholders,
 * a table or collection more), three of them references, and there is a domain for every fifty. The same count gives the same bytes.
 */
export function renderSyntheticSchema(count: number): PageSet {
  const random = createRandom(count);
  const names = Array.from({ length: count }, (_, at) => nameOf(at));
  const pick = (kind: Kind): string => {
    const all = ofKind.get(kind) ?? [];
    return all[Math.floor(random() * all.length)] ?? all[0] ?? '';
  };
  const ofKind = Map.groupBy(names, (_, at) => kindOf(at));
  const files = names.map((name, at): [string, string] => [`schema/${STORES[kindOf(at)]}/${name}.ts`, renderFile(name, at, pick)]);
  return new Map([['schema/system.ts', "import { system } from 'polyref';\n\n/** A synthetic system to measure with. */\nexport const bench = system('Bench');\n"], ...files]);
}

type Kind = 'collection' | 'table' | 'objects';

const STORES: Readonly<Record<Kind, string>> = { collection: 'mongodb', table: 'postgresql', objects: 's3' };
const NOUNS = ['order', 'invoice', 'parcel', 'ticket', 'lesson', 'sensor', 'reading', 'payment', 'contract', 'campaign', 'message', 'profile', 'session', 'asset', 'report'];
const COLUMNS = ['varchar(80)', 'text', 'integer', 'boolean', 'timestamptz', 'numeric(12, 2)', 'uuid', 'date', 'bigint'];

function kindOf(at: number): Kind {
  return at % 5 < 2 ? 'table' : at % 5 < 4 ? 'collection' : 'objects';
}

function nameOf(at: number): string {
  return `${NOUNS[at % NOUNS.length]}_${kindOf(at) === 'objects' ? 'files' : 'items'}_${String(at).padStart(5, '0')}`;
}

function renderFile(name: string, at: number, pick: (kind: Kind) => string): string {
  const common = `  owner: 'team-${at % 7}',\n  domain: 'domain-${String(Math.floor(at / 50)).padStart(3, '0')}',\n`;
  const description = `/** What the business knows of ${name.replaceAll('_', ' ')}. One record for each, written by the service that owns it. */\n`;
  switch (kindOf(at)) {
    case 'table':
      return `import * as z from 'zod';
import { bigint, boolean, date, index, integer, numeric, perTenant, permanent, ref, table, text, timestamptz, ulid, uuid, varchar } from 'polyref';

${description}export const entity = table('${name}', {
  columns: z.object({
    id: bigint(),
    /** Public identifier. */
    ref_id: ulid(),
    tenant_id: ulid(),
    parent_id: ref('postgresql.${pick('table')}.ref_id', { enforcedBy: 'database', onDelete: 'restrict' }),
    other_id: ref('postgresql.${pick('table')}.ref_id').nullable(),
    document_ref: ref('mongodb.${pick('collection')}._id').nullable(),
${Array.from({ length: 11 }, (_, field) => `    /** Fact ${field + 1} about it. */\n    fact_${field + 1}: ${(COLUMNS[(at + field) % COLUMNS.length] ?? 'text').replace(/^(\w+)$/, '$1()')},`).join('\n')}
  }),
  primaryKey: ['id'],
  unique: [['ref_id']],
  indexes: [index(['tenant_id', 'fact_1'])],
  tenancy: perTenant('tenant_id'),
  retention: permanent(),
${common}});
`;
    case 'collection':
      return `import * as z from 'zod';
import { collection, expires, index, objectId, objectKey, perTenant, ref, ulid } from 'polyref';

${description}export const entity = collection('${name}', {
  document: z.object({
    _id: objectId(),
    tenantId: ulid(),
    /** The record that it belongs to. */
    ownerId: ref('postgresql.${pick('table')}.ref_id', { keptBy: 'writer' }),
    relatedId: ref('postgresql.${pick('table')}.ref_id').optional(),
    s3Key: objectKey('s3.${pick('objects')}'),
    status: z.enum(['new', 'open', 'done']),
    meta: z.object({ source: z.string(), score: z.number(), labels: z.array(z.string()) }),
${Array.from({ length: 7 }, (_, field) => `    /** Fact ${field + 1} about it. */\n    fact${field + 1}: ${['z.string()', 'z.number().int()', 'z.boolean()', 'z.string().optional()'][field % 4]},`).join('\n')}
    createdAt: z.date(),
  }),
  indexes: [index({ tenantId: 1, createdAt: -1 })],
  tenancy: perTenant('tenantId'),
  retention: expires('90 days', { after: 'createdAt' }),
${common}});
`;
    case 'objects':
      return `import * as z from 'zod';
import { objects, perTenant, permanent, ref, ulid } from 'polyref';

${description}export const entity = objects('${name}', {
  bucket: 'content',
  key: '{tenantId}/${name}/{ownerId}/{otherId}/{thirdId}/{part}.bin',
  parameters: {
    tenantId: ulid(),
    ownerId: ref('postgresql.${pick('table')}.ref_id'),
    otherId: ref('postgresql.${pick('table')}.ref_id'),
    thirdId: ref('mongodb.${pick('collection')}._id'),
    part: z.string(),
  },
  tenancy: perTenant('tenantId'),
  retention: permanent(),
${common}});
`;
  }
}

/** Mulberry32: the same numbers on every machine. */
function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
