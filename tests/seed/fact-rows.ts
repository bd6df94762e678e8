import type { SeedFact, TenancyProbe } from './seed-fact.ts';

/** Rows of "MongoDB → PostgreSQL". */
export function toRows(rows: readonly (readonly [collection: string, field: string, table: string])[]): readonly SeedFact[] {
  return rows.map(([collection, field, table]) => ({
    id: `${collection}.${field}`,
    wording: `${collection} .${field} → ${table}.ref_id`,
    inCatalog: { kind: 'reference', from: [`mongodb.${collection}`, field], to: [`postgresql.${table}`, 'ref_id'] },
    onPages: [
      { page: 'cross-references.mdx', together: ['MongoDB', 'PostgreSQL', collection, field, `${table}.ref_id`] },
      { page: `mongodb/${collection}.mdx`, together: [field, `${table}.ref_id`] },
      { page: `postgresql/${table}.mdx`, together: [`${collection}.${field}`] },
    ],
  }));
}

/** Rows of "PostgreSQL → MongoDB". */
export function pointerRows(rows: readonly (readonly [table: string, column: string, collection: string])[]): readonly SeedFact[] {
  return rows.map(([table, column, collection]) => ({
    id: `${table}.${column}`,
    wording: `${table}.${column} → ${collection}._id`,
    inCatalog: { kind: 'reference', from: [`postgresql.${table}`, column], to: [`mongodb.${collection}`, '_id'], type: 'varchar(24)' },
    onPages: [
      { page: 'cross-references.mdx', together: ['PostgreSQL', 'MongoDB', table, column, `${collection}._id`] },
      { page: `postgresql/${table}.mdx`, together: [column, 'varchar(24)'] },
      { page: `mongodb/${collection}.mdx`, together: [`${table}.${column}`] },
    ],
  }));
}

/** Rows of "MongoDB → S3" and "PostgreSQL → S3". */
export function keyRows(store: string, rows: readonly (readonly [entity: string, field: string, family: string, template: string, bindings: Readonly<Record<string, string>>])[]): readonly SeedFact[] {
  return rows.map(([entity, field, family, template, bindings]) => ({
    id: `${entity}.${field}`,
    wording: `${entity} .${field} → ${template}`,
    inCatalog: { kind: 'objectReference', from: [`${store}.${entity}`, field], family: `s3.${family}`, template, bindings },
    onPages: [
      { page: 'cross-references.mdx', together: ['S3', entity, field, template] },
      { page: `${store}/${entity}.mdx`, together: [field, template] },
      { page: `s3/${family}.mdx`, together: [template] },
    ],
  }));
}

/** Rows of "TTL Summary": the note's words may stand at the document's lifetime or at that of its content. */
export function lifetimeRows(rows: readonly (readonly [collection: string, retention: Readonly<Record<string, string>>, content: readonly string[], note: readonly string[]])[]): readonly SeedFact[] {
  return rows.map(([collection, retention, content, note]) => {
    const length = retention['after'] ?? retention['for'] ?? 'permanent';
    return {
      id: `ttl-${collection}`,
      wording: `${collection} | ${length} | ${content.length > 0 ? 'None — permanent' : ''} | ${note.join('; ')}`,
      ...(collection === 'audit_logs' ? { mended: '"Permanent" and "minimum 2 years" are two lifetimes: the second is the promise.' } : {}),
      inCatalog: { kind: 'lifetime', entity: `mongodb.${collection}`, retention, content: content.map((family) => `s3.${family}`), words: note },
      onPages: [{ page: 'retention.mdx', together: [collection, length, ...note] }],
    };
  });
}

/** Rows of "Tenant Scoping". */
export function tenancyRows(rows: readonly (readonly [collection: string, exceptions: readonly TenancyProbe[]])[]): readonly SeedFact[] {
  return rows.map(([collection, exceptions]) => ({
    id: `tenancy-${collection}`,
    wording: `${collection} | tenant ref_id${exceptions.map(({ value, reason }) => ` OR ${value} (${reason})`).join('')}`,
    inCatalog: { kind: 'tenancy', entity: `mongodb.${collection}`, field: 'tenantId', exceptions },
    onPages: [{ page: 'tenant-scoping.mdx', together: [collection, 'tenantId', 'tenants.ref_id', ...exceptions.flatMap(({ value, reason }) => [String(value), reason])] }],
  }));
}
