import { locationOf } from '../../analysis/index-faults/index-fault.ts';
import { isAlwaysThere } from '../../analysis/index-faults/mongodb-index-faults.ts';
import { lookUpsOf, describeLookUp, type LookUp } from '../../analysis/look-ups.ts';
import type { Collection, Table } from '../../model/entity.ts';
import { inSequence } from '../../model/in-sequence.ts';
import { requiresField } from '../../model/partial-filter.ts';
import { asksForNull, leavesOutNull } from '../../model/sql-condition.ts';
import { defineRule } from '../define-rule.ts';

export const uniqueWithNull = defineRule({
  id: 'unique-with-null',
  family: 'stores',
  severity: 'warning',
  statement: 'A unique key says how it treats nulls and missing fields.',
  why: [
    'In PostgreSQL two nulls are distinct: `unique (org_id, slug)` allows any number of rows with the same `slug` if their `org_id` is null. MongoDB does the opposite: it indexes a document without the field as null, and refuses a second one with a duplicate key error.',
    'In PostgreSQL a key of one nullable column is not checked, nor is a nullable column at the end of a key, as in `unique (org_id, external_id)`: there, rows without a value are often intended.',
  ].join('\n\n'),
  mend: [
    'Say which documents or rows must be unique:',
    "```ts\n// before\nindex({ externalId: 1 }, { unique: true }),          // MongoDB, and externalId is optional\nunique: [['org_id', 'slug']],                       // PostgreSQL, and org_id may be null\n\n// after\nindex({ externalId: 1 }, { unique: true, where: { externalId: { $exists: true } } }),\nunique: [unique(['org_id', 'slug'], { nullsNotDistinct: true })],\n```",
  ].join('\n\n'),
  suppress: 'When this is intended: one document without the field in MongoDB, any number of rows with a null in PostgreSQL.',
  *check({ catalog }) {
    for (const entity of catalog.entities) {
      if (entity.kind === 'objects') continue;
      for (const lookUp of lookUpsOf(entity)) {
        const at = lookUp.index === undefined ? {} : locationOf(lookUp.index);
        const fault = !lookUp.unique ? undefined : entity.kind === 'table' ? inTable(lookUp, entity) : inCollection(lookUp, entity);
        if (fault !== undefined) yield { entity: entity.address, ...at, ...fault };
      }
    }
  },
});

interface Fault {
  readonly message: string;
  readonly hint: string;
}

function inTable(lookUp: LookUp, table: Table): Fault | undefined {
  const { fields, index } = lookUp;
  const isNullable = (column: string) => table.fields.find(({ path }) => path === column)?.nullable === true;
  if (lookUp.kind === 'primary key') {
    const column = fields.find(isNullable);
    return column === undefined ? undefined : { message: `\`${column}\` of \`${table.address}\` is nullable and in the primary key: PostgreSQL makes it NOT NULL.`, hint: 'Remove .nullable().' };
  }
  const isDistinct = index?.nullsNotDistinct !== true && table.uniques.every((each) => lookUp.kind !== 'unique constraint' || each.columns !== fields || each.nullsNotDistinct !== true);
  const nullable = fields.filter((column) => isNullable(column) && !(index?.where !== undefined && (leavesOutNull(index.where, column) || asksForNull(index.where, column))));
  // A nullable identifier at the end is usually intended: `(tenant_id, external_id)`.
  const isOwnName = (column: string) => column === fields.at(-1) && table.fields.find(({ path }) => path === column)?.keys.includes('FK') !== true;
  const left = nullable.filter((column) => !isCovered(column, fields, table));
  if (!isDistinct || fields.length < 2 || left.every(isOwnName) || fields.every(isNullable)) return undefined;
  const words = inSequence(left.map((column) => `\`${column}\``), 'or');
  return { message: `${describeLookUp(lookUp)} of \`${table.address}\` is unique, but rows in which ${words} is null can repeat the other values: in PostgreSQL nulls are distinct.`, hint: "Add { nullsNotDistinct: true }, or a unique index for the rows with a null: { unique: true, where: '… is null' }." };
}

/** A second unique index takes care of the rows in which the column is null. */
function isCovered(column: string, fields: readonly string[], table: Table): boolean {
  return table.indexes.some(({ unique, where, keys }) => unique && where !== undefined && asksForNull(where, column) && keys.every(({ on }) => fields.includes(on)));
}

function inCollection(lookUp: LookUp, collection: Collection): Fault | undefined {
  const { index, fields } = lookUp;
  if (index === undefined || index.keys.some(({ on, order = '1' }) => on.endsWith('$**') || !/^-?1$/.test(order))) return undefined;
  const isRequired = (path: string) => index.where !== undefined && requiresField(index.where, path.replaceAll('[]', ''));
  // Whether an array inside the documents may be empty is not known.
  const left = fields.filter((path) => !path.includes('{}') && mayBeMissing(path, collection) && !isRequired(path));
  const [first] = left;
  const isNullable = (path: string) => collection.fields.find((field) => field.path === path)?.nullable === true;
  // A sparse index skips documents that have none of its fields; a field that is null counts as present.
  if (first === undefined || (index.sparse === true && left.length === fields.length && !left.some(isNullable))) return undefined;
  const rest = fields.filter((path) => path !== first);
  const among = rest.length === 0 ? '' : ` for each ${rest.length > 1 ? 'combination of ' : ''}${inSequence(rest.map((path) => `\`${path}\``))}`;
  return {
    message: `${describeLookUp(lookUp)} of \`${collection.address}\` is unique, and \`${first}\` may be ${isNullable(first) ? 'null' : 'absent'}: MongoDB accepts one such document${among} and refuses the next.${index.sparse === true ? ' `sparse` skips only documents that have none of the fields.' : ''}`,
    hint: `Index only documents that have a value: { unique: true, where: { ${/^\w+$/.test(first) ? first : `'${first.replaceAll('[]', '')}'`}: { ${isNullable(first) ? "$type: '…'" : '$exists: true'} } } }.`,
  };
}

function mayBeMissing(path: string, collection: Collection): boolean {
  const field = collection.fields.find((each) => each.path === path);
  if (field === undefined || field.type.includes('any')) return false;
  if (!path.includes('[]')) return field.nullable || !isAlwaysThere(path, collection);
  const list = path.slice(0, path.indexOf('[]'));
  return !isAlwaysThere(list, collection);
}
