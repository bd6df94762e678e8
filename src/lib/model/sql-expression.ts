/**
 * The first thing in an SQL expression for which PostgreSQL refuses it in an index, as one would write it, and why. Functions of the team's own are not looked at.
 * @param types of columns by name
 */
export function notImmutableIn(text: string, types: ReadonlyMap<string, string>): { readonly what: string; readonly why: string } | undefined {
  const code = withoutTexts(text);
  if (/\bselect\b/i.test(code)) return { what: 'select', why: 'is a query' };
  const aggregate = /(?<![\w."])(count|sum|avg|array_agg|string_agg)\s*\(/i.exec(code)?.[1];
  if (aggregate !== undefined) return { what: `${aggregate.toLowerCase()}()`, why: 'looks at several rows' };
  const what = changingIn(code, types);
  return what === undefined ? undefined : { what, why: 'need not give the same result each time' };
}

function changingIn(code: string, types: ReadonlyMap<string, string>): string | undefined {
  const word = /\b(current_date|current_timestamp|current_time|localtimestamp|localtime|current_user|session_user)\b/i.exec(code)?.[1];
  const call = /(?<![\w."])(now|clock_timestamp|statement_timestamp|transaction_timestamp|timeofday|random|gen_random_uuid|uuid_generate_v4|nextval|currval|current_setting|concat|concat_ws|format|to_char|array_to_string)\s*\(/i.exec(code)?.[1];
  if (word !== undefined || call !== undefined) return word?.toLowerCase() ?? `${call?.toLowerCase()}()`;
  if (/(?<![\w."])to_tsvector\s*\(\s*(?:"[^"]+"|\w+)\s*\)/i.test(code)) return 'to_tsvector() without a configuration';
  for (const [column, type] of types) {
    const [moment] = /^(timestamptz|timestamp|date)\b/.exec(type) ?? [];
    if (moment === undefined) continue;
    const name = `(?:"${escaped(column)}"|(?<![\\w."])${escaped(column)}(?![\\w"]))`;
    // How a moment is written depends on the settings of the session, and the day of one that has a zone on its time zone.
    const into = moment === 'timestamptz' ? 'date|time|timestamp|text|varchar' : 'text|varchar';
    if (new RegExp(`${name}\\s*::\\s*(?:${into})\\b(?!\\s*with time zone)`, 'i').test(code)) return `${column}::…`;
    if (moment !== 'timestamptz') continue;
    if (new RegExp(`\\bdate\\s*\\(\\s*${name}\\s*\\)`, 'i').test(code)) return `date(${column})`;
    if (new RegExp(`\\bdate_trunc\\s*\\([^,()]*,\\s*${name}\\s*\\)`, 'i').test(code)) return `date_trunc(…, ${column})`;
  }
  return undefined;
}

/** Columns that a condition surely names: what stands in quotes, or at the beginning of a comparison. */
export function columnsNamedIn(condition: string): readonly string[] {
  const tokens = withoutTexts(condition).match(/"(?:[^"]|"")+"|[a-z_]\w*|::|<=|>=|<>|!=|\S/gi) ?? [];
  const found = new Set<string>();
  for (const [at, token] of tokens.entries()) {
    const [before = '', after = ''] = [tokens[at - 1]?.toLowerCase(), tokens[at + 1]?.toLowerCase()];
    // A type, a collation, what stands in a schema, and what is called.
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

/** What stands before a comparison and is no column. */
const WORDS: ReadonlySet<string> = new Set(['and', 'or', 'not', 'null', 'true', 'false', 'case', 'when', 'then', 'else', 'end', 'current_date', 'current_timestamp', 'interval', 'any', 'all', 'some']);
