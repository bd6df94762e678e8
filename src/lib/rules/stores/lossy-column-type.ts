import type { Entity } from '../../model/entity.ts';
import type { Field } from '../../model/field.ts';
import { defineRule } from '../define-rule.ts';

export const lossyColumnType = defineRule({
  id: 'lossy-column-type',
  family: 'stores',
  severity: 'warning',
  statement: 'A column keeps what is put into it.',
  why: '`timestamp` drops the zone: 9:00 of Dublin and 9:00 of Berlin become the same moment, and twice a year an hour is there twice. Floating point cannot hold 0.1: sums of money are off by cents that an auditor finds. `char(n)` pads with blanks, which then compare equal in SQL and different everywhere else.',
  mend: [
    'Use the type that keeps it:',
    '```ts\n// before\ncreated_at: timestamp(),\nprice: doublePrecision(),\ncode: char(8),\n\n// after\ncreated_at: timestamptz(),\nprice: numeric(12, 2),\ncode: varchar(8),\n```',
  ].join('\n\n'),
  suppress: 'When the loss is meant: a time of day that holds in every zone, a measurement that is no exact number.',
  *check({ catalog }) {
    for (const entity of catalog.entities) {
      if (entity.kind === 'objects') continue;
      for (const field of entity.fields) {
        const { path, type, depth } = field;
        if (entity.kind === 'table' && depth > 0) continue;
        const fault = faultOf(field, entity);
        if (fault === undefined) continue;
        yield { entity: entity.address, field: path, message: `\`${path}\` of \`${entity.address}\` is \`${type}\`, which ${fault.loses}.`, hint: `Use ${entity.kind === 'collection' ? (fault.inDocuments ?? fault.instead) : fault.instead}.` };
      }
    }
  },
});

interface Fault {
  readonly loses: string;
  readonly instead: string;
  readonly inDocuments?: string;
}

/** What a name ends with; a currency and how it was counted may follow. A `tax_rate` and `total_tokens` are not sums of money, and a `value` may be anything. */
const MONEY = /(^|_)(price|cost|total|subtotal|balance|fee|revenue|salary|budget|tax|vat|discount)s?(_(net|gross|due|paid|total|eur|usd|gbp|chf|jpy|cad|aud|cny|inr|sek|nok|dkk|pln))*$/;

/** An amount may be one of hours; beside a currency, or in a record of payments, it is one of money. */
const AMOUNT = /(^|_)amounts?(_(net|gross|due|paid|total|eur|usd|gbp|chf|jpy|cad|aud|cny|inr|sek|nok|dkk|pln))*$/;
const OF_MONEY = /currency|price|cost|invoice|payment|refund|charge|payout|order|billing|subscription|transaction|credit/i;

function faultOf({ name, path, type }: Field, entity: Entity): Fault | undefined {
  if (/^timestamp(\(\d\))?$/.test(type)) return { loses: 'drops the zone', instead: 'timestamptz()' };
  const sized = /^char\((\d+)\)$/.exec(type);
  if (sized !== null) return { loses: 'pads shorter values with blanks', instead: `varchar(${sized[1]}), with a check where it must be exactly so long` };
  const isFloat = /^(real|double precision|double|float[48]?|money)$/.test(type);
  if (isFloat && (MONEY.test(snake(name)) || (AMOUNT.test(snake(name)) && isOfMoney(path, entity)))) return { loses: 'cannot hold most sums of money exactly', instead: 'numeric(12, 2)', inDocuments: 'decimal128(), or whole cents' };
  return undefined;
}

/** The entity's name says so, or a field beside it. */
function isOfMoney(path: string, { name, fields }: Entity): boolean {
  const around = path.slice(0, path.lastIndexOf('.') + 1);
  const beside = fields.filter((field) => field.path.startsWith(around) && !field.path.slice(around.length).includes('.'));
  return AMOUNT_WITH_CURRENCY.test(snake(path)) || OF_MONEY.test(name) || beside.some((field) => OF_MONEY.test(field.name));
}

const AMOUNT_WITH_CURRENCY = /amounts?(_(net|gross|due|paid|total))*_(eur|usd|gbp|chf|jpy|cad|aud|cny|inr|sek|nok|dkk|pln|due|paid)$/;

function snake(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
