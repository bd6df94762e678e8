import type { Index, Table } from '../../model/entity.ts';
import { inSequence } from '../../model/in-sequence.ts';
import { columnsNamedIn, notImmutableIn } from '../../model/sql-expression.ts';
import { didYouMean } from '../../model/suggest.ts';
import { describeIndex, locationOf, type IndexFault } from './index-fault.ts';
import { methodsTaking } from './postgresql-operator-classes.ts';

/** `extension`: PostgreSQL refuses the index unless an extension is there, and nobody has said whether it is. */
type Fault = readonly [kind: IndexFault['kind'] | 'extension', why: string, hint: string];

const VERBS = { refused: ['refuses', ':'], ignored: ['makes', ', and'], extension: ['makes', ' only with an extension:'] } as const;

/** What PostgreSQL refuses or ignores of the indexes and keys of a table. Source of each: the table in `tests/rules/index-combinations.test.ts`. */
export function postgresqlIndexFaults(table: Table): readonly IndexFault[] {
  const own = table.indexes.flatMap((index) =>
    [...methodFaults(index), ...typeFaults(index, table), ...expressionFaults(index, table), ...foreignFaults(index)].map(([kind, why, hint]): IndexFault => ({
      kind: kind === 'refused' ? 'refused' : 'ignored', hint, ...locationOf(index), message: `PostgreSQL ${VERBS[kind][0]} ${describeIndex(index, table)}${VERBS[kind][1]} ${why}.`,
    })),
  );
  return [...own, ...keyFaults(table)];
}

function* methodFaults({ keys, unique, method = 'btree', include = [], nullsNotDistinct }: Index): Iterable<Fault> {
  if (keys.length === 0) yield ['refused', 'it has no column', "Name a column: ['tenant_id']."];
  if (keys.length + include.length > MOST_COLUMNS) yield ['refused', `it has ${keys.length + include.length} columns, and ${MOST_COLUMNS} is the most`, 'Leave some out.'];
  if (!METHODS.includes(method) && didYouMean(method, METHODS) !== '') yield ['refused', `there is no method \`${method}\``, didYouMean(method, METHODS)];
  if (!METHODS.includes(method) || method === 'btree') {
    if (nullsNotDistinct === true && !unique) yield ['ignored', '`nullsNotDistinct` has no effect: the index is not unique', 'Make it unique, or leave `nullsNotDistinct` out.'];
    return;
  }
  if (unique) yield ['refused', `only a btree index can be unique, and it is ${method}`, 'Leave `method` out.'];
  if ((method === 'hash' || method === 'spgist') && keys.length > 1) yield ['refused', `a ${method} index has one column`, 'Make an index of each.'];
  if (include.length > 0 && method !== 'gist' && method !== 'spgist') yield ['refused', `a ${method} index carries no other columns`, 'Leave `include` out.'];
  const ordered = keys.find(({ order = '' }) => /\b(?:asc|desc|nulls)\b/.test(order));
  if (ordered !== undefined) yield ['refused', `a ${method} index has no order, and \`${ordered.on}\` says \`${ordered.order}\``, 'Leave the order out.'];
}

/** A column of a type that the method cannot compare; an operator class may be named for it. */
function* typeFaults({ keys, method = 'btree' }: Index, table: Table): Iterable<Fault> {
  if (!METHODS.includes(method)) return;
  for (const { on, order = '', expression } of keys) {
    const type = expression === true || /_ops\b/.test(order) ? undefined : table.fields.find(({ path }) => path === on)?.type;
    const others = type === undefined ? undefined : methodsTaking(type);
    if (type === undefined || others === undefined || others.includes(method)) continue;
    const hint = type === 'json' ? 'Make the column jsonb().' : others.length === 0 ? 'Index an expression of it.' : `Use ${others.map((each) => `'${each}'`).join(' or ')} as its method.`;
    // Extensions bring operator classes for these.
    if (method === 'gin' || method === 'gist') {
      if (keys.length === 1) yield ['extension', `\`${on}\` is \`${type}\`, for which ${method} has no operator class of its own`, `Name the operator class, '${on} ${method}_trgm_ops', or leave \`method\` out.`];
    } else yield ['refused', `\`${on}\` is \`${type}\`, which a ${method} index cannot hold`, hint];
  }
}

