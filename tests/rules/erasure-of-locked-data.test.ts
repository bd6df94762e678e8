import * as z from 'zod';
import { expect, test } from 'vitest';
import { bigint, compliance, locked, objects, permanent, process, table, ulid, withParent } from '../../src/lib/dsl/index.ts';
import { erasureOfLockedData } from '../../src/lib/rules/lifetimes/erasure-of-locked-data.ts';
import { foundBy } from './catalog-from.ts';

const contracts = (options: object) => objects('contracts', { bucket: 'b', key: '{id}', parameters: { id: ulid() }, ...options });
const eraser = process('Tenant Eraser', { deletes: ['s3.contracts'] });

test('a process that is to delete what is locked', () => {
  expect(foundBy(erasureOfLockedData, [contracts({ objectLock: compliance('7 years') }), eraser])).toEqual([
    'process:Tenant Eraser: The process “Tenant Eraser” is to delete `s3.contracts`, which is locked for 7 years. Take it out of `deletes`, and say in the description what becomes of it.',
  ]);
});

test('a retention that is a lock', () => {
  expect(foundBy(erasureOfLockedData, [contracts({ retention: locked('7 years') }), eraser])).toEqual([
    'process:Tenant Eraser: The process “Tenant Eraser” is to delete `s3.contracts`, which is locked for 7 years. Take it out of `deletes`, and say in the description what becomes of it.',
  ]);
});

test('a process that deletes what is not', () => {
  expect(foundBy(erasureOfLockedData, [contracts({}), eraser])).toEqual([]);
});

const orders = table('orders', { columns: z.object({ id: bigint() }), primaryKey: ['id'], retention: permanent() });
const lines = table('lines', { columns: z.object({ id: bigint() }), primaryKey: ['id'], retention: withParent('postgresql.orders') });

test('what goes with something that goes with what a process deletes', () => {
  expect(foundBy(erasureOfLockedData, [orders, lines, contracts({ objectLock: compliance('7 years'), retention: withParent('postgresql.lines') }), process('Tenant Eraser', { deletes: ['postgresql.orders'] })])).toEqual([
    'process:Tenant Eraser: The process “Tenant Eraser” is to delete `postgresql.orders`, with which `s3.contracts` goes, and that is locked for 7 years. Let it keep `postgresql.orders` until the lock ends, or give `s3.contracts` a retention of its own.',
  ]);
});

test('what goes with something else', () => {
  expect(foundBy(erasureOfLockedData, [orders, lines, contracts({ objectLock: compliance('7 years'), retention: withParent('postgresql.orders') }), process('Tenant Eraser', { deletes: ['postgresql.lines'] })])).toEqual([]);
});
