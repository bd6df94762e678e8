import { claim, everyEntity, everyReference, noReferences } from 'polyref';

export const keptByTheApplication = claim('MongoDB does not enforce foreign key constraints: all references to PostgreSQL are maintained by application logic.', {
  holds: everyReference({ from: 'mongodb', to: 'postgresql', enforcedBy: 'application' }),
  because: 'Each MongoDB collection references one or more PostgreSQL records. These are application-level references; there is no DB-enforced constraint.',
});

export const byRefId = claim('References from MongoDB use PostgreSQL `ref_id` (ULID) values unless otherwise noted.', {
  holds: everyReference({ from: 'mongodb', to: 'postgresql', toField: 'ref_id' }),
  because: '`ref_id` is the public identifier of a row. It survives a restore into another database, which an `id` from a sequence need not.',
});

export const foreignKeysByRefId = claim('Foreign keys inside PostgreSQL are enforced by the database.', {
  holds: everyReference({ from: 'postgresql', to: 'postgresql', enforcedBy: 'database', toField: 'ref_id' }),
  because: 'They point at `ref_id` as well, so that one identifier serves in every store.',
});

export const noShortCuts = claim('MongoDB collections do not reference each other directly.', {
  holds: noReferences({ from: 'mongodb', to: 'mongodb' }),
  because:
    'All cross-collection relationships go through PostgreSQL as the source of truth. ' +
    'The one implicit relationship is the Onboarding Agent\'s, between `mongodb.onboarding_research` and `mongodb.skills`.',
});

export const pointersAreVarchar = claim('PostgreSQL stores MongoDB ObjectIds as `VARCHAR(24)` reference pointers.', {
  holds: everyReference({ from: 'postgresql', to: 'mongodb', enforcedBy: 'application', toField: '_id', type: 'varchar(24)' }),
  because: 'An ObjectId is 24 hexadecimal digits. PostgreSQL has no type for it and cannot check where it points.',
});

export const largeContentInS3 = claim('MongoDB documents that hold large content store S3 keys; the actual bytes are in S3.', {
  holds: everyReference({ from: 'mongodb', to: 's3', enforcedBy: 'application', type: 'string' }),
  because: 'A document may hold 16 MB at most, and lists must not carry the text of what they list.',
});

export const streamsStayInMongo = claim('Activity streams have no S3 content.', {
  holds: noReferences({ from: 'mongodb.activity_streams', to: 's3' }),
  because: 'A transient streaming buffer is not worth an object.',
});

export const eventsStayInMongo = claim('Event logs have no S3 content.', {
  holds: noReferences({ from: 'mongodb.event_logs', to: 's3' }),
  because: 'An operational log of small documents, gone after 90 days.',
});

export const payloadsStayInMongo = claim('Payloads of tool calls are small JSON and stay in MongoDB.', {
  holds: noReferences({ from: 'mongodb.tool_call_logs', to: 's3' }),
});

export const skillsStayInMongo = claim('The full text of skills is in MongoDB.', {
  holds: noReferences({ from: 'mongodb.skills', to: 's3' }),
  because: 'Full-text search over it is required.',
});

export const contractsDirect = claim('The `contracts` table holds the S3 key directly; no MongoDB intermediary is needed for contract PDFs.', {
  holds: noReferences({ from: 'postgresql.contracts', to: 'mongodb' }),
  because: 'The collection that once stood in between, `mongodb.contract_pdfs`, is gone.',
});

export const contractsOnlyFromPostgresql = claim('No MongoDB document points at a contract PDF.', {
  holds: noReferences({ from: 'mongodb', to: 's3.contracts' }),
  because: '`postgresql.contracts.pdf_s3_key` is the only pointer, so that nothing can disagree with it.',
});

export const strategiesFromMongo = claim('The `strategies` table has no column for its content.', {
  holds: noReferences({ from: 'postgresql.strategies', to: 'mongodb' }),
  because: '`mongodb.strategies_content` holds the strategy\'s `ref_id` in `strategyId`; the row is looked up by it.',
});

export const collectionsPerTenant = claim('Every collection is scoped by `tenantId`.', {
  holds: everyEntity({
    in: 'mongodb',
    scopedBy: 'tenantId',
    except: [
      { address: 'mongodb.skills', reason: '`tenantId: \'global\'` stands for platform-wide default skill files.' },
      { address: 'mongodb.audit_logs', reason: '`tenantId: null` stands for platform-level actions.' },
    ],
  }),
  because: 'It holds a tenant\'s `ref_id`. The only exceptions are `\'global\'` in `mongodb.skills` and `null` in `mongodb.audit_logs`.',
});

export const tablesPerTenant = claim('Every table is scoped by `tenant_id`.', {
  holds: everyEntity({
    in: 'postgresql',
    scopedBy: 'tenant_id',
    except: [
      { address: 'postgresql.tenants', reason: 'A row is a tenant.' },
      { address: 'postgresql.contract_templates', reason: 'The wording of contracts is the platform\'s own.' },
    ],
  }),
});

export const keysPerTenant = claim('Every S3 key begins with its tenant.', {
  holds: everyEntity({ in: 's3', scopedBy: 'tenantId' }),
  because: 'One listing finds all that a tenant has. The price: no prefix picks out one kind of object for all tenants.',
});

export const bytesArePermanent = claim('S3 content has no TTL: it is permanent.', {
  holds: everyEntity({ in: 's3', retention: 'permanent' }),
});

export const lifetimesDeclared = claim('Every collection says how long its documents live.', {
  holds: everyEntity({ in: 'mongodb', retention: 'declared' }),
});
