import { parseSync, transformSync, Visitor } from 'rolldown/utils';

/**
 * The module without syntax that the bundler leaves as it is and Node cannot run: JSX where the tsconfig.json says to preserve it, and decorators and accessors
 * of the language itself. Undefined where there is nothing to do.
 * @param path absolute path of the file
 */
export async function lowerSyntax(path: string, text: string): Promise<Lowered | undefined> {
  if (!/\.[jt]sx$/.test(path) && !/@[\w(]|\baccessor\b/.test(text)) return undefined;
  const made = transformSync(path, text, { tsconfig: true, sourcemap: true });
  if (made.errors.length > 0) return undefined;
  const left = syntaxIn(made.code);
  if (left.has('decorator')) return lowerDecorators(path, text);
  if (!left.has('jsx')) return undefined;
  const { code, map, errors } = transformSync(path, text, { tsconfig: true, sourcemap: true, jsx: { runtime: 'automatic' } });
  return errors.length > 0 ? undefined : { code, map: JSON.stringify(map) };
}

export interface Lowered {
  /** JavaScript. */
  readonly code: string;
  /** A source map, as JSON. */
  readonly map: string;
}

function syntaxIn(code: string): ReadonlySet<'decorator' | 'jsx'> {
  const found = new Set<'decorator' | 'jsx'>();
  const decorator = () => void found.add('decorator');
  const jsx = () => void found.add('jsx');
  new Visitor({ Decorator: decorator, AccessorProperty: decorator, JSXElement: jsx, JSXFragment: jsx }).visit(parseSync('made.jsx', code).program);
  return found;
}

/** By TypeScript's own compiler, which is slow to load: few files need it. */
async function lowerDecorators(path: string, text: string): Promise<Lowered> {
  const { ts } = await import('ts-morph');
  const { outputText, sourceMapText = '' } = ts.transpileModule(text, {
    fileName: path,
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext, jsx: ts.JsxEmit.ReactJSX, sourceMap: true },
  });
  return { code: outputText, map: sourceMapText };
}
