import { defineRule } from '../define-rule.ts';

export const impossibleTenantException = defineRule({
  id: 'impossible-tenant-exception',
  family: 'tenancy',
  severity: 'error',
  statement: 'A value that stands for no tenant is one that the field can hold.',
  why: '`null` is declared as an exception, and the field can never be null: either the exception has gone, and readers still write code for it, or the shape is wrong, and records that are there do not fit it. The same goes for `\'global\'` in a column that is a foreign key: there is no such tenant.',
  mend: [
    'Let the field hold it, or take the exception out:',
    "```ts\n// before\ntenantId: ref('postgresql.tenants.ref_id'),  // perTenant('tenantId', { except: [{ value: null, … }] })\n\n// after\ntenantId: ref('postgresql.tenants.ref_id').nullable(),\n```",
  ].join('\n\n'),
  *check({ catalog, index }) {
    for (const { address, kind, tenancy } of catalog.entities) {
      if (tenancy?.kind !== 'perTenant') continue;
      const field = index.field(address, tenancy.field);
      if (field === undefined) continue;
      const foreignKey = index.referencesOfField(address, field.path).find(({ enforcement }) => enforcement.by === 'database');
      for (const { value } of tenancy.exceptions) {
        const at = { entity: address, field: field.path };
        if (value === null) {
          if (!field.nullable && !field.optional) yield { ...at, message: `\`${field.path}\` of \`${address}\` is said to be null for records of no tenant, and can never be null.`, hint: 'Make it .nullable(), or take the exception out.' };
        } else if (foreignKey !== undefined) {
          yield { ...at, message: `\`${field.path}\` of \`${address}\` is said to be \`${JSON.stringify(value)}\` for records of no tenant, and is a foreign key: the database refuses it unless there is a tenant of that name.`, hint: 'Let it be null for those records, or take the exception out.' };
        } else if ((field.values !== undefined && !field.values.includes(value as string)) || (kind === 'table' && HOLDS_NO_WORD.test(field.type) && typeof value === 'string')) {
          yield { ...at, message: `\`${field.path}\` of \`${address}\` is said to be \`${JSON.stringify(value)}\` for records of no tenant, and is \`${field.type}\`, which cannot hold that.`, hint: 'Give it a type that can, or take the exception out.' };
        }
      }
    }
  },
});

/** Types of columns in which PostgreSQL takes no free text. */
const HOLDS_NO_WORD = /^(?:uuid|smallint|int|integer|bigint|numeric|bool|boolean|date|timestamptz|timestamp)$/;
