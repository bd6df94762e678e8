import * as z from 'zod';
import { expect, test } from 'vitest';
import { analysesOf } from '../../src/lib/analysis/analyses.ts';
import { collection, compliance, expires, lifecycle, objectId, objects, permanent, ulid, withParent } from '../../src/lib/dsl/index.ts';
import { renderPages } from '../../src/lib/emit/render-pages.ts';
import { explainAddress } from '../../src/lib/explain/explain-address.ts';
import { catalogFrom } from '../rules/catalog-from.ts';

const family = (name: string, options: object) => objects(name, { bucket: 'b', key: `logs/${name}/{id}`, parameters: { id: ulid() }, retention: permanent(), ...options });
const page = (path: string, ...families: readonly ReturnType<typeof family>[]) => renderPages(catalogFrom(...families)).get(`src/content/docs/reference/${path}`) ?? '';
const lines = (text: string, begin: string) => text.split('\n').filter((line) => line.startsWith(begin));

const audit = family('audit', {});
const requests = family('requests', { lifecycle: [lifecycle({ prefix: 'logs/', expireAfter: '30 days' })], retention: expires('30 days') });

test('a page shows what the rule of another family does to its objects', () => {
  const text = page('s3/audit.mdx', audit, requests);
  expect(lines(text, '- Lifecycle')).toEqual(['- Lifecycle (a rule of [`requests`](./requests.mdx)): objects under `logs/` expire after 30 days.']);
  expect(lines(text, '**Retention:**')).toEqual(['**Retention:** permanent; **S3 expires them after 30 days**, by a lifecycle rule of [`requests`](./requests.mdx).']);
});

test('so does the page of retention', () => {
  expect(lines(page('retention.mdx', audit, requests), '| [`audit`]')).toEqual([expect.stringContaining('None\u00a0—\u00a0permanent; **S3 expires them after 30 days**, by a lifecycle rule of [`requests`](./s3/requests.mdx)')]);
});

test('explain says so in a terminal', () => {
  const text = explainAddress({ entity: 's3.audit' }, analysesOf(catalogFrom(audit, requests)), { findings: [], suppressed: [] });
  expect(lines(text, '  S3 expires')).toEqual(['  S3 expires them after 30 days, by a lifecycle rule of `s3.requests`.']);
});

test('objects that go with a record which is gone before', () => {
  const jobs = (retention: ReturnType<typeof permanent>) => collection('jobs', { document: z.object({ _id: objectId(), createdAt: z.date() }), retention });
  const child = family('audit', { retention: withParent('mongodb.jobs') });
  const text = (retention: ReturnType<typeof permanent>) => renderPages(catalogFrom(jobs(retention), child, requests)).get('src/content/docs/reference/s3/audit.mdx') ?? '';
  expect(lines(text(expires('1 day', { after: 'createdAt' })), '**Retention:**')).toEqual(['**Retention:** As long as its [`jobs`](../mongodb/jobs.mdx).']);
  expect(lines(text(permanent()), '**Retention:**')).toEqual(['**Retention:** As long as its [`jobs`](../mongodb/jobs.mdx); **S3 expires them after 30 days**, by a lifecycle rule of [`requests`](./requests.mdx).']);
});

test('the family whose retention the rule carries out, and one that it does not reach', () => {
  expect(lines(page('s3/requests.mdx', audit, requests), '**Retention:**')).toEqual(['**Retention:** 30 days.']);
  const other = family('other', { key: 'other/{id}' });
  expect(page('s3/other.mdx', other, requests)).not.toContain('expire');
});

test('a rule that both families declare is the own one of both', () => {
  const rule = { lifecycle: [lifecycle({ abortUploadsAfter: '7 days' })] };
  expect(lines(page('s3/audit.mdx', family('audit', rule), family('other', rule)), '- Lifecycle')).toEqual(['- Lifecycle: objects of the bucket have unfinished uploads aborted after 7 days.']);
});

test('transitions are shown', () => {
  const rule = lifecycle({ transitions: [{ to: 'STANDARD_IA', after: '30 days' }, { to: 'GLACIER', after: '90 days' }], expireAfter: '1 year', oldVersionTransitions: [{ to: 'GLACIER_IR', after: '1 day' }] });
  expect(lines(page('s3/audit.mdx', family('audit', { versioning: true, lifecycle: [rule], retention: expires('1 year') })), '- Lifecycle')).toEqual([
    '- Lifecycle: objects of the bucket move to `STANDARD_IA` after 30 days and `GLACIER` after 90 days, expire after 1 year, have old versions moved to `GLACIER_IR` after 1 day.',
  ]);
});

test('no page says "not versioned" beside a lock, nor a lock where none is', () => {
  const locked = page('s3/audit.mdx', family('audit', { objectLock: compliance('7 years') }));
  expect(locked).toContain('- Versioning is not declared, but Object Lock requires it.\n- Object Lock in compliance mode for 7 years.');
  expect(locked).not.toContain('Not versioned');
  const prefix = family('audit', { objectLock: compliance('7 years', { prefix: 'logs/' }) });
  expect(page('s3/audit.mdx', prefix)).toContain('- Object Lock in compliance mode for 7 years is declared for the prefix `logs/`, but S3 cannot lock a prefix: nothing is locked.');
  expect(page('retention.mdx', prefix)).not.toContain('WORM');
});

test('an expiry leaves a locked version where it is', () => {
  const locked = family('audit', { versioning: true, objectLock: compliance('7 years') });
  expect(page('s3/audit.mdx', locked, requests)).toContain('An expiry does not delete a locked version: S3 adds a delete marker, and the version stays until its lock ends.');
  expect(page('s3/audit.mdx', locked)).not.toContain('delete marker');
});
