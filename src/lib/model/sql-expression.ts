/**
 * What makes PostgreSQL refuse an SQL expression in an index: the first such part, as written in SQL, and the end of a sentence ("now()", "is not immutable").
 * The volatility of user-defined functions is not known.
 * @param types column types by name
 */
export function notImmutableIn(text: string, types: ReadonlyMap<string, string>): { readonly what: string; readonly why: string } | undefined {
  const code = withoutTexts(text);
  if (/\bselect\b/i.test(code)) return { what: 'select', why: 'starts a subquery' };
  const aggregate = /(?<![\w."])(count|sum|avg|array_agg|string_agg)\s*\(/i.exec(code)?.[1];
  if (aggregate !== undefined) return { what: `${aggregate.toLowerCase()}()`, why: 'is an aggregate function' };
  if (/(?<![\w."])to_tsvector\s*\(\s*(?:"[^"]+"|\w+)\s*\)/i.test(code)) return { what: 'to_tsvector()', why: 'is immutable only with a text search configuration' };
  const what = changingIn(code, types);
  return what === undefined ? undefined : { what, why: 'is not immutable' };
}

function changingIn(code: string, types: ReadonlyMap<string, string>): string | undefined {
  const word = /\b(current_date|current_timestamp|current_time|localtimestamp|localtime|current_user|session_user)\b/i.exec(code)?.[1];
  const call = /(?<![\w."])(now|clock_timestamp|statement_timestamp|transaction_timestamp|timeofday|random|gen_random_uuid|uuid_generate_v4|nextval|currval|current_setting|concat|concat_ws|format|to_char|array_to_string)\s*\(/i.exec(code)?.[1];
  if (word !== undefined || call !== undefined) return word?.toLowerCase() ?? `${call?.toLowerCase()}()`;
  for (const [column, type] of types) {
    const [moment] = /^(timestamptz|timestamp|date)\b/.exec(type) ?? [];
    if (moment === undefined) continue;
    const name = `(?:"${escaped(column)}"|(?<![\\w."])${escaped(column)}(?![\\w"]))`;
    // The text of a date or time depends on the session's DateStyle; the day of a timestamptz on its TimeZone.
    const into = moment === 'timestamptz' ? 'date|time|timestamp|text|varchar' : 'text|varchar';
    const cast = new RegExp(`${name}\\s*::\\s*(${into})\\b(?!\\s*with time zone)`, 'i').exec(code)?.[1];
    if (cast !== undefined) return `${column}::${cast.toLowerCase()}`;
    if (moment !== 'timestamptz') continue;
    if (new RegExp(`\\bdate\\s*\\(\\s*${name}\\s*\\)`, 'i').test(code)) return `date(${column})`;
    if (new RegExp(`\\bdate_trunc\\s*\\([^,()]*,\\s*${name}\\s*\\)`, 'i').test(code)) return `date_trunc(…, ${column})`;
  }
  return undefined;
}

/** Names in a condition that can only be columns: quoted identifiers, and the left side of comparisons. */
export function columnsNamedIn(condition: string): readonly string[] {
  const tokens = withoutTexts(condition).match(/"(?:[^"]|"")+"|[a-z_]\w*|::|<=|>=|<>|!=|\S/gi) ?? [];
  const found = new Set<string>();
  for (const [at, token] of tokens.entries()) {
    const [before = '', after = ''] = [tokens[at - 1]?.toLowerCase(), tokens[at + 1]?.toLowerCase()];
    // A type, a collation, a part of a qualified name, a function.
    if (before === '::' || before === '.' || before === 'collate' || before === 'as' || after === '.' || after === '(') continue;
    if (token.startsWith('"')) found.add(token.slice(1, -1).replaceAll('""', '"'));
    else if (/^[a-z_]/i.test(token) && BEGINS.has(before) && COMPARES.has(after) && !WORDS.has(token.toLowerCase())) found.add(token.toLowerCase());
  }
  return [...found];
}

function withoutTexts(text: string): string {
  return text.replaceAll(/'(?:[^']|'')*'/g, "''").replaceAll(/--[^\n]*/g, '');
}

function escaped(name: string): string {
  return name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

const BEGINS: ReadonlySet<string> = new Set(['', '(', 'and', 'or', 'not']);
const COMPARES: ReadonlySet<string> = new Set(['=', '<>', '!=', '<', '>', '<=', '>=', 'is']);

/** Words that can begin a comparison and are not columns. */
const WORDS: ReadonlySet<string> = new Set(['and', 'or', 'not', 'null', 'true', 'false', 'case', 'when', 'then', 'else', 'end', 'current_date', 'current_timestamp', 'interval', 'any', 'all', 'some']);
