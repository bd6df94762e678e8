import { choice, either, flag, keysOf, listOf, name, names, optionsOf, text, wordOf, wordsOr, type Expectation } from './expect.ts';
import { onDelete } from './reference.ts';

/** What a table says beside its columns and indexes. */

const columns = names({ expected: 'a list of columns', hint: "Write ['tenant_id', 'slug'].", example: "['…']" });
const note = text.exactOptional();

const UNIQUE: Expectation = { expected: 'a unique constraint', hint: "Write ['tenant_id', 'slug'] or unique(['tenant_id', 'slug'], { name: '…' })." };
const UNIQUE_OPTIONS = { name: name.exactOptional(), nullsNotDistinct: flag.exactOptional() };
const uniqueWord = wordsOr(
  [wordOf('unique', [columns, optionsOf('a unique constraint', UNIQUE_OPTIONS)], ([each, options]) => ({ columns: each, ...options }))],
  keysOf({ columns, ...UNIQUE_OPTIONS }, UNIQUE, 'a unique constraint'),
  UNIQUE,
);

/** A bare list of columns is a unique constraint too. */
export const uniques = listOf(either(Array.isArray, columns.transform((each) => ({ columns: each })), uniqueWord), {
  expected: 'a list of unique constraints', hint: "Write [['tenant_id', 'slug']] or [unique(['tenant_id', 'slug'], { name: '…' })].",
});

const CHECK: Expectation = { expected: 'a check constraint', hint: "Write check('positive_total', 'total >= 0')." };
export const checks = listOf(
  wordsOr([wordOf('check', [name, text], ([named, expression]) => ({ name: named, expression }))], keysOf({ name, expression: text }, CHECK, 'a check constraint'), CHECK),
  { expected: 'a list of check constraints', hint: "Write [check('positive_total', 'total >= 0')]." },
);

const FOREIGN_KEY: Expectation = { expected: 'a foreign key', hint: "Write foreignKey(['tenant_id', 'goal_id'], 'postgresql.goals', ['tenant_id', 'id'])." };
const FOREIGN_KEY_OPTIONS = { onDelete: onDelete.exactOptional(), note };
export const foreignKeys = listOf(
  wordsOr(
    [wordOf('foreignKey', [columns, name, columns, optionsOf('a foreign key', FOREIGN_KEY_OPTIONS)], ([own, target, targetColumns, options]) => ({ columns: own, target, targetColumns, ...options }))],
    keysOf({ columns, target: name, targetColumns: columns, ...FOREIGN_KEY_OPTIONS }, FOREIGN_KEY, 'a foreign key'),
    FOREIGN_KEY,
  ),
  { expected: 'a list of foreign keys', hint: "Write [foreignKey(['tenant_id', 'goal_id'], 'postgresql.goals', ['tenant_id', 'id'])]." },
);

const PARTITION: Expectation = { expected: 'a partitioning', hint: "Write partitionBy('range', ['created_at'])." };
const strategy = choice(['range', 'list', 'hash']);
export const partition = wordsOr(
  [wordOf('partitionBy', [strategy, columns, optionsOf('a partitioning', { note })], ([by, each, options]) => ({ strategy: by, columns: each, ...options }))],
  keysOf({ strategy, columns, note }, PARTITION, 'a partitioning'),
  PARTITION,
);
