import * as z from 'zod';
import { expect, test } from 'vitest';
import { bigint, compliance, locked, objects, permanent, process, ref, table, ulid, withParent } from '../../src/lib/dsl/index.ts';
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
    'process:Tenant Eraser: The process “Tenant Eraser” is to delete `postgresql.orders`, with which `s3.contracts` goes, and that is locked for 7 years. Let it keep `postgresql.orders` until the lock ends, or let `s3.contracts` stay when it goes.',
  ]);
});

test('what goes with something else', () => {
  expect(foundBy(erasureOfLockedData, [orders, lines, contracts({ objectLock: compliance('7 years'), retention: withParent('postgresql.orders') }), process('Tenant Eraser', { deletes: ['postgresql.lines'] })])).toEqual([]);
});

test('rows that a foreign key takes along', () => {
  const accounts = table('accounts', { columns: z.object({ id: bigint() }), primaryKey: ['id'], retention: permanent() });
  const bookings = (onDelete: 'cascade' | 'restrict') => table('bookings', { columns: z.object({ id: bigint(), account_id: ref('postgresql.accounts.id', { enforcedBy: 'database', onDelete }) }), primaryKey: ['id'], retention: locked('10 years') });
  const cleaner = process('Cleaner', { deletes: ['postgresql.accounts'] });
  expect(foundBy(erasureOfLockedData, [accounts, bookings('cascade'), cleaner])).toEqual([
    'process:Cleaner: The process “Cleaner” is to delete `postgresql.accounts`, with which `postgresql.bookings` goes, and that is locked for 10 years. Let it keep `postgresql.accounts` until the lock ends, or let `postgresql.bookings` stay when it goes.',
  ]);
  expect(foundBy(erasureOfLockedData, [accounts, bookings('restrict'), cleaner])).toEqual([]);
});
