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
      for (const { path, name, type, depth } of entity.fields) {
        if (entity.kind === 'table' && depth > 0) continue;
        const fault = faultOf(name, type);
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

/** What a name ends with; a currency and how it was counted may follow. A `tax_rate` and `total_tokens` are no sums, and a `value` may be anything. */
const MONEY = /(^|_)(amount|price|cost|total|subtotal|balance|fee|revenue|salary|budget|tax|vat|discount)s?(_(net|gross|due|paid|total|eur|usd|gbp|chf|jpy|cad|aud|cny|inr|sek|nok|dkk|pln))*$/;

function faultOf(name: string, type: string): Fault | undefined {
  if (/^timestamp(\(\d\))?$/.test(type)) return { loses: 'drops the zone', instead: 'timestamptz()' };
  const sized = /^char\((\d+)\)$/.exec(type);
  if (sized !== null) return { loses: 'pads shorter values with blanks', instead: `varchar(${sized[1]}), with a check where it must be exactly so long` };
  const isFloat = /^(real|double precision|double|float[48]?|money)$/.test(type);
  if (isFloat && MONEY.test(snake(name))) return { loses: 'cannot hold most sums of money exactly', instead: 'numeric(12, 2)', inDocuments: 'decimal128(), or whole cents' };
  return undefined;
}

function snake(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
