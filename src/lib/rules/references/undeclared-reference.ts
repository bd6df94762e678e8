import { type CatalogIndex } from '../../analysis/catalog-index.ts';
import { isTenantField } from '../../analysis/tenant-scopes.ts';
import { lettersOf, pluralsOf } from '../../model/alike-names.ts';
import { type Entity } from '../../model/entity.ts';
import { type Field } from '../../model/field.ts';
import { defineRule } from '../define-rule.ts';

export const undeclaredReference = defineRule({
  id: 'undeclared-reference',
  family: 'references',
  severity: 'warning',
  statement: 'A field whose name says that it points at something says at what.',
  why: [
    '`orderId`, `invoice_ref`, `pdfS3Key`: everybody reads these as pointers, and the model shows none. Its page has no link, the diagram no line, and none of the other rules can look at it: not at its type, not at its lifetime.',
    'In an old code base such fields are where most of the dangling pointers are.',
  ].join('\n\n'),
  mend: [
    'Say where it points:',
    "```ts\n// before\norderId: z.string(),\n\n// after\norderId: ref('postgresql.orders.ref_id'),\n```",
    'A field that holds the id of something outside of the documented stores can be named in the option `ignore`, or be suppressed with a word on what it is.',
  ].join('\n\n'),
  suppress: 'For an identifier that another company gives, such as the number of a payment.',
  options: { ignore: { default: [], description: 'Names, or beginnings of names, of fields that point at something outside of the documented stores: `stripe`, `hubspotId`.' } },
  *check({ catalog, index, options }) {
    for (const entity of catalog.entities) {
      if (entity.kind === 'objects') continue;
      for (const field of entity.fields) {
        if (!looksLikePointer(field) || isOwn(field, entity) || isTenantField(entity.tenancy, field.path)) continue;
        const begins = (words: readonly string[]) => words.some((word) => lettersOf(field.name).startsWith(lettersOf(word)));
        const guess = targetFor(field, entity, index);
        if (begins(options.ignore) || (guess === undefined && begins(FOREIGN))) continue;
        const address = `${entity.address}.${field.path}`;
        yield { entity: entity.address, field: field.path, message: `\`${address}\` is named like a pointer, and says nothing of where it points.`, hint: guess === undefined ? "Say where, ref('…') or objectKey('…'); when it means something outside of the documented stores, name it in the option `ignore` of this rule." : `Does it mean \`${guess}\`? Then write ${guess.startsWith('s3.') ? 'objectKey' : 'ref'}('${guess}').` };
      }
    }
  },
});

/** Beginnings of names that mean something outside of every store, unless an entity is called so. */
const FOREIGN = [
  ...['request', 'trace', 'span', 'correlation', 'session', 'external', 'idempotency', 'client', 'device', 'message', 'build', 'git', 'vat', 'tax'],
  ...['apple', 'auth0', 'aws', 'azure', 'facebook', 'github', 'gitlab', 'google', 'hubspot', 'microsoft', 'paypal', 'salesforce', 'shopify', 'slack', 'stripe', 'twilio'],
];

function looksLikePointer({ name, type, keys }: Field): boolean {
  if (keys.includes('FK') || keys.includes('PK') || !/^(string|text|ulid|uuid|ObjectId|(small|big)?int(eger)?|long|(var)?char\(\d+\))(\[\])*$/.test(type)) return false;
  return /[a-z0-9](Ids?|IDs?|Refs?|S3Key)$|_(ids?|refs?|s3_key)$|^s3(Key|_key)$/.test(name);
}

/** The identifier of the record itself: `ref_id`, `order_id` of `orders` where it is unique. */
function isOwn({ path, name, keys, depth }: Field, entity: Entity): boolean {
  return /^_?id$|^ref_?id$/i.test(name) || (depth === 0 && keys.includes('UK') && pluralsOf(lettersOf(stemOf(path))).includes(lettersOf(entity.name)));
}

/** The key of the entity whose name the field bears. */
function targetFor(field: Field, entity: Entity, { catalog }: CatalogIndex): string | undefined {
  const stem = lettersOf(stemOf(field.name));
  const isS3 = /S3Key$|(^|_)s3_?key$/i.test(field.name);
  const bearers = catalog.entities.filter((each) => each !== entity && (each.kind === 'objects') === isS3 && pluralsOf(stem).includes(lettersOf(each.name)));
  const [target] = bearers;
  if (target === undefined) return undefined;
  if (target.kind === 'objects') return target.address;
  const key = target.fields.find((each) => each.keys.includes('UK') && /^ref_?id$/i.test(each.name)) ?? target.fields.find((each) => each.keys.includes('PK'));
  return key === undefined ? undefined : `${target.address}.${key.path}`;
}

function stemOf(name: string): string {
  return name.replace(/_?(ids?|refs?|s3_?key)$/i, '');
}
