import { keyRows, lifetimeRows, pointerRows, tenancyRows, toRows } from './fact-rows.ts';
import type { SeedFact } from './seed-fact.ts';

const COLLECTIONS = ['activity_outputs', 'activity_streams', 'audit_logs', 'event_logs', 'onboarding_research', 'skills', 'strategies_content', 'tool_call_logs'];

/**
 * The page that this documentation replaces, fact by fact: its wording, what the catalog must hold for it, and what its readers must find on the pages.
 * Where the page contradicted itself, the fact is what is true and `mended` says what was wrong.
 */
export const SEED_FACTS: readonly SeedFact[] = [
  // Introduction
  {
    id: 'intro-visual-reference',
    wording: 'Visual reference for all MongoDB collections, their schemas, and their cross-references to PostgreSQL.',
    inCatalog: { kind: 'says', of: 'system', words: ['visual reference', 'collection', 'full schema', 'points at what'] },
    onPages: [{ page: 'index.mdx', together: ['visual reference'] }],
  },
  {
    id: 'intro-full-schemas',
    wording: 'Full collection schemas (indexes, TTLs, security): mongo.md',
    inCatalog: { kind: 'index', entity: 'mongodb.event_logs', on: ['createdAt'], ttl: '90 days' },
    onPages: [{ page: 'mongodb/event_logs.mdx', together: ['createdAt', '90 days'] }],
  },
  {
    id: 'intro-no-foreign-keys',
    wording: 'MongoDB does not enforce foreign key constraints. All references to PostgreSQL records are maintained by application logic.',
    inCatalog: { kind: 'claim', words: ['does not enforce foreign key constraints', 'maintained by application logic'] },
    onPages: [
      { page: 'index.mdx', together: ['MongoDB does not enforce foreign key constraints'] },
      { page: 'mongodb/index.mdx', together: ['does not enforce foreign key constraints'] },
    ],
  },
  {
    id: 'intro-ref-id',
    wording: 'References use PostgreSQL ref_id (ULID) values unless otherwise noted.',
    inCatalog: { kind: 'claim', words: ['ref_id', 'ULID', 'unless otherwise noted'] },
    onPages: [{ page: 'index.mdx', together: ['ref_id', '(ULID) values unless otherwise noted'] }],
  },
  {
    id: 'internal-use-only',
    wording: '© 2026 Leadmetrics — Internal use only',
    inCatalog: { kind: 'says', of: 'system', words: ['Leadmetrics', 'Internal use only'] },
    onPages: [{ page: 'index.mdx', together: ['Internal use only'] }],
  },

  // Collections Overview
  {
    id: 'collections-overview',
    wording: 'Collections Overview: Rendering diagram…',
    mended: 'The diagram never came; and of the nine collections one is gone.',
    inCatalog: { kind: 'collections', living: COLLECTIONS, eliminated: ['contract_pdfs'] },
    onPages: [...COLLECTIONS, 'contract_pdfs'].map((collection) => ({ page: 'mongodb/index.mdx', together: [collection] })),
  },

  // Cross-References: MongoDB → PostgreSQL
  {
    id: 'application-level',
    wording: 'Each MongoDB collection references one or more PostgreSQL records. These are application-level references — no DB-enforced constraint.',
    inCatalog: { kind: 'everyCollectionReferences', store: 'postgresql' },
    onPages: [{ page: 'index.mdx', together: ['application-level references', 'no DB-enforced constraint'] }],
  },
  ...toRows([
    ['activity_outputs', 'activityId', 'activities'],
    ['activity_outputs', 'activityRunId', 'activity_runs'],
    ['activity_streams', 'activityId', 'activities'],
    ['event_logs', 'activityId', 'activities'],
    ['event_logs', 'goalId', 'goals'],
    ['onboarding_research', 'runId', 'onboarding_runs'],
    ['strategies_content', 'strategyId', 'strategies'],
    ['tool_call_logs', 'toolCallId', 'tool_calls'],
    ['tool_call_logs', 'activityRunId', 'activity_runs'],
  ]),
  {
    id: 'skills-tenant-only',
    wording: 'skills (tenantId only — no FK to a specific record)',
    inCatalog: { kind: 'onlyTenantReference', entity: 'mongodb.skills', words: ['tenantId', 'only', 'no foreign key to a specific record'] },
    onPages: [{ page: 'cross-references.mdx', together: ['skills', 'no foreign key to a specific record'] }],
  },
  {
    id: 'audit-logs-polymorphic',
    wording: 'audit_logs.resourceId → any table ref_id (polymorphic)',
    mended: 'The page named no discriminator: `resourceType` is one.',
    inCatalog: { kind: 'anyReference', from: ['mongodb.audit_logs', 'resourceId'], store: 'postgresql', field: 'ref_id', discriminator: 'resourceType' },
    onPages: [
      { page: 'cross-references.mdx', together: ['resourceId', 'ref_id', 'resourceType'] },
      { page: 'mongodb/audit_logs.mdx', together: ['resourceId', 'ref_id', 'resourceType'] },
    ],
  },

  // Cross-References: MongoDB → S3
  {
    id: 'bytes-in-s3',
    wording: 'MongoDB documents that hold large content store S3 keys — the actual bytes are in S3.',
    inCatalog: { kind: 'claim', words: ['hold large content store S3 keys', 'the actual bytes are in S3'] },
    onPages: [{ page: 'index.mdx', together: ['the actual bytes are in S3'] }],
  },
  ...keyRows('mongodb', [
    [
      'activity_outputs', 's3Key', 'activity_outputs', '{tenantId}/activity-outputs/{activityId}/{refId}.{ext}',
      { tenantId: 'tenantId', activityId: 'activityId', refId: 'refId', ext: '(parameter)' },
    ],
    [
      'onboarding_research', 'websiteTextS3Key', 'onboarding_website_text', '{tenantId}/onboarding/{runId}/website-text.txt',
      { tenantId: 'tenantId', runId: 'runId' },
    ],
    [
      'onboarding_research', 'competitorResearchS3Key', 'onboarding_competitor_research', '{tenantId}/onboarding/{runId}/competitor-research.txt',
      { tenantId: 'tenantId', runId: 'runId' },
    ],
    [
      'onboarding_research', 'industryContextS3Key', 'onboarding_industry_context', '{tenantId}/onboarding/{runId}/industry-context.txt',
      { tenantId: 'tenantId', runId: 'runId' },
    ],
    [
      'onboarding_research', 'rawNotesS3Key', 'onboarding_raw_notes', '{tenantId}/onboarding/{runId}/raw-notes.txt',
      { tenantId: 'tenantId', runId: 'runId' },
    ],
    [
      'onboarding_research', 'generatedContextFileS3Key', 'onboarding_context_file', '{tenantId}/onboarding/{runId}/context-file.md',
      { tenantId: 'tenantId', runId: 'runId' },
    ],
    [
      'strategies_content', 's3Key', 'strategies', '{tenantId}/strategies/{strategyId}/v{version}.md',
      { tenantId: 'tenantId', strategyId: 'strategyId', version: 'version' },
    ],
  ]),

  // Cross-References: PostgreSQL → MongoDB
  {
    id: 'varchar-24',
    wording: 'PostgreSQL stores MongoDB ObjectIds as VARCHAR(24) reference pointers.',
    inCatalog: { kind: 'claim', words: ['PostgreSQL stores MongoDB ObjectIds', 'VARCHAR(24)', 'reference pointers'] },
    onPages: [{ page: 'index.mdx', together: ['PostgreSQL stores MongoDB ObjectIds', 'VARCHAR(24)', 'reference pointers'] }],
  },
  ...pointerRows([
    ['activities', 'output_ref', 'activity_outputs'],
    ['blog_posts', 'content_ref', 'activity_outputs'],
    ['social_posts', 'content_ref', 'activity_outputs'],
    ['onboarding_runs', 'context_file_id', 'skills'],
  ]),
  {
    id: 'output-ref-authority',
    wording: 'activities.output_ref → activity_outputs._id, and activity_outputs.activityId → activities.ref_id',
    mended: 'Two pointers for one fact: the document is declared the authority.',
    inCatalog: { kind: 'mirror', from: ['postgresql.activities', 'output_ref'], authority: 'mongodb.activity_outputs.activityId' },
    onPages: [{ page: 'postgresql/activities.mdx', together: ['output_ref', 'activity_outputs.activityId'] }],
  },
  {
    id: 'context-file-not-research',
    wording: 'onboarding_runs.context_file_id → skills._id (and onboarding_research._id)',
    mended: 'One pointer cannot have two targets: it points at the skill; research is found by its own `runId`.',
    inCatalog: { kind: 'referenceNote', from: ['postgresql.onboarding_runs', 'context_file_id'], words: ['skills', 'only', 'onboarding_research', 'runId'] },
    onPages: [
      { page: 'cross-references.mdx', together: ['context_file_id', 'skills', 'onboarding_research', 'runId'] },
      { page: 'postgresql/onboarding_runs.mdx', together: ['context_file_id', 'onboarding_research.runId'] },
    ],
  },

  // Cross-References: PostgreSQL → S3 (direct)
  {
    id: 'contracts-direct',
    wording: 'The contracts table holds the S3 key directly — no MongoDB intermediary needed for contract PDFs.',
    inCatalog: { kind: 'claim', words: ['contracts', 'holds the S3 key directly', 'no MongoDB intermediary', 'contract PDFs'] },
    onPages: [
      { page: 'index.mdx', together: ['holds the S3 key directly', 'no MongoDB intermediary'] },
      { page: 'postgresql/contracts.mdx', together: ['holds the S3 key of the signed PDF directly', 'no MongoDB intermediary'] },
    ],
  },
  ...keyRows('postgresql', [
    [
      'contracts', 'pdf_s3_key', 'contracts', '{tenantId}/contracts/{contractRefId}/v{templateVersion}.pdf',
      { tenantId: 'tenant_id', contractRefId: 'ref_id', templateVersion: 'template_version' },
    ],
  ]),
  {
    id: 'strategies-content-note',
    wording:
      'strategies_content is referenced by strategies.ref_id stored inside the MongoDB document itself (not a column in PostgreSQL’s strategies table — ' +
      'the strategy row is looked up by strategyId within the MongoDB document).',
    inCatalog: {
      kind: 'referenceNote',
      from: ['mongodb.strategies_content', 'strategyId'],
      words: ['strategies.ref_id', 'stored inside the MongoDB document itself', 'not a column', 'looked up by the'],
    },
    onPages: [
      {
        page: 'cross-references.mdx',
        together: ['strategyId', 'strategies.ref_id', 'stored inside the MongoDB document itself', 'not a column', 'strategy row is looked up'],
      },
      { page: 'mongodb/strategies_content.mdx', together: ['stored inside the MongoDB document itself', 'not a column'] },
    ],
  },
  {
    id: 'strategies-without-column',
    wording: '(not a column in PostgreSQL’s strategies table)',
    inCatalog: { kind: 'claim', words: ['strategies', 'has no column for its content'] },
    onPages: [{ page: 'index.mdx', together: ['strategies', 'has no column for its content'] }],
  },

  // TTL Summary
  ...lifetimeRows([
    ['activity_outputs', { kind: 'permanent' }, ['activity_outputs'], ['Client-facing content', 'S3 content retained indefinitely']],
    ['activity_streams', { kind: 'expires', after: '24 hours' }, [], ['Transient streaming buffer', 'no S3 content']],
    ['skills', { kind: 'permanent' }, [], ['Full text in MongoDB', 'full-text search required']],
    ['audit_logs', { kind: 'atLeast', for: '2 years' }, [], ['Compliance', 'retained minimum 2 years']],
    ['event_logs', { kind: 'expires', after: '90 days' }, [], ['Operational log', 'no S3 content']],
    [
      'onboarding_research', { kind: 'permanent' },
      ['onboarding_website_text', 'onboarding_competitor_research', 'onboarding_industry_context', 'onboarding_raw_notes', 'onboarding_context_file'],
      ['Metadata in MongoDB', 'research text in S3'],
    ],
    ['strategies_content', { kind: 'permanent' }, ['strategies'], ['Pointer in MongoDB', 'full Markdown in S3']],
    ['tool_call_logs', { kind: 'expires', after: '90 days' }, [], ['Small JSON payloads stay in MongoDB']],
  ]),
  {
    id: 'ttl-contract_pdfs',
    wording: 'contract_pdfs | Eliminated | None — permanent | S3 with Object Lock (WORM) on contracts prefix',
    mended: 'No prefix selects all contracts, and an Object Lock default belongs to a bucket: contracts have a bucket of their own.',
    inCatalog: { kind: 'tombstone', address: 'mongodb.contract_pdfs', replacedBy: 's3.contracts', words: ['S3 with Object Lock (WORM)'] },
    onPages: [
      { page: 'retention.mdx', together: ['contract_pdfs', 'S3 with Object Lock (WORM)'] },
      { page: 'mongodb/contract_pdfs.mdx', together: ['S3 with Object Lock'] },
    ],
  },
  {
    id: 'contracts-worm',
    wording: 'S3 with Object Lock (WORM) on contracts prefix; S3 content TTL: None — permanent',
    inCatalog: { kind: 'objectLock', entity: 's3.contracts', mode: 'compliance', retention: 'permanent', bucketHoldsNothingElse: true },
    onPages: [
      { page: 's3/contracts.mdx', together: ['Object Lock', 'compliance'] },
      { page: 'retention.mdx', together: ['contracts', 'permanent', 'S3 with Object Lock (WORM)'] },
    ],
  },
  {
    id: 'skills-full-text-search',
    wording: 'Full text in MongoDB; full-text search required',
    inCatalog: { kind: 'index', entity: 'mongodb.skills', on: ['title', 'body'], order: 'text' },
    onPages: [{ page: 'mongodb/skills.mdx', together: ['skills_text', 'title', 'body', 'text'] }],
  },

  ...['Activity streams have no S3 content', 'Event logs have no S3 content', 'Payloads of tool calls are small JSON and stay in MongoDB', 'The full text of skills is in MongoDB'].map(
    (sentence): SeedFact => ({
      id: sentence,
      wording: 'No S3 content; small JSON payloads stay in MongoDB; full text in MongoDB',
      inCatalog: { kind: 'claim', words: [sentence] },
      onPages: [{ page: 'index.mdx', together: [sentence] }],
    }),
  ),

  // Tenant Scoping
  {
    id: 'every-collection-scoped',
    wording: 'Every collection is scoped by tenantId. The only exception is skills with tenantId: \'global\' for platform-wide default skill files.',
    mended: '`audit_logs` with `null` is a second exception.',
    inCatalog: { kind: 'claim', words: ['Every collection is scoped by', 'tenantId'], exceptions: ['mongodb.audit_logs', 'mongodb.skills'] },
    onPages: [
      { page: 'index.mdx', together: ['Every collection is scoped by', 'tenantId'] },
      { page: 'tenant-scoping.mdx', together: ['skills', 'global', 'Platform-wide default skill files'] },
    ],
  },
  ...tenancyRows([
    ['activity_outputs', []],
    ['activity_streams', []],
    ['skills', [{ value: 'global', reason: 'Platform-wide default skill files' }]],
    ['audit_logs', [{ value: null, reason: 'Platform-level actions' }]],
    ['event_logs', []],
    ['onboarding_research', []],
    ['strategies_content', []],
    ['tool_call_logs', []],
  ]),
  {
    id: 'tenancy-contract_pdfs',
    wording: 'contract_pdfs | tenant ref_id',
    mended: 'The collection is gone; the objects that took its place are scoped by the same value.',
    inCatalog: { kind: 'tombstone', address: 'mongodb.contract_pdfs', replacedBy: 's3.contracts', words: ['scoped by', 'ref_id'] },
    onPages: [{ page: 'mongodb/contract_pdfs.mdx', together: ['scoped by', 'ref_id'] }],
  },

  // Collection Relationships Within MongoDB
  {
    id: 'no-direct-references',
    wording: 'MongoDB collections do not reference each other directly. All cross-collection relationships go through PostgreSQL as the source of truth.',
    inCatalog: { kind: 'claim', words: ['MongoDB collections do not reference each other directly', 'go through PostgreSQL as the source of truth'] },
    onPages: [{ page: 'index.mdx', together: ['MongoDB collections do not reference each other directly'] }],
  },
  {
    id: 'double-write',
    wording:
      'The Onboarding Agent writes its generatedContextFile both to onboarding_research.generatedContextFile (raw research output) and creates a separate document ' +
      'in skills (the injected context file).',
    inCatalog: {
      kind: 'process',
      name: 'Onboarding Agent',
      writes: ['mongodb.onboarding_research.generatedContextFile', 'mongodb.skills'],
      words: ['raw research output', 'separate document in `skills`', 'injected context file'],
    },
    onPages: [
      { page: 'within-a-store.mdx', together: ['Onboarding Agent'] },
      { page: 'within-a-store.mdx', together: ['raw research output', 'separate document in', 'injected context file'] },
      { page: 'processes.mdx', together: ['raw research output', 'separate document in', 'injected context file'] },
    ],
  },
  {
    id: 'one-implicit-relationship',
    wording: 'The one implicit relationship is between onboarding_research and skills',
    inCatalog: { kind: 'onlyImplicit', store: 'mongodb', process: 'Onboarding Agent', entities: ['mongodb.onboarding_research', 'mongodb.skills'] },
    onPages: [{ page: 'within-a-store.mdx', together: ['onboarding_research.generatedContextFile', 'skills'] }],
  },
];
