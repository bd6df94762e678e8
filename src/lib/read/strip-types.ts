import { SourceMap, stripTypeScriptTypes } from 'node:module';

/**
 * TypeScript → JavaScript, line for line and column for column; only where a file holds an `enum`, a namespace or the like are lines
 * moved, and then `originOf` leads back (both count from 1).
 * @throws Node's own error, with `code: 'ERR_INVALID_TYPESCRIPT_SYNTAX'`, when the text cannot be parsed
 */
export function stripTypes(text: string): { readonly code: string; readonly originOf?: (line: number, column: number) => Position | undefined } {
  return quietly(() => {
    try {
      return { code: stripTypeScriptTypes(text) };
    } catch (error) {
      if ((error as { code?: unknown }).code !== 'ERR_UNSUPPORTED_TYPESCRIPT_SYNTAX') throw error;
      const code = stripTypeScriptTypes(text, { mode: 'transform', sourceMap: true });
      return { code, originOf: originsIn(code) };
    }
  });
}

export interface Position {
  readonly line: number;
  readonly column: number;
}

function originsIn(code: string): (line: number, column: number) => Position | undefined {
  const encoded = /\/\/# sourceMappingURL=data:[^,]*;base64,(\S+)\s*$/.exec(code)?.[1] ?? '';
  const map = new SourceMap(JSON.parse(Buffer.from(encoded, 'base64').toString('utf8')));
  return (line, column) => {
    const entry = map.findEntry(line - 1, column - 1);
    return 'originalLine' in entry ? { line: entry.originalLine + 1, column: entry.originalColumn + 1 } : undefined;
  };
}

/** Node says once a process that this function is young; that is nothing a schema's author could act on. */
function quietly<Result>(work: () => Result): Result {
  const emitWarning = process.emitWarning;
  process.emitWarning = () => undefined;
  try {
    return work();
  } finally {
    process.emitWarning = emitWarning;
  }
}
