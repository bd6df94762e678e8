import { posix } from 'node:path';
import ts from 'typescript';

/**
 * A source file as JavaScript. Every text in it that names a TypeScript file beside it, in an import, a URL or a `<script src>`, names the JavaScript that is made of that file.
 * So does an import of a package that is brought along.
 * @param path relative to the package, with slashes
 */
export function toJavaScript(path: string, text: string, { isSource, vendored }: Surroundings): string {
  const renamed = text
    .replace(NAME, (whole, quote: string, name: string) => (isSource(neighbour(path, name)) ? `${quote}${name}.js${quote}` : whole))
    .replace(IMPORT, (whole, before: string, name: string) => {
      const file = Object.hasOwn(vendored, name) ? vendored[name] : undefined;
      return file === undefined ? whole : `${before}'${posix.relative(posix.dirname(path), file)}'`;
    });
  if (!path.endsWith('.ts')) return renamed;
  const { outputText, diagnostics = [] } = ts.transpileModule(renamed, { fileName: path, reportDiagnostics: true, compilerOptions: { target: ts.ScriptTarget.ES2023, module: ts.ModuleKind.ESNext, verbatimModuleSyntax: true, newLine: ts.NewLineKind.LineFeed } });
  const [first] = diagnostics;
  if (first !== undefined) throw new Error(`${path}: ${ts.flattenDiagnosticMessageText(first.messageText, '\n')}`);
  return outputText;
}

export interface Surroundings {
  /** Whether there is such a file, relative to the package. */
  readonly isSource: (path: string) => boolean;
  /** Name of a package → its file, relative to the package. */
  readonly vendored: Readonly<Record<string, string>>;
}

/** What a file names beside it, as paths relative to the package. */
export function namesNeighbours(path: string, text: string): readonly string[] {
  return [...text.matchAll(NAME)].map(([, , name = '']) => neighbour(path, name));
}

/** `'./check.ts'`, with its quotes: the name without its ending is the second group. */
const NAME = /(['"])([\w.@/-]+)\.ts\1/g;

/** `from 'mermaid'`, `import('mermaid')`: what stands before the name, and the name. */
const IMPORT = /(\bfrom |\bimport\()'([\w@/-]+)'/g;

function neighbour(path: string, name: string): string {
  return `${posix.join(posix.dirname(path), name)}.ts`;
}
