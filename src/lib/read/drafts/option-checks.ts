import { isObject } from '../../model/is-object.ts';
import { zodVersion } from '../shape/zod-to-json.ts';

/** What an option's value has to be. */
export interface OptionCheck {
  readonly fits: (value: unknown) => boolean;
  /** Ends "… is text, not …". */
  readonly expected: string;
  readonly hint: string;
  /** Keys that the value, or each value of a list, may have; absent: not looked at. */
  readonly keys?: (value: Readonly<Record<string, unknown>>) => readonly string[] | undefined;
  /** What the value is called when it has a key that it may not have. */
  readonly noun?: string;
}

const isText = (value: unknown) => typeof value === 'string';
const listOf = (fits: (value: unknown) => boolean) => (value: unknown) => Array.isArray(value) && value.every(fits);
const recordOf = (fits: (value: unknown) => boolean) => (value: unknown) => isObject(value) && Object.values(value).every(fits);
const hasKind = (keys: Readonly<Record<string, readonly string[]>>) => (value: unknown) => isObject(value) && typeof value['kind'] === 'string' && Object.hasOwn(keys, value['kind']);
const keysByKind = (keys: Readonly<Record<string, readonly string[]>>) => (value: Readonly<Record<string, unknown>>) => keys[String(value['kind'])];

const RETENTION_KEYS = {
  permanent: ['kind', 'note'],
  expires: ['kind', 'after', 'field', 'where', 'note'],
  atLeast: ['kind', 'for', 'reason', 'note'],
  locked: ['kind', 'for', 'mode', 'note'],
  withParent: ['kind', 'parent', 'within', 'by', 'note'],
};
const TENANCY_KEYS = {
  perTenant: ['kind', 'field', 'exceptions', 'note'],
  tenant: ['kind', 'field', 'note'],
  viaParent: ['kind', 'field', 'note'],
  shared: ['kind', 'reason', 'note'],
};
const STATUS_KEYS = { stable: ['kind'], experimental: ['kind', 'note'], deprecated: ['kind', 'reason', 'since', 'useInstead'] };
const REFERENCE_KINDS = { field: [], byType: [], oneOf: [], any: [], objects: [] };
const CLAIM_KEYS = {
  noReferences: ['kind', 'from', 'to', 'except'],
  everyReference: ['kind', 'from', 'to', 'enforcedBy', 'toField', 'type', 'except'],
  everyEntity: ['kind', 'in', 'scopedBy', 'retention', 'except'],
};
const INDEX_KEYS = ['keys', 'name', 'unique', 'method', 'where', 'include', 'sparse', 'hidden', 'collation', 'expireAfterSeconds', 'note'];
const isIndex = (value: unknown) => isObject(value) && (isObject(value['keys']) || Array.isArray(value['keys']));

