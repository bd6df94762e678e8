import type { Index, Table } from '../../model/entity.ts';
import { inSequence } from '../../model/in-sequence.ts';
import { columnsNamedIn, notImmutableIn } from '../../model/sql-expression.ts';
import { didYouMean } from '../../model/suggest.ts';
import { describeIndex, locationOf, type IndexFault } from './index-fault.ts';
import { methodsTaking } from './postgresql-operator-classes.ts';

/** `extension`: PostgreSQL refuses the index unless an extension is installed, which the schema does not say. */
type Fault = readonly [kind: IndexFault['kind'] | 'extension', why: string, hint: string];

const VERBS = { refused: ['refuses', ':'], ignored: ['creates', ', but'], extension: ['creates', ' only with an extension:'] } as const;

/** What PostgreSQL refuses or ignores in the indexes and keys of a table. The table in `tests/rules/index-combinations.test.ts` names the source of each. */
export function postgresqlIndexFaults(table: Table): readonly IndexFault[] {
  const own = table.indexes.flatMap((index) =>
    [...methodFaults(index), ...typeFaults(index, table), ...expressionFaults(index, table), ...foreignFaults(index)].map(([kind, why, hint]): IndexFault => ({
      kind: kind === 'refused' ? 'refused' : 'ignored', hint, ...locationOf(index), message: `PostgreSQL ${VERBS[kind][0]} ${describeIndex(index, table)}${VERBS[kind][1]} ${why}.`,
    })),
  );
  return [...own, ...keyFaults(table)];
}

function* methodFaults({ keys, unique, method = 'btree', include = [], nullsNotDistinct }: Index): Iterable<Fault> {
  if (keys.length === 0) yield ['refused', 'it has no columns', "Name a column: ['tenant_id']."];
  if (keys.length + include.length > MOST_COLUMNS) yield ['refused', `it has ${keys.length + include.length} columns, and the maximum is ${MOST_COLUMNS}`, 'Remove some of them.'];
  if (!METHODS.includes(method) && didYouMean(method, METHODS) !== '') yield ['refused', `there is no index method \`${method}\``, didYouMean(method, METHODS)];
  if (!METHODS.includes(method) || method === 'btree') {
    if (nullsNotDistinct === true && !unique) yield ['ignored', '`nullsNotDistinct` has no effect: the index is not unique', 'Make it unique, or remove `nullsNotDistinct`.'];
    return;
  }
  if (unique) yield ['refused', `only a btree index can be unique, and its method is ${method}`, 'Remove `method`.'];
  if ((method === 'hash' || method === 'spgist') && keys.length > 1) yield ['refused', `a ${method} index can have only one column`, 'Create a separate index for each.'];
  if (include.length > 0 && method !== 'gist' && method !== 'spgist') yield ['refused', `a ${method} index does not support included columns`, 'Remove `include`.'];
  const ordered = keys.find(({ order = '' }) => /\b(?:asc|desc|nulls)\b/.test(order));
  if (ordered !== undefined) yield ['refused', `a ${method} index does not support an order, and \`${ordered.on}\` has \`${ordered.order}\``, 'Remove the order.'];
}

/** Columns whose type has no default operator class for the method. One that is named in the index may exist. */
function* typeFaults({ keys, method = 'btree' }: Index, table: Table): Iterable<Fault> {
  if (!METHODS.includes(method)) return;
  for (const { on, order = '', expression } of keys) {
    const type = expression === true || /_ops\b/.test(order) ? undefined : table.fields.find(({ path }) => path === on)?.type;
    const others = type === undefined ? undefined : methodsTaking(type);
    if (type === undefined || others === undefined || others.includes(method)) continue;
    const hint = type === 'json' ? 'Make the column jsonb().' : others.length === 0 ? 'Index an expression instead.' : `Use the method ${inSequence(others.map((each) => `'${each}'`), 'or')}.`;
    // btree_gin, btree_gist and pg_trgm add operator classes for types that neither method has by itself, intarray one for lists of integers.
    const isScalar = others.includes('btree') && !others.includes('gin') && !others.includes('gist');
    if ((method === 'gin' || method === 'gist') && (isScalar || /^int(?:eger)?\[\]$/i.test(type))) {
      const isText = /^(?:text|varchar|character varying|ulid)\b/.test(type) && isScalar;
      const extension = isText ? `Name an operator class of pg_trgm, '${on} ${method}_trgm_ops'` : `Suppress this finding if ${isScalar ? `btree_${method}` : 'intarray'} is installed`;
      // Beside another column of the index, such a type is there on purpose.
      if (keys.length === 1) yield ['extension', `\`${on}\` is \`${type}\`, and ${method} has no built-in operator class for it`, `${extension}, or remove \`method\`.`];
    } else yield ['refused', `\`${on}\` is \`${type}\`, which a ${method} index does not support`, hint];
  }
}

