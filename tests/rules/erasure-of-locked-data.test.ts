import { expect, test } from 'vitest';
import { compliance, locked, objects, process, ulid } from '../../src/lib/dsl/index.ts';
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