export const text: OptionCheck = { fits: isText, expected: 'text', hint: 'Write it between quotes.' };
export const texts: OptionCheck = { fits: listOf(isText), expected: 'a list of texts', hint: "Write ['…', '…']." };
export const flag: OptionCheck = { fits: (value) => typeof value === 'boolean', expected: 'true or false', hint: 'Write true or false.' };
export const shape: OptionCheck = {
  fits: (value) => zodVersion(value) !== undefined,
  expected: 'a Zod schema',
  hint: "Write z.object({ … }), with z from 'zod' or 'zod/v3'.",
};
export const shapes: OptionCheck = { fits: recordOf(shape.fits), expected: 'an object of Zod schemas', hint: 'Write { version: z.int() }.' };
export const retention: OptionCheck = {
  fits: (value) => hasKind(RETENTION_KEYS)(value) || (Array.isArray(value) && value.length > 0 && value.every(hasKind(RETENTION_KEYS))),
  expected: 'a retention',
  hint: "Write permanent(), expires('90 days', { after: '…' }), keptAtLeast(…), locked(…) or withParent(…).",
  keys: keysByKind(RETENTION_KEYS),
  noun: 'a retention',
};
export const tenancy: OptionCheck = {
  fits: hasKind(TENANCY_KEYS),
  expected: 'a tenancy',
  hint: "Write perTenant('tenantId'), tenantItself('…'), viaParent('…') or shared('why').",
  keys: keysByKind(TENANCY_KEYS),
  noun: 'a tenancy',
};
export const status: OptionCheck = {
  fits: hasKind(STATUS_KEYS),
  expected: 'a status',
  hint: "Write stable, experimental('…') or deprecated('why').",
  keys: keysByKind(STATUS_KEYS),
  noun: 'a status',
};
export const references: OptionCheck = {
  fits: recordOf(hasKind(REFERENCE_KINDS)),
  expected: 'an object of references',
  hint: "Write { 'meta.ownerId': to('postgresql.users.ref_id') }, or toByType(…), toOneOf(…), toAny(…), toObjects(…).",
};
export const classification: OptionCheck = {
  fits: recordOf((value) => value === 'personal' || value === 'secret'),
  expected: 'an object of classifications',
  hint: "Write { 'contact.email': 'personal', token: 'secret' }.",
};
export const formerFields: OptionCheck = {
  fits: recordOf((value) => isText(value) && value !== ''),
  expected: 'an object of former paths',
  hint: "Write { 'meta.ownerId': 'meta.owner' }: the path that it has now, and the one that it had.",
};
export const check: OptionCheck = {
  fits: hasKind(CLAIM_KEYS),
  expected: 'a check',
  hint: 'Write noReferences(…), everyReference(…) or everyEntity(…).',
  keys: keysByKind(CLAIM_KEYS),
  noun: 'this check',
};
export const documentIndexes: OptionCheck = {
  fits: listOf(isIndex),
  expected: 'a list of indexes',
  hint: 'Write [index({ tenantId: 1, createdAt: -1 })].',
  keys: () => INDEX_KEYS,
  noun: 'an index',
};
export const tableIndexes: OptionCheck = {
  fits: listOf((value) => isIndex(value) || listOf(isText)(value)),
  expected: 'a list of indexes',
  hint: "Write [['tenant_id', 'created_at']] or [index(['tenant_id'], { … })].",
  keys: () => INDEX_KEYS,
  noun: 'an index',
};
export const uniques: OptionCheck = {
  fits: listOf((value) => listOf(isText)(value) || (isObject(value) && listOf(isText)(value['columns']))),
  expected: 'a list of unique constraints',
  hint: "Write [['tenant_id', 'slug']] or [unique(['tenant_id', 'slug'], { name: '…' })].",
  keys: () => ['columns', 'name'],
  noun: 'a unique constraint',
};
export const checks: OptionCheck = {
  fits: listOf((value) => isObject(value) && isText(value['name']) && isText(value['expression'])),
  expected: 'a list of check constraints',
  hint: "Write [check('positive_total', 'total >= 0')].",
};
export const foreignKeys: OptionCheck = {
  fits: listOf((value) => isObject(value) && listOf(isText)(value['columns']) && isText(value['target']) && listOf(isText)(value['targetColumns'])),
  expected: 'a list of foreign keys',
  hint: "Write [foreignKey(['tenant_id', 'goal_id'], 'postgresql.goals', ['tenant_id', 'id'])].",
  keys: () => ['columns', 'target', 'targetColumns', 'onDelete', 'note'],
  noun: 'a foreign key',
};
const SUPPRESSION_KEYS = ['rule', 'reason', 'until', 'issue'];
const isSuppression = (value: unknown) => isObject(value) && isText(value['rule']) && ['at', 'reason', 'until', 'issue'].every((key) => value[key] === undefined || isText(value[key]));

const suppressionsWith = (keys: readonly string[]): OptionCheck => ({
  fits: listOf(isSuppression),
  expected: 'a list of suppressions',
  hint: "Write [suppress('missing-owner', { reason: '…' })].",
  keys: () => keys,
  noun: 'a suppression',
});

export const suppressions = suppressionsWith(SUPPRESSION_KEYS);

export const suppressionsAt = suppressionsWith([...SUPPRESSION_KEYS, 'at']);

export const copies: OptionCheck = {
  fits: listOf((value) => isObject(value) && isText(value['from']) && isText(value['to'])),
  expected: 'a list of copies',
  hint: "Write [{ from: 'mongodb.onboarding_research.text', to: 'mongodb.skills' }].",
  keys: () => ['from', 'to', 'note'],
  noun: 'a copy',
};
export const partition: OptionCheck = {
  fits: (value) => isObject(value) && ['range', 'list', 'hash'].includes(String(value['strategy'])) && listOf(isText)(value['columns']),
  expected: 'a partitioning',
  hint: "Write partitionBy('range', ['created_at']).",
  keys: () => ['strategy', 'columns', 'note'],
  noun: 'a partitioning',
};
export const capped: OptionCheck = {
  fits: (value) => isObject(value) && typeof value['maxBytes'] === 'number',
  expected: 'a size',
  hint: 'Write { maxBytes: 1_000_000 }.',
  keys: () => ['maxBytes', 'maxDocuments'],
  noun: 'a capped collection',
};
export const timeSeries: OptionCheck = {
  fits: (value) => isObject(value) && isText(value['timeField']),
  expected: 'a time series',
  hint: "Write { timeField: 'at', metaField: 'device' }.",
  keys: () => ['timeField', 'metaField', 'granularity'],
  noun: 'a time series',
};
export const lifecycle: OptionCheck = {
  fits: listOf(isObject),
  expected: 'a list of lifecycle rules',
  hint: "Write [lifecycle({ prefix: 'tmp/', expireAfter: '7 days' })].",
  keys: () => ['prefix', 'tag', 'expireAfter', 'expireOldVersionsAfter', 'abortUploadsAfter', 'note'],
  noun: 'a lifecycle rule',
};
export const objectLock: OptionCheck = {
  fits: (value) => isObject(value) && ['governance', 'compliance'].includes(String(value['mode'])) && isText(value['for']),
  expected: 'an Object Lock',
  hint: "Write compliance('7 years') or governance('30 days').",
  keys: () => ['mode', 'for', 'prefix'],
  noun: 'an Object Lock',
};
