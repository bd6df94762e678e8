import * as z from 'zod';
import { expect, test } from 'vitest';
import { drawChanges, reporters, review, reviewReport } from '../../../src/lib/index.ts';
import { drawDiagram } from '../../../src/lib/diagram/index.ts';
import { bigint, collection, expires, objectId, objectKey, objects, permanent, perTenant, process, ref, table, tenantItself, ulid, type Definition } from '../../../src/lib/dsl/index.ts';
import { catalogFrom } from '../../rules/catalog-from.ts';
import { parseDiagram } from '../../mermaid/parse-diagram.ts';

/** The part of the documented system that the two pull requests touch. */
function system({ days = '90 days', folder = 'strategies', except = [], more = {} }: { readonly days?: '90 days' | '30 days'; readonly folder?: string; readonly except?: NonNullable<Parameters<typeof perTenant>[1]>['except'] & object; readonly more?: Readonly<Record<string, z.ZodType>> } = {}): readonly Definition[] {
  return [
    table('tenants', { columns: z.object({ id: bigint(), ref_id: ulid() }), primaryKey: ['id'], unique: [['ref_id']], tenancy: tenantItself('ref_id'), retention: permanent(), owner: 'platform' }),
    table('strategies', { columns: z.object({ id: bigint(), ref_id: ulid(), tenant_id: ref('postgresql.tenants.ref_id', { enforcedBy: 'database' }) }), primaryKey: ['id'], unique: [['ref_id']], tenancy: perTenant('tenant_id'), retention: permanent(), owner: 'strategy' }),
    collection('event_logs', { document: z.object({ _id: objectId(), tenantId: ref('postgresql.tenants.ref_id'), createdAt: z.date(), ...more }), tenancy: perTenant('tenantId'), retention: expires(days, { after: 'createdAt' }), owner: 'platform' }),
    collection('strategies_content', {
      document: z.object({ _id: objectId(), tenantId: ref('postgresql.tenants.ref_id'), strategyId: ref('postgresql.strategies.ref_id'), version: z.int(), s3Key: objectKey('s3.strategies') }),
      tenancy: perTenant('tenantId', { except }), retention: permanent(), owner: 'strategy',
    }),
    objects('strategies', { bucket: 'leadmetrics-content', key: `{tenantId}/${folder}/{strategyId}/v{version}.md`, parameters: { tenantId: ulid(), strategyId: ulid(), version: z.int() }, tenancy: perTenant('tenantId'), retention: permanent(), owner: 'strategy' }),
    process('Strategy Writer', { writes: ['mongodb.strategies_content', 's3.strategies'], owner: 'agents' }),
    process('Tenant Eraser', { deletes: ['mongodb.event_logs', 'mongodb.strategies_content', 's3.strategies'], owner: 'platform' }),
    process('Support Desk', { reads: ['mongodb.event_logs'], owner: 'support' }),
  ];
}

function reported(head: readonly Definition[], format: string, accepted = ''): string {
  const [before, after] = [catalogFrom(...system()), catalogFrom(...head)];
  const reviewed = review({ base: before, head: after, accepted });
  const reporter = reporters.find(({ name }) => name === format);
  return reporter?.render(reviewReport(reviewed, drawChanges(before, after, reviewed.changes), 'Compared with origin/main (1a2b3c4).'), { colour: false, base: '', source: () => undefined }) ?? '';
}

const dangerous = system({ days: '30 days', folder: 'strategy-documents', except: [{ value: 'global', reason: 'Templates of the platform.' }] });
const harmless = system({ more: { region: z.string().describe('Where the service ran.').optional() } });

test.each(['markdown', 'terminal', 'github', 'sarif'])('a shorter life, another folder, a shared value: %s stops the reviewer’s hand', async (format) => {
  await expect(reported(dangerous, format)).toMatchFileSnapshot(`expected/pull-request-breaking.${format}.txt`);
});

test.each(['markdown', 'terminal'])('a described optional field: %s does not', async (format) => {
  await expect(reported(harmless, format)).toMatchFileSnapshot(`expected/pull-request-safe.${format}.txt`);
});

test('what is accepted stays in the report, with the reason', async () => {
  await expect(reported(dangerous, 'markdown', 'retention-shortened mongodb.event_logs: Support asked for it.\n')).toMatchFileSnapshot('expected/pull-request-accepted.markdown.txt');
});

test('nothing at all', () => {
  expect(reported(system(), 'markdown')).toBe('<!-- polyref diff -->\n\n**polyref diff**: No change in meaning\n\n<sub>Compared with origin/main (1a2b3c4).</sub>\n');
});

test('the pictures are drawn by Mermaid, and by the site with what changed marked', async () => {
  const [before, after] = [catalogFrom(...system({ more: { old: z.string() } })), catalogFrom(...dangerous)];
  const pictures = drawChanges(before, after, review({ base: before, head: after }).changes);
  for (const picture of [pictures.before, pictures.after]) await parseDiagram(picture?.text ?? '');
  expect(pictures.before?.text).toContain('"removed"');
  const { svg } = await drawDiagram(pictures.before?.text ?? '');
  expect(svg.match(/<g class="b [a-z]+ changed"/g)).toHaveLength(3);
  expect(svg).toMatch(/<g class="removed" data-f="old">/);
  expect(svg).toContain('>expires after 90 days<');
});
