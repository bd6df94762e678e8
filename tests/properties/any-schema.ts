import fc from 'fast-check';
import * as z from 'zod';
import {
  bigint, claim, collection, deletes, eliminated, everyEntity, expires, index, keptAtLeast, noReferences, now, nothing, objectId, objectKey, objects, permanent, perTenant, personal, process, ref, refByType,
  refToAny, refToOneOf, shared, system, table, tenantItself, timestamptz, ulid, varchar, type Definition,
} from '../../src/lib/dsl/index.ts';
import { HOSTILE_TEXTS } from '../emit/hostile-texts.ts';

/** Any schema that the DSL can build, with names and texts of every kind; every reference has its target. */
export const anySchema: fc.Arbitrary<readonly Definition[]> = fc
  .record({
    names: fc.uniqueArray(fc.oneof(fc.constantFrom('users', 'fs.files', 'Users', 'index', 'constructor', 'to', 'PK', '🦊', 'a"b', '{x}', '<b>', '%%', '|', '`'), fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }).filter(isSaid)), {
      minLength: 0,
      maxLength: 6,
    }),
    picks: fc.array(fc.nat(), { minLength: 40, maxLength: 40 }),
    texts: fc.array(fc.oneof(fc.constantFrom(...HOSTILE_TEXTS), fc.string({ unit: 'grapheme' })).filter(isSaid), { minLength: 12, maxLength: 12 }),
    fieldNames: fc.uniqueArray(fc.oneof(fc.constantFrom('fields', 'retention', 'PK', 'a b', '`', '{', '__proto__x'), fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }).filter(isSaid)), { minLength: 1, maxLength: 6 }),
  })
  .map(({ names, picks, texts, fieldNames }) => {
    const text = (at: number) => texts[at % texts.length]!;
    const pick = <Value>(at: number, values: readonly Value[]): Value => values[(picks[at % picks.length] ?? 0) % values.length]!;
    const keys = names.map((name) => `postgresql.${name}.ref_id`);
    const shape = (at: number) => Object.fromEntries(fieldNames.map((name, nth) => [name, anyField(pick(at + nth, [0, 1, 2, 3, 4, 5, 6, 7, 8]), pick(at + nth + 1, keys), text(nth), keys)]));
    const definitions: Definition[] = names.flatMap((name, at): readonly Definition[] => [
      table(name, {
        columns: z.object({ ...shape(at), id: bigint(), ref_id: ulid(), created_at: timestamptz().default(now), tenant: varchar(26).describe(text(at)) }),
        primaryKey: ['id'],
        unique: [['ref_id']],
        indexes: [['tenant', 'created_at'], index(['tenant'], { where: text(at + 1), method: 'gin', note: text(at + 2) })],
        tenancy: pick(at, [tenantItself('ref_id', { note: text(at) }), perTenant('tenant', { except: [{ value: text(at), reason: text(at + 1) }] }), shared(text(at))]),
        retention: pick(at + 1, [permanent({ note: text(at) }), keptAtLeast('2 years', { reason: text(at) })]),
        owner: text(at + 3),
        domain: text(at + 4),
        tags: [text(at + 5)],
      }),
      collection(name, {
        document: z.object({ ...shape(at + 7), _id: objectId(), at: z.date(), s3Key: objectKey(`s3.${name}`, { note: text(at) }) }),
        retention: expires('90 days', { after: 'at', note: text(at + 1) }),
      }),
      objects(name, { bucket: text(at), key: '{_id}/{ext}', parameters: { ext: z.string() }, contentType: text(at + 1) }),
    ]);
    return [
      system(text(0)),
      ...definitions,
      eliminated('mongodb.gone', { reason: text(1), since: text(2) }),
      process(text(3), { writes: names.map((name) => `mongodb.${name}`), because: text(4), code: text(5) }),
      claim(text(6), { holds: noReferences({ from: 'mongodb', to: 'postgresql' }), because: text(7) }),
      claim(text(8), { holds: everyEntity({ in: 'postgresql', scopedBy: 'tenant' }) }),
    ];
  });

/** A name or a reason of blanks alone is refused, and that is tested elsewhere. */
function isSaid(text: string): boolean {
  return text.trim() !== '';
}

function anyField(kind: number, key: string, text: string, keys: readonly string[]): z.ZodType {
  switch (kind) {
    case 0:
      return ref(key, { note: text, keptBy: text, whenTargetGoes: nothing(text) }).nullable();
    case 1:
      return refToOneOf(keys, { undiscriminated: text, whenTargetGoes: deletes({ within: '1 hour' }) }).optional();
    case 2:
      return refToAny('postgresql', { field: 'ref_id', undiscriminated: text });
    case 3:
      return z.object({ [text]: z.array(z.object({ deep: ref(key) })) });
    case 4:
      return z.enum([text, 'b']).default('b').describe(text);
    case 5:
      return personal(z.string()).meta({ examples: [text] });
    case 6:
      return z.record(z.string(), z.union([z.int(), z.object({ a: z.boolean() })]));
    case 7:
      // `__proto__` as a key is refused, and that is tested elsewhere.
      return z.object({ kind: z.string(), what: refByType('kind', { [text === '__proto__' ? 'proto' : text]: key }) });
    default:
      return z.array(ref(key));
  }
}
