import * as z from 'zod';
import { expect, test } from 'vitest';
import { bigint, ref, table } from '../../src/lib/dsl/index.ts';
import { requiredReferenceCycle } from '../../src/lib/rules/references/required-reference-cycle.ts';
import { foundBy } from './catalog-from.ts';

const employees = (departmentId: z.ZodType) => table('employees', { columns: z.object({ id: bigint(), department_id: departmentId }), primaryKey: ['id'] });
const departments = table('departments', { columns: z.object({ id: bigint(), head_id: ref('postgresql.employees.id', { enforcedBy: 'database' }) }), primaryKey: ['id'] });
const department = ref('postgresql.departments.id', { enforcedBy: 'database' });

test('two tables of which neither can be written first', () => {
  expect(foundBy(requiredReferenceCycle, [employees(department), departments])).toEqual([
    'postgresql.departments.head_id: None of these can be written first, because each must point at the next: `postgresql.departments.head_id`, `postgresql.employees.department_id`. Let one of them be null, .nullable(), and set it afterwards.',
  ]);
});

test('a table that must point at itself', () => {
  expect(foundBy(requiredReferenceCycle, [table('nodes', { columns: z.object({ id: bigint(), parent_id: ref('postgresql.nodes.id', { enforcedBy: 'database' }) }), primaryKey: ['id'] })])).toEqual([
    'postgresql.nodes.parent_id: `postgresql.nodes.parent_id` must point at a record of its own entity: the first can never be written. Let one of them be null, .nullable(), and set it afterwards.',
  ]);
});

test('one pointer of the circle may be null', () => {
  expect(foundBy(requiredReferenceCycle, [employees(department.nullable()), departments])).toEqual([]);
});

test('one pointer of the circle is checked by no database', () => {
  expect(foundBy(requiredReferenceCycle, [employees(ref('postgresql.departments.id')), departments])).toEqual([]);
});
