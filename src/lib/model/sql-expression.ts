/**
 * The first thing in an SQL expression that may give another result each time, as one would write it: PostgreSQL refuses it in an index. Functions of the team's own are not looked at.
 * @param types of columns by name
 */
export function notImmutableIn(text: string, types: ReadonlyMap<string, string>): string | undefined {
  const code = withoutTexts(text);
  const word = /\b(current_date|current_timestamp|current_time|localtimestamp|localtime|current_user|session_user|select)\b/i.exec(code)?.[1];
  const call = /(?<![\w."])(now|clock_timestamp|statement_timestamp|transaction_timestamp|timeofday|random|gen_random_uuid|uuid_generate_v4|nextval|currval|current_setting|concat|concat_ws|format|to_char|array_to_string|count|sum|avg|array_agg|string_agg)\s*\(/i.exec(code)?.[1];
  if (word !== undefined || call !== undefined) return word?.toLowerCase() ?? `${call?.toLowerCase()}()`;
  if (/(?<![\w."])to_tsvector\s*\(\s*(?:"[^"]+"|\w+)\s*\)/i.test(code)) return 'to_tsvector() without a configuration';
  // The day of a moment depends on the time zone of the session.
  for (const [column, type] of types) {
    if (!/^timestamptz\b/.test(type)) continue;
    const name = `(?:"${escaped(column)}"|(?<![\\w."])${escaped(column)}(?![\\w"]))`;
    if (new RegExp(`${name}\\s*::\\s*(?:date|time|timestamp|text)\\b(?!\\s*with time zone)`, 'i').test(code)) return `${column}::…`;
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