function* expressionFaults({ keys, where, include = [] }: Index, table: Table): Iterable<Fault> {
  const texts = [...keys.flatMap(({ on, expression }) => (expression === true ? [on] : [])), ...(where === undefined ? [] : [where])];
  const types = new Map(table.fields.map(({ path, type }) => [path, type]));
  for (const text of texts) {
    const call = notImmutableIn(text, types);
    if (call === undefined) continue;
    yield ['refused', `\`${call.what}\` ${call.why}, and stands in its ${text === where ? 'condition' : 'expression'}`, 'Use only columns of the row itself, and functions that are immutable.'];
  }
  if (where === undefined || where.startsWith('{')) return;
  const columns = table.fields.filter(({ depth }) => depth === 0).map(({ path }) => path);
  const unknown = columnsNamedIn(where).find((name) => !columns.includes(name) && !columns.some((column) => column.toLowerCase() === name));
  if (unknown !== undefined) yield ['refused', `its condition names \`${unknown}\`, and the table has no such column`, didYouMean(unknown, columns) || 'Name a column of the table.'];
  const expression = include.find((column) => /[()]/.test(column));
  if (expression !== undefined) yield ['refused', `it carries the expression \`${expression}\`, and only columns can be carried`, 'Put it among the keys.'];
}

/** What only MongoDB has. */
function* foreignFaults({ keys, sparse, hidden, ttl, where }: Index): Iterable<Fault> {
  const foreign = [...(sparse === undefined ? [] : ['sparse']), ...(hidden === undefined ? [] : ['hidden']), ...(ttl === undefined ? [] : ['expireAfterSeconds'])];
  if (foreign.length > 0) yield ['refused', `${inSequence(foreign.map((each) => `\`${each}\``))} ${foreign.length === 1 ? 'is an option' : 'are options'} of MongoDB`, ttl === undefined ? `Leave ${foreign.length === 1 ? 'it' : 'them'} out; a condition is SQL.` : "Write retention: expires('…', { after: '…' }), and what deletes the rows."];
  const special = keys.find(({ order = '' }) => /^(?:text|hashed|2dsphere|2d)$/.test(order));
  if (special !== undefined) yield ['refused', `\`${special.on}\` is \`${special.order}\`, which is a kind of index of MongoDB`, "Name a method: { method: 'gin' }."];
  if (where?.startsWith('{')) yield ['refused', 'its condition is an object', "Write SQL text: { where: 'deleted_at is null' }."];
}

/** Keys of a table: what must be unique on all partitions, and what stands in a key twice. */
function* keyFaults(table: Table): Iterable<IndexFault> {
  const { address, primaryKey, uniques, indexes, partitionedBy } = table;
  const keys = [
    ...(primaryKey.length === 0 ? [] : [{ words: 'The primary key', columns: primaryKey, index: undefined }]),
    ...uniques.map(({ columns }) => ({ words: 'A unique constraint', columns, index: undefined })),
    ...indexes.flatMap((index) => (index.unique ? [{ words: 'A unique index', columns: index.keys.map(({ on }) => on), index }] : [])),
  ];
  for (const { words, columns, index } of keys) {
    const list = columns.map((column) => `\`${column}\``).join(', ');
    const at = index === undefined ? {} : locationOf(index);
    const missing = partitionedBy?.columns.filter((column) => !columns.includes(column)) ?? [];
    if (missing.length > 0) yield { kind: 'refused', ...at, message: `${words} of \`${address}\`, (${list}), lacks ${missing.map((column) => `\`${column}\``).join(', ')}, by which the table is partitioned: PostgreSQL refuses it, as it looks into one partition only.`, hint: 'Add the columns of the partitioning to the key.' };
    const repeated = columns.find((column, position) => columns.indexOf(column) < position);
    if (repeated !== undefined && index === undefined) yield { kind: 'refused', message: `${words} of \`${address}\` names \`${repeated}\` twice, and PostgreSQL refuses it.`, hint: 'Name each column once.' };
  }
}

const MOST_COLUMNS = 32;
const METHODS: readonly string[] = ['btree', 'hash', 'gist', 'spgist', 'gin', 'brin'];
