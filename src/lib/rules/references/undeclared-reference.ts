import { guessTarget, namesObject, stemOf, type Guess } from '../../analysis/guess-target.ts';
import { isTenantField } from '../../analysis/tenant-scopes.ts';
import { lettersOf, pluralsOf, wordsOf } from '../../model/alike-names.ts';
import { type Entity } from '../../model/entity.ts';
import { type Field } from '../../model/field.ts';
import { nameInSchema } from '../../model/last-step.ts';
import { defineRule } from '../define-rule.ts';

export const undeclaredReference = defineRule({
  id: 'undeclared-reference',
  family: 'references',
  severity: 'warning',
  statement: 'A field that is named like a reference declares one.',
  why: [
    '`orderId`, `invoice_ref`, `pdfS3Key`: everybody reads these as references, and the model shows none. The page has no link, the diagram no line, and no other rule checks the type or the lifetime.',
    'In old code most dangling references are in such fields.',
    'A field is reported when its name leads to an entity of the schema, or when it holds the key of an object in S3. `transactionId` may be a number that another system assigned: with `unknownTargets` such fields are reported too.',
  ].join('\n\n'),
  mend: [
    'Declare what it references:',
    "```ts\n// before\norderId: z.string(),\n\n// after\norderId: ref('postgresql.orders.ref_id'),\n```",
    'If it is the identifier of something outside the documented stores, name it in the option `ignore`, or suppress the finding and say what it is.',
  ].join('\n\n'),
  suppress: 'For an identifier that another company assigns, such as the number of a payment.',
  options: {
    ignore: { default: [], description: 'Names of fields, or beginnings of names, that reference something outside the documented stores: `stripe`, `hubspotId`.' },
    unknownTargets: { default: false, description: 'Whether fields are reported whose name leads to no entity of the schema.' },
  },
  *check({ catalog, index, options }) {
    for (const entity of catalog.entities) {
      if (entity.kind === 'objects') continue;
      for (const field of entity.fields) {
        if (!looksLikeReference(field) || isTenantField(entity.tenancy, field.path)) continue;
        const begins = (words: readonly string[]) => words.some((word) => lettersOf(field.name).startsWith(lettersOf(word)));
        const guess = guessTarget(field, entity, index);
        if (isOwn(field, entity, guess) || begins(options.ignore) || (guess?.isExact !== true && isForeign(field.name))) continue;
        if (guess === undefined && !namesObject(field.name) && !options.unknownTargets) continue;
        const address = `${entity.address}.${field.path}`;
        yield {
          entity: entity.address,
          field: field.path,
          message: `\`${address}\` is named like a reference, and declares none.`,
          hint: guess === undefined
            ? "Declare it, ref('…') or objectKey('…'). If it references something outside the documented stores, name it in the option `ignore` of this rule."
            : `If it references \`${guess.address}\`, write ${namesObject(field.name) ? 'objectKey' : 'ref'}('${guess.address}').`,
        };
      }
    }
  },
});

/** Words in names that mean something outside every store, unless an entity is called so. */
const FOREIGN = [
  ...['provider', 'bot', 'request', 'trace', 'span', 'correlation', 'session', 'external', 'idempotency', 'client', 'device', 'message', 'build', 'git', 'vat', 'tax'],
  ...['apple', 'auth0', 'aws', 'azure', 'facebook', 'github', 'gitlab', 'google', 'hubspot', 'microsoft', 'paypal', 'salesforce', 'shopify', 'slack', 'stripe', 'twilio'],
];

function isForeign(name: string): boolean {
  return wordsOf(name).some((word) => FOREIGN.includes(word));
}

function looksLikeReference({ name, type, keys }: Field): boolean {
  if (keys.includes('FK') || keys.includes('PK') || !/^(string|text|ulid|uuid|ObjectId|(small|big)?int(eger)?|long|(var)?char\(\d+\))(\[\])*$/.test(type)) return false;
  return /[a-z0-9](Ids?|IDs?|Refs?|S3Key)$|_(ids?|refs?|s3_key)$|^s3(Key|_key)$/.test(name);
}

/** The identifier of the record itself: `ref_id`, `order_id` of `orders`, or what occurs once and leads to no entity by its very name. */
function isOwn({ path, name, keys, depth }: Field, entity: Entity, guess: Guess | undefined): boolean {
  if (/^_?id$|^ref_?id$/i.test(name)) return true;
  if (depth > 0 || namesObject(name)) return false;
  return pluralsOf(lettersOf(stemOf(path))).includes(lettersOf(nameInSchema(entity))) || (keys.includes('UK') && guess?.isExact !== true);
}
