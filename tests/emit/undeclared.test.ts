import { expect, test } from 'vitest';
import * as z from 'zod';
import { collection, objectId, objects, permanent, perTenant, process, ref, system, table, tenantItself, ulid } from '../../src/lib/dsl/index.ts';
import type { Definition } from '../../src/lib/dsl/definition.ts';
import { explainAddress } from '../../src/lib/explain/explain-address.ts';
import { renderPages, renderSite } from '../../src/lib/emit/render-pages.ts';
import { REFERENCE_FOLDER } from '../../src/lib/model/page-path.ts';
import { catalogFrom, draftsFrom } from '../rules/catalog-from.ts';
import { buildCatalog } from '../../src/lib/model/build-catalog.ts';
import { analysesOf } from '../../src/lib/analysis/analyses.ts';
import { measureCoverage, percentOf } from '../../src/lib/analysis/coverage.ts';

const pagesOf = (...definitions: readonly Definition[]) => renderPages(catalogFrom(...definitions));
/** What a page says below its front matter, links as their labels. */
const bodyOf = (page: string, ...definitions: readonly Definition[]): readonly string[] =>
  (pagesOf(...definitions).get(`${REFERENCE_FOLDER}/${page}`) ?? '').replace(/^---\n.*?\n---\n/s, '').replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1').split('\n').filter((line) => line !== '' && !line.startsWith('import ') && !line.startsWith('{/*'));

const users = table('users', { columns: z.object({ id: ulid() }), primaryKey: ['id'] });
const notes = (name: string, more: object = {}) => collection(name, { document: z.object({ _id: objectId(), userId: ref('postgresql.users.id') }), ...more });
const many = Array.from({ length: 12 }, (_, at) => notes(`notes_${String(at).padStart(2, '0')}`));

test('nobody declares a retention: one sentence with the next step', () => {
  expect(bodyOf('retention.mdx', users, notes('notes'))).toEqual([
    "No entity declares how long its records live, so it is not known whether 1 reference can dangle. Start with `users`: no entity is referenced more often. For example `retention: permanent()`, or <code>retention: expires('90 days', &#123; after: 'created_at' &#125;)</code> with the field that the time counts from.",
  ]);
  expect(bodyOf('retention.mdx', notes('notes'), users).join('\n')).not.toContain('##');
});

test('nobody declares a tenant: one sentence with the next step', () => {
  expect(bodyOf('tenant-scoping.mdx', users, notes('notes'))).toEqual([
    "No entity declares a tenant. No entity is referenced more often than `users`: if its records are the tenants, start there with `tenancy: tenantItself('…')`. If the system has no tenants, declare that once, and this page disappears: <code>system('…', &#123; tenancy: 'none' &#125;)</code>.",
  ]);
});

test('a reference that a database enforces cannot dangle, whatever nobody declares', () => {
  const rows = table('rows', { columns: z.object({ id: ulid(), user_id: ref('postgresql.users.id', { enforcedBy: 'database' }) }), primaryKey: ['id'] });
  expect(bodyOf('retention.mdx', users, rows)[0]).toMatch(/^No entity declares how long its records live\. Start with `users`: /);
  expect(bodyOf('retention.mdx', users, rows, notes('a'), notes('b'))[0]).toMatch(/^No entity declares how long its records live, so it is not known whether 2 references can dangle\. Start/);
});

test('nothing is referenced: no entity is proposed to start with', () => {
  expect(bodyOf('retention.mdx', users)[0]).not.toContain('Start with');
  expect(bodyOf('tenant-scoping.mdx', users)[0]).toMatch(/^No entity declares a tenant\. If the system/);
});

test('a few declare it: the others are a list of names, not rows', () => {
  const text = bodyOf('retention.mdx', table('users', { columns: z.object({ id: ulid() }), primaryKey: ['id'], retention: permanent() }), ...many).join('\n');
  expect(text).toContain('<summary>12 entities without a declared retention</summary>');
  expect(text).toMatch(/\| `users` \| .*permanent \|/);
  expect(text).not.toContain('not declared |');
  expect(bodyOf('retention.mdx', notes('a', { retention: permanent() }), notes('b'), users)).toContain('`b`, `users`.');
});

test('what nobody declares has no column and no section on other pages', () => {
  const of = (page: string) => bodyOf(page, users, notes('notes')).join('\n');
  expect(of('mongodb/index.mdx')).toContain('| Entity | Fields | References in / out |');
  expect(of('mongodb/notes.mdx')).not.toMatch(/Retention|Tenan/);
});

test('a system without tenants has no page about them, and nobody is asked for one', () => {
  const none = [system('Shop', { tenancy: 'none' }), users, notes('notes', { retention: permanent() }), objects('files', { bucket: 'b', key: '{id}', parameters: { id: ulid() } })];
  const pages = pagesOf(...none);
  expect(pages.has(`${REFERENCE_FOLDER}/tenant-scoping.mdx`)).toBe(false);
  expect([...pages].filter(([path, text]) => path.endsWith('.mdx') && /tenan/i.test(text)).map(([path]) => path)).toEqual([]);
  expect(explainAddress({ entity: 'postgresql.users' }, analysesOf(catalogFrom(...none)), { findings: [], suppressed: [] })).not.toMatch(/tenan/i);
  const { tenancy } = measureCoverage(catalogFrom(...none)).total;
  expect([tenancy, percentOf(tenancy)]).toEqual([{ covered: 0, of: 0 }, 100]);
});

test('a system without tenants has no page of a rule about them, unless it found something', () => {
  const rule = (id: string, family: string) => ({ id, family, severity: 'note' as const, statement: 'It holds.', why: 'Because.', mend: 'Fix it.', options: {} });
  const rules = [rule('one', 'tenancy'), rule('two', 'keys'), rule('three', 'tenancy')];
  const pages = (...definitions: readonly Definition[]) =>
    [...renderSite(catalogFrom(...definitions, users), { findings: [{ rule: 'three', severity: 'note', message: 'It does not hold.' }], suppressed: [], rules }).entries()].filter(([path]) => /\/rules\/(?!index)/.test(path)).map(([path]) => path.replace(/.*\//, ''));
  expect(pages(system('Shop', { tenancy: 'none' }))).toEqual(['three.mdx', 'two.mdx']);
  expect(pages(system('Shop'))).toEqual(['one.mdx', 'three.mdx', 'two.mdx']);
});

test('a system without tenants, and a definition that speaks of them', () => {
  const { drafts } = draftsFrom(system('Shop', { tenancy: 'none' }), table('tenants', { columns: z.object({ id: ulid() }), primaryKey: ['id'], tenancy: tenantItself('id') }), notes('notes', { tenancy: perTenant('userId') }), users, process('Eraser', { erasesTenants: true }));
  expect(buildCatalog(drafts).findings.map(({ rule, message, hint, location }) => [rule, `${message} ${hint}`, location?.line])).toEqual([
    ['tenancy-without-tenants', "`postgresql.tenants` declares a tenancy, and the system has no tenants. Remove it, or remove tenancy: 'none' from the system.", 2],
    ['tenancy-without-tenants', "`mongodb.notes` declares a tenancy, and the system has no tenants. Remove it, or remove tenancy: 'none' from the system.", 3],
    ['tenancy-without-tenants', "The process \"Eraser\" erases tenants, and the system has none. Remove it, or remove tenancy: 'none' from the system.", 5],
  ]);
});

test('the steps of the tour are numbered without a gap', () => {
  const steps = bodyOf('start-here.mdx', users, ...many).filter((line) => line.startsWith('## '));
  expect(steps).toEqual(['## 1. The stores', '## 2. Core entities', '## Then']);
});

test.each([[5, true], [6, false]])('a finding that stands for %i entities is on the page of each: %s', (count, isThere) => {
  const catalog = catalogFrom(users, ...many);
  const instances = many.slice(0, count).map((_, at) => ({ rule: 'missing-owner', severity: 'note' as const, address: catalog.entities[at]!.address, entity: catalog.entities[at]!.address, message: `\`${catalog.entities[at]!.address}\` has no owner.` }));
  const finding = { rule: 'missing-owner', severity: 'note' as const, address: 'mongodb', message: 'Some have no owner.', instances };
  const page = renderSite(catalog, { findings: [finding], suppressed: [], rules: [] }).get(`${REFERENCE_FOLDER}/mongodb/notes_00.mdx`) ?? '';
  expect(page.includes('has no owner.')).toBe(isThere);
});

test('findings have a column of stores where there are several to choose from', () => {
  const of = (...definitions: readonly Definition[]) =>
    renderSite(catalogFrom(...definitions), { findings: [{ rule: 'x', severity: 'note', address: 'postgresql.users', entity: 'postgresql.users', message: 'Bad.' }], suppressed: [], rules: [{ id: 'x', family: 'stores', severity: 'note', statement: 'Good.', why: '', mend: '', options: {} }] }).get(`${REFERENCE_FOLDER}/findings.mdx`);
  expect(of(users)).toContain('| Severity | Rule | Where | What is wrong, and what to do |');
  expect(of(users, notes('notes'))).toContain('| Severity | Rule | Store | Where | What is wrong, and what to do |');
});
