import fc from 'fast-check';

/** Name below the schema folder → text; undefined: no such file. */
export type SchemaFiles = Readonly<Record<string, string | undefined>>;

const words = "import * as z from 'zod';\nimport { claim, collection, eliminated, expires, noReferences, objectId, objectKey, objects, permanent, perTenant, process, ref, system, table, tenantItself, ulid } from 'polyref';\n";

/** What each file may become, mistakes among it. The first of each is a whole schema together. */
const VARIANTS: Readonly<Record<string, readonly (string | undefined)[]>> = {
  'system.ts': [`${words}/** A shop. */\nexport const shop = system('Shop');\n`, `${words}\n\n/** Another shop. */\nexport const shop = system('Market', { tenancy: 'none' });\n`, undefined],
  'postgresql/tenants.ts': [
    `${words}/** Who pays. */\nexport const tenants = table('tenants', { columns: z.object({ ref_id: ulid(), name: z.string() }), primaryKey: ['ref_id'], tenancy: tenantItself('ref_id'), retention: permanent(), domain: 'money' });\n`,
    `${words}/** Who pays, or \`carts\`. */\nexport const tenants = table('tenants', { columns: z.object({ ref_id: ulid(), cart: ref('mongodb.carts._id').nullable() }), unique: [['ref_id']], domain: 'people' });\n`,
    `${words}export const tenants = table('tenants', { columns: z.object({ id: z.int() }), primaryKey: ['id'] });\n`,
    `${words}const tenants = table('tenants', { columns: z.object({ ref_id: ulid() }), primaryKey: ['ref_id'] });\n`,
    undefined,
  ],
  'mongodb/carts.ts': [
    `${words}import { address } from '../shapes/address.ts';\n/** What somebody wants. */\nexport const carts = collection('carts', { document: z.object({ _id: objectId(), tenantId: ref('postgresql.tenants.ref_id'), to: address, photo: objectKey('s3.photos') }), tenancy: perTenant('tenantId') });\n`,
    `${words}import { address } from '../shapes/address.ts';\n/** What somebody wants. */\nexport const carts = collection('carts', { document: address.extend({ _id: objectId(), at: z.date() }), retention: expires('3 days', { after: 'at' }) });\n`,
    `${words}/** Told by \`tenants\`. */\nexport const carts = collection('carts', { document: z.object({ _id: objectId().meta({ id: 'CartId' }), tenantId: ref('postgresql.tenants.ref_id'), more: z.array(z.object({ photo: objectKey('s3.photos') })) }) });\n`,
    `${words}export const carts = collection('carts', { document: z.object({ _id: objectId(), tenantId: ref('postgresql.tenant.ref_id') }) });\n`,
    `${words}export const carts = collection('carts', { document: z.object({ _id: objectId(), tenantId: z.nonsense() }) });\n`,
    `${words}export const carts = collection('carts', { document: z.object({\n`,
    '',
    undefined,
  ],
  // Passed on by one file, made in another.
  'all.ts': [undefined, "export * from './mongodb/carts.ts';\nexport { tenants } from './postgresql/tenants.ts';\n", "import { carts } from './mongodb/carts.ts';\nexport const list = [carts];\n"],
  's3/photos.ts': [
    `${words}/** Bytes. */\nexport const photos = objects('photos', { bucket: 'shop', key: '{_id}/{n}.jpg', parameters: { n: z.int() } });\n`,
    `${words}/** Bytes. */\nexport const photos = objects('photos', { bucket: 'shop', key: '{_id}.jpg' });\n`,
    `${words}export const gone = eliminated('s3.photos', { reason: 'Nobody looked.' });\n`,
    undefined,
  ],
  'shapes/address.ts': [
    "import * as z from 'zod';\nexport const address = z.object({ /** Where. */ street: z.string() });\n",
    "import * as z from 'zod';\nimport { zip } from './zip.ts';\n\nexport const address = z.object({ street: z.string().optional(), zip });\n",
    "throw new Error('no address today');\n",
    undefined,
  ],
  'shapes/zip.ts': ["import * as z from 'zod';\nexport const zip = z.enum(['a', 'b']);\n", "import * as z from 'zod';\n/** Five digits. */\nexport const zip = z.string().max(5);\n", undefined],
  'facts.ts': [
    undefined,
    `${words}export const one = claim('Nothing points around.', { holds: noReferences({ from: 'mongodb', to: 'postgresql' }) });\nexport const two = process('Checkout', { writes: ['mongodb.carts'], reads: ['postgresql.tenants'] });\n`,
  ],
};

export const FIRST: SchemaFiles = Object.fromEntries(Object.entries(VARIANTS).map(([name, [text]]) => [name, text]));

/** A file becomes something else, or what it was; now and then with a line more on top, so that places move. */
export const anyEdit: fc.Arbitrary<readonly [name: string, text: string | undefined]> = fc.constantFrom(...Object.keys(VARIANTS)).chain((name) =>
  fc.tuple(fc.constantFrom(...(VARIANTS[name] ?? [])), fc.boolean()).map(([text, moved]) => [name, text !== undefined && moved ? `\n${text}` : text] as const),
);
