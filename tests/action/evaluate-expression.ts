/** Names of an expression: contexts such as `inputs` and `github`, and the functions of a step's status. */
export interface ExpressionNames {
  readonly contexts: Readonly<Record<string, unknown>>;
  readonly hasFailed: boolean;
}

/** Evaluates an expression as GitHub Actions does, as far as `action.yml` uses them: names, texts, `==`, `!=`, `!`, `&&`, `||`, parentheses, `always()`, `success()`, `failure()`. */
export function evaluateExpression(source: string, { contexts, hasFailed }: ExpressionNames): unknown {
  const tokens = source.match(/'(?:[^']|'')*'|[\w.-]+(?:\(\))?|==|!=|&&|\|\||[!()]/g) ?? [];
  let at = 0;
  const take = (token: string): boolean => tokens[at] === token && (at += 1) > 0;

  function either(): unknown {
    let value = both();
    while (take('||')) {
      const next = both();
      value = isTrue(value) ? value : next;
    }
    return value;
  }
  function both(): unknown {
    let value = comparison();
    while (take('&&')) {
      const next = comparison();
      value = isTrue(value) ? next : value;
    }
    return value;
  }
  function comparison(): unknown {
    const left = single();
    if (take('==')) return isSame(left, single());
    if (take('!=')) return !isSame(left, single());
    return left;
  }
  function single(): unknown {
    if (take('!')) return !isTrue(single());
    if (take('(')) {
      const value = either();
      if (!take(')')) throw new Error(`No closing parenthesis in ${source}`);
      return value;
    }
    const token = tokens[at] ?? '';
    at += 1;
    if (token.startsWith("'")) return token.slice(1, -1).replaceAll("''", "'");
    if (token === 'always()') return true;
    if (token === 'success()') return !hasFailed;
    if (token === 'failure()') return hasFailed;
    if (!/^[a-z][\w.-]*$/.test(token)) throw new Error(`Unknown word ${token} in ${source}`);
    const [first = '', ...path] = token.split('.');
    if (!Object.hasOwn(contexts, first)) throw new Error(`Unknown context ${first} in ${source}`);
    return path.reduce<unknown>((value, key) => (typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined), contexts[first]);
  }

  const value = either();
  if (at !== tokens.length) throw new Error(`More than an expression: ${source}`);
  return value;
}

/** Text with `${{ … }}` in it. */
export function fillIn(text: string, names: ExpressionNames): string {
  return text.replace(/\$\{\{(.*?)\}\}/g, (_, source: string) => String(evaluateExpression(source, names) ?? ''));
}

export function isTrue(value: unknown): boolean {
  return value !== undefined && value !== null && value !== false && value !== '' && value !== 0;
}

function isSame(one: unknown, other: unknown): boolean {
  return String(one ?? '').toLowerCase() === String(other ?? '').toLowerCase();
}
