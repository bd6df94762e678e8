import { isAlwaysThere } from '../../analysis/index-faults/mongodb-index-faults.ts';
import { lookUpsOf, describeLookUp, type LookUp } from '../../analysis/look-ups.ts';
import type { Collection, Table } from '../../model/entity.ts';
import { requiresField } from '../../model/partial-filter.ts';
import { asksForNull, leavesOutNull } from '../../model/sql-condition.ts';
import { defineRule } from '../define-rule.ts';

export const uniqueWithNull = defineRule({
  id: 'unique-with-null',
  family: 'stores',
  severity: 'warning',
  statement: 'What is unique says what becomes of null.',
  why: [
    'PostgreSQL holds two nulls to be different: `unique (org_id, slug)` lets any number of rows have the same `slug` as long as their `org_id` is null. MongoDB does the opposite: a document without the field is indexed as null, and a second one is refused with a duplicate key error.',
    'Both are right in their manuals and wrong in most heads. In PostgreSQL a single column that may be null is not looked at, and neither is a value at the end of the key, as in `unique (org_id, external_id)`: that some rows have none often is what is meant.',
  ].join('\n\n'),
  mend: [
    'Say which documents or rows are meant:',
    "```ts\n// before\nindex({ externalId: 1 }, { unique: true }),          // MongoDB, and externalId is optional\nunique: [['org_id', 'slug']],                       // PostgreSQL, and org_id may be null\n\n// after\nindex({ externalId: 1 }, { unique: true, where: { externalId: { $exists: true } } }),\nunique: [unique(['org_id', 'slug'], { nullsNotDistinct: true })],\n```",
  ].join('\n\n'),
  suppress: 'When that is what is meant: one document without the field in MongoDB, any number of rows with a null in PostgreSQL.',
  *check({ catalog }) {
    for (const entity of catalog.entities) {
      if (entity.kind === 'objects') continue;
      for (const lookUp of lookUpsOf(entity)) {
        const at = lookUp.index?.location === undefined ? {} : { location: lookUp.index.location };
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
    return column === undefined ? undefined : { message: `\`${column}\` of \`${table.address}\` may be null and is in the primary key: PostgreSQL makes it NOT NULL.`, hint: 'Leave .nullable() out.' };
  }
  const isDistinct = index?.nullsNotDistinct !== true && table.uniques.every((each) => lookUp.kind !== 'unique constraint' || each.columns !== fields || each.nullsNotDistinct !== true);
  const nullable = fields.filter((column) => isNullable(column) && !(index?.where !== undefined && (leavesOutNull(index.where, column) || asksForNull(index.where, column))));
  // An identifier at the end that some rows do not have is what is meant: `(tenant_id, external_id)`.
  const isOwnName = (column: string) => column === fields.at(-1) && table.fields.find(({ path }) => path === column)?.keys.includes('FK') !== true;
  const left = nullable.filter((column) => !isCovered(column, fields, table));
  if (!isDistinct || fields.length < 2 || left.every(isOwnName) || fields.every(isNullable)) return undefined;
  const words = left.map((column) => `\`${column}\``).join(' or ');
  return { message: `${describeLookUp(lookUp)} of \`${table.address}\` is unique, and any number of rows may repeat the rest of it while ${words} is null: in PostgreSQL nulls are not equal.`, hint: "Say { nullsNotDistinct: true }, or add a unique index of the rows with a null: { unique: true, where: '… is null' }." };
}

/** A second unique index takes care of the rows in which the column is null. */
function isCovered(column: string, fields: readonly string[], table: Table): boolean {
  return table.indexes.some(({ unique, where, keys }) => unique && where !== undefined && asksForNull(where, column) && keys.every(({ on }) => fields.includes(on)));
}

function inCollection(lookUp: LookUp, collection: Collection): Fault | undefined {
  const { index, fields } = lookUp;
  if (index === undefined || index.keys.some(({ on, order = '1' }) => on.endsWith('$**') || !/^-?1$/.test(order))) return undefined;
  const isRequired = (path: string) => index.where !== undefined && requiresField(index.where, path.replaceAll('[]', ''));
  // A list without entries is another matter, and nobody knows whether there are any.
  const left = fields.filter((path) => !path.includes('{}') && mayBeMissing(path, collection) && !isRequired(path));
  const [first] = left;
  const isNullable = (path: string) => collection.fields.find((field) => field.path === path)?.nullable === true;
  // A sparse index leaves a document out that has none of its fields; one that holds null has the field.
  if (first === undefined || (index.sparse === true && left.length === fields.length && !left.some(isNullable))) return undefined;
  const rest = fields.filter((path) => path !== first);
  const among = rest.length === 0 ? '' : ` for each ${rest.map((path) => `\`${path}\``).join(', ')}`;
  return {
    message: `${describeLookUp(lookUp)} of \`${collection.address}\` is unique, and \`${first}\` may be ${isNullable(first) ? 'null' : 'absent'}: MongoDB takes one such document${among}, and refuses the next.${index.sparse === true ? ' `sparse` leaves out only what has none of the fields.' : ''}`,
    hint: `Index those that have it: { unique: true, where: { ${/^\w+$/.test(first) ? first : `'${first.replaceAll('[]', '')}'`}: { ${isNullable(first) ? "$type: '…'" : '$exists: true'} } } }.`,
  };
}

function mayBeMissing(path: string, collection: Collection): boolean {
  const field = collection.fields.find((each) => each.path === path);
  if (field === undefined || field.type.includes('any')) return false;
  if (!path.includes('[]')) return field.nullable || !isAlwaysThere(path, collection);
  const list = path.slice(0, path.indexOf('[]'));
  return !isAlwaysThere(list, collection);
}
