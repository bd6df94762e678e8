import * as z from 'zod';
import {
  bigint, collection, expires, objectId, objectKey, objects, permanent, perTenant, ref, refByType, table, tenantItself, ulid, type Definition,
} from '../../../src/lib/dsl/index.ts';

/** Two schemas that differ in one thing, and what must be said of it: `level kind address`, one a change. */
export interface ChangeCase {
  readonly name: string;
  readonly base: readonly Definition[];
  readonly head: readonly Definition[];
  readonly changes: readonly string[];
}

type Shape = Readonly<Record<string, z.ZodType>>;

export const tenants = table('tenants', { columns: z.object({ id: bigint(), ref_id: ulid() }), primaryKey: ['id'], unique: [['ref_id']], tenancy: tenantItself('ref_id'), retention: permanent(), owner: 'platform' });

/** A collection; `document` adds to its fields. */
export function events({ document = {}, name = 'events', ...more }: { readonly document?: Shape; readonly name?: string } & Partial<Omit<Parameters<typeof collection>[1], 'document'>> = {}): Definition {
  return collection(name, { document: z.object({ _id: objectId(), at: z.date(), ...document }) as z.ZodType, ...more });
}

export function orders({ columns = {}, name = 'orders', ...more }: { readonly columns?: Shape; readonly name?: string } & Partial<Omit<Parameters<typeof table>[1], 'columns'>> = {}): Definition {
  return table(name, { columns: z.object({ id: bigint(), ...columns }) as z.ZodType, primaryKey: ['id'], ...more });
}

export function files(more: Partial<Parameters<typeof objects>[1]> = {}): Definition {
  return objects('files', { bucket: 'content', key: '{tenantId}/files/{name}.bin', parameters: { tenantId: ulid(), name: z.string() }, ...more });
}

/** One definition each; what both have beside it. */
export function pair(name: string, changes: string | readonly string[], base: Definition | readonly Definition[], head: Definition | readonly Definition[], both: readonly Definition[] = []): ChangeCase {
  const list = (one: Definition | readonly Definition[]) => (Array.isArray(one) ? (one as readonly Definition[]) : [one as Definition]);
  return { name, changes: typeof changes === 'string' ? [changes] : changes, base: [...list(base), ...both], head: [...list(head), ...both] };
}

export const pointer = events({ name: 'logs', document: { orderId: ref('postgresql.orders.id') } });
export const ttl = (length: Parameters<typeof expires>[0], options: Parameters<typeof expires>[1] = { after: 'at' }) => events({ retention: expires(length, options) });
export const scoped = (except: readonly { value: string | null; reason: string }[] = []) => events({ document: { tenantId: z.string().nullable() }, tenancy: perTenant('tenantId', { except }) });
export const keyed = (key: string, parameters: Shape) => objects('files', { bucket: 'content', key, parameters });
export const holder = events({ name: 'documents', document: { tenantId: z.string(), s3Key: objectKey('s3.files'), name: z.string() } });
export const byType = (targets: Readonly<Record<string, string>>, discriminator = 'kind') => events({ document: { kind: z.string(), what: z.string(), aboutId: refByType(discriminator, targets) } });

/** A discriminated union of `a`, `b` and so on, each with its fields. */
export function variants(...fields: readonly [z.ZodRawShape, ...z.ZodRawShape[]]): z.ZodType {
  const [first, ...others] = fields.map((each, at) => z.object({ kind: z.literal('abc'.charAt(at)), ...each }));
  return z.discriminatedUnion('kind', [first!, ...others]);
}
