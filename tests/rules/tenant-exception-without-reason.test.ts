import * as z from 'zod';
import { expect, test } from 'vitest';
import { collection, objectId, perTenant, ulid } from '../../src/lib/dsl/index.ts';
import { tenantExceptionWithoutReason } from '../../src/lib/rules/tenancy/tenant-exception-without-reason.ts';
import { foundBy } from './catalog-from.ts';

const logs = (reason?: string) => collection('logs', { document: z.object({ _id: objectId(), tenantId: ulid() }), tenancy: perTenant('tenantId', { except: [{ value: 'global', reason: reason as string }] }) });

test('a value whose reason was left out', () => {
  expect(foundBy(tenantExceptionWithoutReason, [logs()])).toEqual([
    'mongodb.logs: Records of `mongodb.logs` may have the tenant `"global"`, which is none, and no reason is given. Add reason: \'…\' to the exception.',
  ]);
});

test('a value with its reason', () => {
  expect(foundBy(tenantExceptionWithoutReason, [logs('Defaults of the platform.')])).toEqual([]);
});
