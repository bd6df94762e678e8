/** Does an SQL condition only exclude rows in which one of these columns is null? With or without quotes, in any case and any number of parentheses. */
export function isOnlyNotNull(condition: string, columns: readonly string[]): boolean {
  return partsOf(condition).every((part) => columns.some((column) => nullTestOf(part, column) === 'is not null'));
}

/** Does an SQL condition require that the column is null, alone or with other conditions? */
export function asksForNull(condition: string, column: string): boolean {
  return partsOf(condition).some((part) => nullTestOf(part, column) === 'is null');
}

/** Does an SQL condition require that the column is not null, alone or with other conditions? */
export function leavesOutNull(condition: string, column: string): boolean {
  return partsOf(condition).some((part) => nullTestOf(part, column) === 'is not null');
}

function nullTestOf(condition: string, column: string): 'is null' | 'is not null' | undefined {
  const negated = /^not\b([^]*)$/i.exec(withoutParentheses(condition));
  if (negated !== null) return INVERSE[nullTestOf(negated[1] as string, column) ?? ''];
  const [, operand = '', test = ''] = /^([^]*?)(?:\s|(?<=[")]))(is\s+(?:not\s+)?null|notnull|isnull)$/i.exec(withoutParentheses(condition)) ?? [];
  // The column may stand behind the name of its table.
  const name = /^(?:(?:"(?:[^"]|"")+"|[a-z_][\w$]*)\.)?(?:"((?:[^"]|"")+)"|([a-z_][\w$]*))$/i.exec(withoutParentheses(operand));
  if (name === null) return undefined;
  const [, quoted, plain] = name;
  // PostgreSQL folds unquoted names to lower case; a definition may contain the name as it is.
  const isColumn = quoted === undefined ? plain?.toLowerCase() === column.toLowerCase() : quoted.replaceAll('""', '"') === column;
  if (!isColumn) return undefined;
  return /not/i.test(test) ? 'is not null' : 'is null';
}

const INVERSE: Readonly<Record<string, 'is null' | 'is not null'>> = { 'is null': 'is not null', 'is not null': 'is null' };

/** The operands of `and` outside parentheses and string literals; the whole condition if it contains `or`. */
function partsOf(condition: string): readonly string[] {
  const text = withoutParentheses(condition);
  const parts: string[] = [];
  let [depth, begin] = [0, 0];
  for (const token of text.matchAll(/'(?:[^']|'')*'|"(?:[^"]|"")*"|[()]|\band\b|\bor\b/gi)) {
    if (token[0] === '(') depth += 1;
    else if (token[0] === ')') depth -= 1;
    else if (depth === 0 && /^or$/i.test(token[0])) return [text];
    else if (depth === 0 && /^and$/i.test(token[0])) {
      parts.push(text.slice(begin, token.index));
      begin = token.index + token[0].length;
    }
  }
  return [...parts, text.slice(begin)];
}

/** `((a is null))` → `a is null`. */
function withoutParentheses(condition: string): string {
  let text = condition.trim();
  while (text.startsWith('(') && closes(text)) text = text.slice(1, -1).trim();
  return text;
}

/** Does the parenthesis that opens a text close at its end? */
function closes(text: string): boolean {
  let depth = 0;
  for (const token of text.matchAll(/'(?:[^']|'')*'|"(?:[^"]|"")*"|[()]/g)) {
    if (token[0] === '(') depth += 1;
    else if (token[0] === ')') depth -= 1;
    if (depth === 0) return token.index === text.length - 1;
  }
  return false;
}
