import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import type TypeScript from 'typescript';
import { packageRoot } from '../../scripts/project.ts';

/** The TypeScript of a team. */
export const VERSIONS = ['5.4', '5.6', '5.9', '6.0'] as const;
export type Version = (typeof VERSIONS)[number];

export type Resolution = 'NodeNext' | 'Bundler' | 'Node10';
export const RESOLUTIONS: readonly Resolution[] = ['NodeNext', 'Bundler', 'Node10'];

export function typeScript(version: Version): typeof TypeScript {
  const found = createRequire(join(homeOf(version), 'package.json'))('typescript') as typeof TypeScript;
  // Without its own folder of packages, Node goes up, and finds the one of this repository.
  if (!found.version.startsWith(`${version}.`)) throw new Error(`TypeScript ${version} is not installed: found ${found.version}. Run npm ci.`);
  return found;
}

/** The folder that resolves this TypeScript. */
export function homeOf(version: Version): string {
  return version === '6.0' ? packageRoot : join(packageRoot, `node_modules/polyref-typescript-${version}`);
}

export interface Said {
  readonly file: string;
  readonly start: number;
  readonly text: string;
}

/** Asks one TypeScript about many projects; a file that several of them share is parsed once. */
export function typeChecker(ts: typeof TypeScript): (folder: string, files: readonly string[], resolution: Resolution, more?: TypeScript.CompilerOptions) => { readonly said: readonly Said[]; readonly types: number; readonly instantiations: number } {
  const parsed = new Map<string, TypeScript.SourceFile | undefined>();
  return (folder, files, resolution, more = {}) => {
    const options: TypeScript.CompilerOptions = { ...optionsFor(ts, resolution), ...more };
    const host = ts.createCompilerHost(options);
    const { getSourceFile } = host;
    host.getCurrentDirectory = () => folder;
    host.getSourceFile = (path, language, ...rest) => {
      // Only what does not depend on the project: the library of TypeScript itself.
      if (!/\/typescript\/lib\/lib\.[^/]*$/.test(path)) return getSourceFile(path, language, ...rest);
      if (!parsed.has(path)) parsed.set(path, getSourceFile(path, language, ...rest));
      return parsed.get(path);
    };
    const program = ts.createProgram(files.map((file) => join(folder, file)), options, host);
    const said = ts.getPreEmitDiagnostics(program).map(({ file, start = 0, messageText }) => ({ file: basename(file?.fileName ?? ''), start, text: ts.flattenDiagnosticMessageText(messageText, '\n') }));
    return { said, types: program.getTypeCount(), instantiations: program.getInstantiationCount() };
  };
}

/** Strict, without a browser and without Node: what a schema may count on is the language alone. */
export function optionsFor(ts: typeof TypeScript, resolution: Resolution): TypeScript.CompilerOptions {
  const common: TypeScript.CompilerOptions = { strict: true, noEmit: true, target: ts.ScriptTarget.ES2022, lib: ['lib.es2022.d.ts'], types: [], skipLibCheck: true };
  switch (resolution) {
    case 'NodeNext':
      return { ...common, module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext };
    case 'Bundler':
      return { ...common, module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler };
    case 'Node10':
      return { ...common, module: ts.ModuleKind.CommonJS, moduleResolution: ts.ModuleResolutionKind.Node10, ...(ts.version.startsWith('6.') ? { ignoreDeprecations: '6.0' } : {}) };
  }
}
