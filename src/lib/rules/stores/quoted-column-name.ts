import { defineRule } from '../define-rule.ts';

export const quotedColumnName = defineRule({
  id: 'quoted-column-name',
  family: 'stores',
  severity: 'note',
  statement: 'The name of a column needs no quotes in SQL.',
  why: 'PostgreSQL folds names without quotes to lower case: `select createdAt` reads the column `createdat`. A name with capitals, blanks or other characters must be quoted in each statement that somebody writes by hand. Tools that generate SQL, such as an object-relational mapper, quote all names.',
  mend: [
    'Use lower-case letters, digits and underscores, or turn the rule off where all SQL is generated:',
    "```ts\n// before\ncreatedAt: timestamptz(),\n\n// after\ncreated_at: timestamptz(),\n```",
  ].join('\n\n'),
  suppress: 'When all statements are generated, or the name cannot be changed.',
  // A team that writes camelCase has decided so once.
  summary: { message: '{count} columns in {store} must be quoted in SQL', hint: "Quote them in statements that are written by hand, or set 'quoted-column-name' to 'off' if all SQL is generated." },
  *check({ catalog }) {
    for (const entity of catalog.entities) {
      if (entity.kind !== 'table') continue;
      for (const { path, name, depth } of entity.fields) {
        if (depth > 0 || UNQUOTED.test(name)) continue;
        yield { entity: entity.address, field: path, message: `\`${name}\` of \`${entity.address}\` must be quoted in SQL.`, hint: 'Use lower-case letters, digits and underscores.' };
      }
    }
  },
});

/** What PostgreSQL reads as a name without quotes, and does not fold. Its scanner takes every character beyond ASCII for a letter. */
const UNQUOTED = /^[a-z_\u{80}-\u{10ffff}][a-z0-9_$\u{80}-\u{10ffff}]*$/u;