function* expressionFaults({ keys, where }: Index, table: Table): Iterable<Fault> {
  const texts = [...keys.flatMap(({ on, expression }) => (expression === true ? [on] : [])), ...(where === undefined ? [] : [where])];
  const types = new Map(table.fields.map(({ path, type }) => [path, type]));
  for (const text of texts) {
    const call = notImmutableIn(text, types);
    if (call === undefined) continue;
    yield ['refused', `its ${text === where ? 'condition' : 'expression'} contains \`${call.what}\`, which ${call.why}`, 'Use only columns of the row and immutable functions.'];
  }
  if (where === undefined || where.startsWith('{')) return;
  const columns = table.fields.filter(({ depth }) => depth === 0).map(({ path }) => path);
  const unknown = columnsNamedIn(where).find((name) => !columns.includes(name) && !columns.some((column) => column.toLowerCase() === name));
  if (unknown !== undefined) yield ['refused', `its condition names \`${unknown}\`, and the table has no such column`, didYouMean(unknown, columns) || 'Name a column of the table.'];
}

/** What only MongoDB has. */
function* foreignFaults({ keys, sparse, hidden, ttl, where }: Index): Iterable<Fault> {
  const foreign = [...(sparse === undefined ? [] : ['sparse']), ...(hidden === undefined ? [] : ['hidden']), ...(ttl === undefined ? [] : ['expireAfterSeconds'])];
  if (foreign.length > 0) yield ['refused', `${inSequence(foreign.map((each) => `\`${each}\``))} ${foreign.length === 1 ? 'is an option' : 'are options'} of MongoDB`, ttl === undefined ? `Remove ${foreign.length === 1 ? 'it' : 'them'}.` : "Declare retention: expires('…', { after: '…' }) instead."];
  const special = keys.find(({ order = '' }) => /^(?:text|hashed|2dsphere|2d)$/.test(order));
  if (special !== undefined) yield ['refused', `\`${special.on}\` has \`${special.order}\`, which is an index type of MongoDB`, "Name a method: { method: 'gin' }."];
  if (where?.startsWith('{')) yield ['refused', 'its condition is an object', "Write SQL text: { where: 'deleted_at is null' }."];
}

/** Keys that lack a column by which the table is partitioned, or name a column twice. */
function* keyFaults(table: Table): Iterable<IndexFault> {
  const { address, primaryKey, uniques, indexes, partitionedBy } = table;
  const keys = [
    ...(primaryKey.length === 0 ? [] : [{ words: 'the primary key', columns: primaryKey, index: undefined }]),
    ...uniques.map(({ columns }) => ({ words: 'the unique constraint', columns, index: undefined })),
    ...indexes.flatMap((index) => (index.unique ? [{ words: 'the unique index', columns: index.keys.map(({ on }) => on), index }] : [])),
  ];
  for (const { words, columns, index } of keys) {
    const list = columns.map((column) => `\`${column}\``).join(', ');
    const at = index === undefined ? {} : locationOf(index);
    const missing = partitionedBy?.columns.filter((column) => !columns.includes(column)) ?? [];
    if (missing.length > 0) yield { kind: 'refused', ...at, message: `PostgreSQL refuses ${words} (${list}) of \`${address}\`: the table is partitioned by ${inSequence(missing.map((column) => `\`${column}\``))}, which the key must include.`, hint: 'Add the partition columns to the key.' };
    const repeated = columns.find((column, position) => columns.indexOf(column) < position);
    if (repeated !== undefined && index === undefined) yield { kind: 'refused', message: `PostgreSQL refuses ${words} (${list}) of \`${address}\`: it names \`${repeated}\` twice.`, hint: 'Name each column once.' };
  }
}

const MOST_COLUMNS = 32;
const METHODS: readonly string[] = ['btree', 'hash', 'gist', 'spgist', 'gin', 'brin'];
